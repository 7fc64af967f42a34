import { expect, it } from "vitest";
import { NO_FILTERS } from "../../src/invoices/filters";
import {
  cleanSearch,
  DEFAULT_SORT,
  nextSort,
  readListState,
  type Sort,
  stateText,
  wantedOf,
  writeListState,
} from "../../src/invoices/listState";

const read = (query: string) => readListState(new URLSearchParams(query));

it("shows the newest first where nothing else is asked", () => {
  expect(read("")).toEqual({
    tab: "all",
    search: "",
    sort: { field: "CREATED_AT", direction: "DESC" },
    filters: NO_FILTERS,
  });
});

it.each([
  ["sort=number", { field: "NUMBER", direction: "ASC" }],
  ["sort=-total", { field: "TOTAL", direction: "DESC" }],
  ["sort=date", { field: "ISSUE_DATE", direction: "ASC" }],
  ["sort=-balance", { field: "BALANCE", direction: "DESC" }],
  ["sort=constructor", DEFAULT_SORT],
  ["sort=-", DEFAULT_SORT],
])("reads %s", (query, sort) => {
  expect(read(query).sort).toEqual(sort);
});

it.each([
  "",
  "sort=number",
  "sort=-due",
  "search=a+b&sort=-total",
  "search=%C5%82%C3%B3d%C5%BA%26%3D",
  "tab=overdue&search=a&currency=EUR%2CUSD",
])("writes %j as it was read", (query) => {
  expect(writeListState(new URLSearchParams(), read(query)).toString()).toBe(query);
});

it("leaves the dashboard's parameters where they are, and its own argument untouched", () => {
  const params = new URLSearchParams("saleorApiUrl=x&search=old&sort=total");
  const next = writeListState(params, read(""));
  expect(next.toString()).toBe("saleorApiUrl=x");
  expect(params.get("search")).toBe("old");
});

it("turns a column round at the second click, and starts another with its greatest", () => {
  const first: Sort = nextSort(DEFAULT_SORT, "TOTAL");
  expect(first).toEqual({ field: "TOTAL", direction: "DESC" });
  expect(nextSort(first, "TOTAL")).toEqual({ field: "TOTAL", direction: "ASC" });
  expect(nextSort(nextSort(first, "TOTAL"), "TOTAL")).toEqual(first);
});

it("searches for words, not for spaces, and for no more than the API takes", () => {
  expect(cleanSearch("  Sample \t Buyer ")).toBe("Sample Buyer");
  expect(cleanSearch("x".repeat(300))).toHaveLength(200);
});

it("asks for a tab's documents, and lets a person's own filter win", () => {
  const { filter } = wantedOf(read("tab=unpaid&search=a&currency=EUR"));
  expect(filter).toEqual({
    state: "ISSUED",
    paymentStatus: ["UNPAID", "PARTIALLY_PAID"],
    currency: ["EUR"],
  });
  expect(wantedOf(read("tab=unpaid&payment=UNPAID")).filter.paymentStatus).toEqual(["UNPAID"]);
  expect(wantedOf(read("tab=toIssue")).filter).toEqual({ state: "DRAFT" });
  expect(wantedOf(read("tab=constructor")).filter).toEqual({});
});

it("keeps in a view what the list shows, and none of the dashboard's parameters", () => {
  expect(stateText(read("saleorApiUrl=x&tab=failed&sort=total"))).toBe("tab=failed&sort=total");
});
