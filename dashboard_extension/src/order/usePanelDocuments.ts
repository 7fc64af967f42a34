import { useInfiniteQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { type PanelDocumentFragment, PanelDocumentsDocument } from "../generated/graphql";
import { opensPdf } from "../invoices/opensPdf";
import { INVOICES_KEY } from "../invoices/useInvoices";

const PDF_POLL_MS = 2_000;
/** The page around us does not tell when somebody issues or pays elsewhere. */
const CALM_POLL_MS = 20_000;

interface Wanted {
  filter: { orderId?: string; customerId?: string };
  first?: number;
}

/** The documents of an order or a customer, the newest first, kept fresh while they are looked at. */
export function usePanelDocuments({ filter, first = 20 }: Wanted) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [INVOICES_KEY, "panel", filter, first],
    queryFn: async ({ pageParam, signal }) =>
      (await api(PanelDocumentsDocument, { filter, first, after: pageParam }, signal))
        .salesInvoices,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
    refetchInterval: ({ state }) =>
      rowsOf(state.data?.pages).some(isUnderWay) ? PDF_POLL_MS : CALM_POLL_MS,
  });
  return { ...query, rows: rowsOf(query.data?.pages) };
}

type Pages = readonly ({ edges: readonly { node: PanelDocumentFragment }[] } | null)[] | undefined;

function rowsOf(pages: Pages): PanelDocumentFragment[] {
  return (pages ?? []).flatMap((page) => page?.edges ?? []).map(({ node }) => node);
}

/** Whether something about it is done in the background right now. */
export function isUnderWay(row: PanelDocumentFragment): boolean {
  if (row.state !== "ISSUED") return false;
  return !opensPdf(row) || (row.dispatches ?? []).some((mail) => mail.state === "SENDING");
}
