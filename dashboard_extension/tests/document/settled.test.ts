import { describe, expect, it } from "vitest";
import { settled } from "../../src/document/settled";
import type { SalesDocument } from "../../src/document/useDocument";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const paid = (charged: string, held = charged) => ({ charged: eur(charged), held: eur(held) });
const card = (kind: string, amount: string) => ({ kind, amount, label: "" });
const PLAIN = { total: eur("117.27"), rounding: null, prepayments: [], credited: eur("0.00") };
type Of = Parameters<typeof settled>[0];

function of(part: Partial<Of>) {
  const {
    due,
    paid: came,
    excess,
  } = settled({ ...PLAIN, ...paid("0.00"), ...part } as SalesDocument);
  return [due.amount, came.amount, excess?.amount];
}

describe("what has been paid", () => {
  it.each([
    [{}, ["117.27", "0.00", undefined]],
    [paid("100.00"), ["117.27", "100.00", undefined]],
    // Paid at issue: it was no less to be paid.
    [
      { ...paid("117.27"), prepayments: [card("payment", "117.27")] },
      ["117.27", "117.27", undefined],
    ],
    [{ prepayments: [card("gift_card", "30.00")] }, ["87.27", "0.00", undefined]],
    [{ rounding: eur("0.03") }, ["117.30", "0.00", undefined]],
    // Credited after it was paid: that much is to go back.
    [{ ...paid("117.27"), credited: eur("10.00") }, ["117.27", "117.27", "10.00"]],
    [{ ...paid("117.27", "107.27"), credited: eur("10.00") }, ["117.27", "117.27", undefined]],
  ] as [Partial<Of>, (string | undefined)[]][])("%j comes to %j", (part, sums) => {
    expect(of(part)).toEqual(sums);
  });
});
