import type {
  SalesDocumentFilter,
  SalesDocumentSortDirection,
  SalesDocumentSortField,
} from "../generated/graphql";
import { type Filters, filterInput, NO_FILTERS, readFilters, writeFilters } from "./filters";

export type SortField = SalesDocumentSortField;

export interface Sort {
  field: SortField;
  direction: SalesDocumentSortDirection;
}

export const TABS = ["all", "toIssue", "unpaid", "overdue", "failed"] as const;
export type TabName = (typeof TABS)[number];

/** What a list shows; lives in the address, so that a reload or a copied link shows the same. */
export interface ListState {
  tab: TabName;
  search: string;
  sort: Sort;
  filters: Filters;
}

/** The API refuses longer ones. */
export const LONGEST_SEARCH = 200;
/** The latest first, also among those of one day. */
export const DEFAULT_SORT: Sort = { field: "CREATED_AT", direction: "DESC" };

const SORT_NAMES: ReadonlyMap<string, SortField> = new Map([
  ["date", "ISSUE_DATE"],
  ["due", "DUE_DATE"],
  ["created", "CREATED_AT"],
  ["number", "NUMBER"],
  ["total", "TOTAL"],
  ["balance", "BALANCE"],
]);

/** What a tab shows before a person narrows it further; the counts beside the tabs mean the same. */
const TAB_FILTERS: Readonly<Record<TabName, SalesDocumentFilter>> = {
  all: {},
  toIssue: { state: "DRAFT" },
  unpaid: { state: "ISSUED", paymentStatus: ["UNPAID", "PARTIALLY_PAID"] },
  overdue: { overdue: true },
  failed: { failed: true },
};

/** Reads `?tab=unpaid&search=...&sort=-total&currency=EUR`; what makes no sense counts as not given. */
export function readListState(params: URLSearchParams): ListState {
  const text = params.get("sort") ?? "";
  const descending = text.startsWith("-");
  const field = SORT_NAMES.get(descending ? text.slice(1) : text);
  return {
    tab: TABS.find((name) => name === params.get("tab")) ?? "all",
    search: cleanSearch(params.get("search") ?? ""),
    sort: field ? { field, direction: descending ? "DESC" : "ASC" } : DEFAULT_SORT,
    filters: readFilters(params),
  };
}

/** `params` with the list's state; the dashboard's own parameters stay, the usual is left out. */
export function writeListState(params: URLSearchParams, state: ListState): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ["tab", "search", "sort"]) next.delete(name);
  if (state.tab !== "all") next.set("tab", state.tab);
  const search = cleanSearch(state.search);
  if (search) next.set("search", search);
  if (!sameSort(state.sort, DEFAULT_SORT)) next.set("sort", sortText(state.sort));
  writeFilters(next, state.filters);
  return next;
}

/** The list's state alone, as a saved view keeps it. */
export function stateText(state: ListState): string {
  return writeListState(new URLSearchParams(), state).toString();
}

/** What the API is asked for: the tab's own filter, and what a person chose over it. */
export function wantedOf({ tab, search, filters }: ListState): {
  search: string;
  filter: SalesDocumentFilter;
} {
  return { search, filter: { ...TAB_FILTERS[tab], ...filterInput(filters) } };
}

/** Whether anything narrows the list besides its tab. */
export function isNarrowed({ search, filters }: ListState): boolean {
  return search !== "" || Object.keys(filterInput(filters)).length > 0;
}

/** The state without search and filters. */
export function widened(): Pick<ListState, "search" | "filters"> {
  return { search: "", filters: NO_FILTERS };
}

/** A click on a column's head: the greatest or latest first, then the other way round. */
export function nextSort(sort: Sort, field: SortField): Sort {
  if (sort.field === field) return { field, direction: sort.direction === "ASC" ? "DESC" : "ASC" };
  return { field, direction: "DESC" };
}

/** A search without what only the eye needs, and no longer than the API takes. */
export function cleanSearch(search: string): string {
  return search.trim().replaceAll(/\s+/g, " ").slice(0, LONGEST_SEARCH);
}

function sortText({ field, direction }: Sort): string {
  const name = [...SORT_NAMES].find(([, known]) => known === field)?.[0] ?? "";
  return direction === "DESC" ? `-${name}` : name;
}

function sameSort(one: Sort, other: Sort): boolean {
  return one.field === other.field && one.direction === other.direction;
}
