import { expect, it } from "vitest";
import {
  activeFilters,
  filterInput,
  NO_FILTERS,
  readFilters,
  withoutFilter,
  writeFilters,
} from "../../src/invoices/filters";

const read = (query: string) => readFilters(new URLSearchParams(query));
const FULL = new URLSearchParams({
  date: "2026-01-01..2026-03-31",
  due: "..2026-04-30",
  total: "-10.50..123456789012345.67",
  currency: "EUR,KWD",
  payment: "UNPAID,PARTIALLY_PAID",
  kind: "INVOICE",
  state: "ISSUED",
  channel: "default-channel,channel-pln",
  customer: "VXNlcjo0Ng==~Sample ~ Buyer, GmbH & Co",
  source: "IMPORTED",
  sourceSystem: "erp,old-shop",
  importJob: "U2FsZXNJbXBvcnRKb2I6Nw==~erp ~ 11.csv",
  overdue: "yes",
  failed: "yes",
  test: "no",
});

it("writes all filters as they were read", () => {
  const params = new URLSearchParams();
  writeFilters(params, readFilters(FULL));
  expect(params.toString()).toBe(FULL.toString());
});

it("asks the API for just what is on", () => {
  expect(filterInput(NO_FILTERS)).toEqual({});
  expect(filterInput(readFilters(FULL))).toEqual({
    issueDate: { gte: "2026-01-01", lte: "2026-03-31" },
    dueDate: { gte: null, lte: "2026-04-30" },
    total: { gte: "-10.50", lte: "123456789012345.67" },
    currency: ["EUR", "KWD"],
    paymentStatus: ["UNPAID", "PARTIALLY_PAID"],
    kind: ["INVOICE"],
    state: "ISSUED",
    channel: ["default-channel", "channel-pln"],
    customerId: "VXNlcjo0Ng==",
    source: "IMPORTED",
    sourceSystem: ["erp", "old-shop"],
    importJob: "U2FsZXNJbXBvcnRKb2I6Nw==",
    overdue: true,
    failed: true,
    testMode: false,
  });
});

it.each([
  "date=yesterday..",
  "total=ten..1e9",
  "currency=euro,e",
  "payment=constructor,",
  "state=VOID",
  "customer=~name",
  "customer=name",
  "importJob=U2FsZXNJbXBvcnRKb2I6Nw==",
  "overdue=maybe",
  "test=1",
])("takes %s for no filter", (query) => {
  expect(read(query)).toEqual(NO_FILTERS);
});

it("takes single filters away and leaves the rest", () => {
  const filters = readFilters(FULL);
  expect(activeFilters(filters)).toHaveLength(15);
  const less = withoutFilter(withoutFilter(filters, "customer"), "date");
  expect(activeFilters(less)).toHaveLength(13);
  expect(activeFilters(NO_FILTERS)).toEqual([]);
});

it("takes no more values than the API", () => {
  const many = Array.from({ length: 80 }, (_, index) => `channel-${index}`).join(",");
  expect(read(`channel=${many}`).channel).toHaveLength(50);
});
