import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type Api, ApiError } from "../api/client";
import { useApi } from "../api/context";
import type {
  InvoiceListQuery,
  InvoiceListQueryVariables,
  InvoiceRowFragment,
  SalesDocumentFilter,
} from "../generated/graphql";
import { InvoiceListDocument } from "../generated/graphql";
import { DEFAULT_SORT, type ListState } from "./listState";
import { opensPdf } from "./opensPdf";

/** The root of the keys of all queries that show documents. */
export const INVOICES_KEY = "invoices";

const PDF_POLL_MS = 3_000;
/** What fills a screen, quickly; then as many as the API gives at once. */
const FIRST_PAGE = 50;
const NEXT_PAGES = 100;
/** Reading many pages anew every few seconds is not worth a missing PDF. */
const POLLED_PAGES = 2;

export interface Wanted extends Partial<Pick<ListState, "search" | "sort">> {
  pageSize?: number;
  filter?: SalesDocumentFilter;
  /** False while nobody has asked yet. */
  enabled?: boolean;
}

export type Page = NonNullable<InvoiceListQuery["salesInvoices"]>;

/** Documents page by page; the last ones stay to be seen while others are on their way. */
export function useInvoices({
  search = "",
  sort = DEFAULT_SORT,
  pageSize = FIRST_PAGE,
  filter,
  enabled = true,
}: Wanted) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [INVOICES_KEY, { search, sort, pageSize, filter }],
    queryFn: ({ pageParam, signal }) =>
      readPage(
        api,
        {
          first: pageParam === null ? pageSize : NEXT_PAGES,
          after: pageParam,
          filter,
          search: search || null,
          sortBy: sort,
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (awaitsPdf(state.data?.pages ?? []) ? PDF_POLL_MS : false),
    enabled,
  });
  return { ...query, rows: rowsOf(query.data?.pages ?? []) };
}

/** All rows once: one that moved between two readings may stand on two pages. */
export function rowsOf(pages: readonly Page[]): InvoiceRowFragment[] {
  const rows = new Map<string, InvoiceRowFragment>();
  for (const { edges } of pages) for (const { node } of edges) rows.set(node.id, node);
  return [...rows.values()];
}

/** Where the next page starts; undefined after the last. */
export function nextCursor({ pageInfo }: Page): string | undefined {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
}

/** Whether an issued document's PDF is still being made, so that it is worth asking again. */
export function awaitsPdf(pages: readonly Page[]): boolean {
  if (pages.length > POLLED_PAGES) return false;
  return rowsOf(pages).some((row) => row.state === "ISSUED" && !opensPdf(row));
}

async function readPage(
  api: Api,
  variables: InvoiceListQueryVariables,
  signal: AbortSignal,
): Promise<Page> {
  const { salesInvoices } = await api(InvoiceListDocument, variables, signal);
  if (salesInvoices === null) throw new ApiError("SERVER", "The list came without data.");
  return salesInvoices;
}
