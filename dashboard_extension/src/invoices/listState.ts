import type { SalesDocumentSortDirection, SalesDocumentSortField } from "../generated/graphql";

/** The columns that a person may sort by. */
export type SortField = Extract<
  SalesDocumentSortField,
  "ISSUE_DATE" | "NUMBER" | "TOTAL" | "BALANCE"
>;

export interface Sort {
  field: SortField;
  direction: SalesDocumentSortDirection;
}

/** What a list shows; lives in the address, so that a reload or a copied link shows the same. */
export interface ListState {
  search: string;
  sort: Sort;
}

/** The API refuses longer ones. */
export const LONGEST_SEARCH = 200;
export const DEFAULT_SORT: Sort = { field: "ISSUE_DATE", direction: "DESC" };

const NAMES: ReadonlyMap<string, SortField> = new Map([
  ["date", "ISSUE_DATE"],
  ["number", "NUMBER"],
  ["total", "TOTAL"],
  ["balance", "BALANCE"],
]);

/** Reads `?search=...&sort=-total`; what makes no sense counts as not given. */
export function readListState(params: URLSearchParams): ListState {
  const text = params.get("sort") ?? "";
  const descending = text.startsWith("-");
  const field = NAMES.get(descending ? text.slice(1) : text);
  return {
    search: cleanSearch(params.get("search") ?? ""),
    sort: field ? { field, direction: descending ? "DESC" : "ASC" } : DEFAULT_SORT,
  };
}

/** `params` with the list's state; the dashboard's own parameters stay, the usual is left out. */
export function writeListState(params: URLSearchParams, { search, sort }: ListState) {
  const next = new URLSearchParams(params);
  next.delete("search");
  next.delete("sort");
  const clean = cleanSearch(search);
  if (clean) next.set("search", clean);
  if (!sameSort(sort, DEFAULT_SORT)) next.set("sort", sortText(sort));
  return next;
}

/** A click on a column's head: its natural order first, then the other way round. */
export function nextSort(sort: Sort, field: SortField): Sort {
  if (sort.field === field) return { field, direction: sort.direction === "ASC" ? "DESC" : "ASC" };
  return { field, direction: "DESC" };
}

/** A search without what only the eye needs, and no longer than the API takes. */
export function cleanSearch(search: string): string {
  return search.trim().replaceAll(/\s+/g, " ").slice(0, LONGEST_SEARCH);
}

function sortText({ field, direction }: Sort): string {
  const name = [...NAMES].find(([, known]) => known === field)?.[0] ?? "";
  return direction === "DESC" ? `-${name}` : name;
}

function sameSort(one: Sort, other: Sort): boolean {
  return one.field === other.field && one.direction === other.direction;
}
