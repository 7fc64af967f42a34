import { describe, expect, it } from "vitest";
import {
  type Creditable,
  type CreditForm,
  creditFault,
  creditInput,
  EMPTY_CREDIT,
} from "../../src/document/credit";

const money = (amount: string) => ({ amount, currency: "EUR" });
const LEFT: Creditable = {
  total: money("117.27"),
  lines: [
    { lineId: "1", name: "Desk Lamp", quantity: "1", gross: money("59.44") },
    { lineId: "2", name: "Cookbook", quantity: "2", gross: money("52.00") },
  ],
  charges: [{ lineId: "1", name: "UPS", gross: money("5.83") }],
};
const form = (part: Partial<CreditForm>): CreditForm => ({ ...EMPTY_CREDIT, ...part });

describe("a form of a credit note", () => {
  it.each([
    [form({}), undefined],
    [form({ mode: "lines" }), "nothing"],
    [form({ mode: "lines", lines: { "2": "1" } }), undefined],
    [form({ mode: "lines", lines: { "2": "3" } }), "quantity_excess"],
    [form({ mode: "lines", lines: { "2": "0" } }), "quantity"],
    [form({ mode: "lines", lines: { "2": "two" } }), "quantity"],
    [form({ mode: "lines", charges: ["1"] }), undefined],
    [form({ mode: "lines", charges: ["1"], otherAmount: true }), "nothing"],
    [form({ mode: "lines", charges: ["1"], otherAmount: true, amount: "4.00" }), undefined],
    [form({ mode: "amount" }), "nothing"],
    [form({ mode: "amount", amount: "117.27" }), undefined],
    [form({ mode: "amount", amount: "117.28" }), "excess"],
    [form({ mode: "amount", amount: "0" }), "amount"],
    [form({ mode: "amount", amount: "-1" }), "amount"],
    [form({ mode: "amount", amount: "1.001" }), "amount"],
    [form({ mode: "amount", amount: "x" }), "amount"],
  ] as const)("%j has the fault %s", (given, fault) => {
    expect(creditFault(given, LEFT)).toBe(fault);
  });

  it("says to the API only what its mode is about", () => {
    const rest = { lines: { "2": "1" }, charges: ["1"], amount: "9.00", reason: "Torn" };
    expect(creditInput(form(rest))).toEqual({ everything: true, reason: "Torn" });
    expect(creditInput(form({ ...rest, mode: "amount" }))).toEqual({
      amount: "9.00",
      reason: "Torn",
    });
    expect(creditInput(form({ ...rest, mode: "lines" }))).toEqual({
      lines: [{ lineId: "2", quantity: "1" }],
      charges: ["1"],
      amount: null,
      reason: "Torn",
    });
    expect(creditInput(form({ ...rest, mode: "lines", otherAmount: true })).amount).toBe("9.00");
  });
});
