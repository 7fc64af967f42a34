import { expect, it } from "vitest";
import type { InvoiceRowFragment } from "../../src/generated/graphql";
import { awaitsPdf, nextCursor, type Page, rowsOf } from "../../src/invoices/useInvoices";

function row(id: string, change: Partial<InvoiceRowFragment> = {}): InvoiceRowFragment {
  return {
    id,
    number: `INV-${id}`,
    kind: "INVOICE",
    state: "ISSUED",
    source: "OWN",
    external: null,
    testMode: false,
    issueDate: "2026-11-22",
    dueDate: null,
    createdAt: "2026-11-22T10:00:00Z",
    overdue: false,
    failed: false,
    orderId: null,
    orderNumber: "",
    customerId: null,
    customerEmail: "",
    channel: "",
    paymentStatus: "PAID",
    buyer: { name: "Sample Buyer GmbH" },
    total: { amount: "1.00", currency: "EUR" },
    balance: null,
    pdf: { size: 1 },
    ...change,
  };
}

const page = (rows: InvoiceRowFragment[], hasNextPage = false): Page => ({
  edges: rows.map((node) => ({ node })),
  pageInfo: { hasNextPage, endCursor: "cursor" },
});

it("shows a row once that moved to the next page meanwhile, as it was read last", () => {
  const pages = [page([row("1"), row("2")], true), page([row("2", { number: "new" }), row("3")])];
  expect(rowsOf(pages).map(({ number }) => number)).toEqual(["INV-1", "new", "INV-3"]);
});

it("goes on after the last cursor until the last page", () => {
  expect(nextCursor(page([row("1")], true))).toBe("cursor");
  expect(nextCursor(page([row("1")], false))).toBeUndefined();
});

it("asks again while an issued document has no PDF", () => {
  expect(awaitsPdf([page([row("1"), row("2", { pdf: null })])])).toBe(true);
  expect(awaitsPdf([page([row("1")])])).toBe(false);
  expect(awaitsPdf([page([row("1", { pdf: null, state: "DRAFT" })])])).toBe(false);
});

it("does not read many pages anew for it", () => {
  const waiting = page([row("1", { pdf: null })]);
  expect(awaitsPdf([waiting, waiting, waiting])).toBe(false);
});
