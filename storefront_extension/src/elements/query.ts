import type { Api } from "../api/client";
import { MySalesInvoicesDocument, type SalesDocumentFilter } from "../generated/graphql";
import type { Row } from "./status";

export const FILTERS = ["all", "open", "overdue", "paid"] as const;
export type Filter = (typeof FILTERS)[number];

const CONDITIONS: Readonly<Record<Filter, SalesDocumentFilter | null>> = {
  all: null,
  open: { kind: ["INVOICE"], paymentStatus: ["UNPAID", "PARTIALLY_PAID"] },
  overdue: { kind: ["INVOICE"], overdue: true },
  paid: { kind: ["INVOICE"], paymentStatus: ["PAID", "OVERPAID"] },
};
const PAGE = 20;
/** The most that the API gives at once. */
const MOST = 100;

export interface Page {
  rows: readonly Row[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/** One page of the customer's documents, the newest first; `count` at least, as far as one goes. */
export async function readPage(
  api: Api,
  asked: { filter: Filter; search: string; after: string | null; count?: number },
  signal: AbortSignal,
): Promise<Page> {
  const variables = {
    first: Math.min(Math.max(asked.count ?? 0, PAGE), MOST),
    after: asked.after,
    filter: CONDITIONS[asked.filter],
    search: asked.search.trim() || null,
  };
  const { salesInvoices } = await api(MySalesInvoicesDocument, variables, signal);
  const { hasNextPage, endCursor } = salesInvoices?.pageInfo ?? {};
  const rows = salesInvoices?.edges.map(({ node }) => node) ?? [];
  return { rows, next: hasNextPage ? (endCursor ?? null) : null };
}
