import { describe, expect, it } from "vitest";
import { Choosing, payable } from "../../src/elements/choosing";
import type { Row } from "../../src/elements/status";
import { returnUrl } from "../../src/payment/returning";

function row(id: string, fields: Partial<Row> = {}): Row {
  const money = { amount: "0.10", currency: "EUR" };
  return {
    __typename: "SalesInvoice",
    id,
    number: id,
    kind: "INVOICE",
    currency: "EUR",
    balance: money,
    total: money,
    seller: { name: "Shop", vatId: "DE1" },
    paymentUrl: "",
    ...fields,
  } as Row;
}

describe("choosing what to pay together", () => {
  it("takes invoices of one seller and currency, and adds them up exactly", () => {
    const choosing = new Choosing();
    choosing.toggle(row("1"));
    choosing.toggle(row("2", { balance: { amount: "0.20", currency: "EUR" } }));
    choosing.toggle(row("3", { currency: "USD" }));
    choosing.toggle(row("4", { seller: { name: "Shop", vatId: "PL1" } }));
    expect(choosing.ids).toEqual(["1", "2"]);
    expect(choosing.total).toEqual({ amount: "0.30", currency: "EUR" });
    choosing.toggle(row("1"));
    expect(choosing.ids).toEqual(["2"]);
  });

  it("leaves out what is paid by now, and what can't be paid here", () => {
    const choosing = new Choosing();
    const none = { amount: "0.00", currency: "EUR" };
    choosing.toggle(row("1"));
    choosing.refresh([row("1", { balance: none })]);
    expect(choosing.ids).toEqual([]);
    expect(payable(row("1", { kind: "CREDIT_NOTE" }))).toBe(false);
    expect(payable(row("1", { balance: null }))).toBe(false);
    const elsewhere = { paymentUrl: "https://pay.example.com" } as Partial<Row>;
    expect(payable(row("1", elsewhere))).toBe(false);
  });
});

it("comes back to the same page, with what else is in its address", () => {
  const url = returnUrl("a b", "https://shop.example/account?tab=invoices#open");
  expect(url).toBe("https://shop.example/account?tab=invoices&saleor_invoice_payment=a+b#open");
});
