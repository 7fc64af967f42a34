import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import {
  DocumentPageDocument,
  type DocumentPageQuery,
  DocumentVerbsDocument,
  type DocumentVerbsQuery,
  OrderDocumentsDocument,
  type OrderDocumentsQuery,
} from "../generated/graphql";
import { awaiting } from "./awaiting";
import { DOCUMENT_KEY } from "./keys";

export type SalesDocument = NonNullable<DocumentPageQuery["salesInvoice"]>;
export type Verbs = NonNullable<DocumentVerbsQuery["salesDocumentVerbs"]>;
export type Payment = SalesDocument["payments"][number];
export type Linked = NonNullable<OrderDocumentsQuery["salesInvoices"]>["edges"][number]["node"];

const POLL_MS = { soon: 2_000, late: 15_000 } as const;

/** The document; null where there is none (any more). Read anew while something is on its way. */
export function useDocument(id: string, watched: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [DOCUMENT_KEY, id],
    queryFn: async ({ signal }) => (await api(DocumentPageDocument, { id }, signal)).salesInvoice,
    refetchInterval: ({ state }) => {
      if (!state.data) return false;
      const what = awaiting(state.data);
      if (what === "soon" || watched) return POLL_MS.soon;
      return what === "late" && POLL_MS.late;
    },
  });
}

/** What may be done with it. */
export function useVerbs(id: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [DOCUMENT_KEY, id, "verbs"],
    queryFn: async ({ signal }) =>
      (await api(DocumentVerbsDocument, { id }, signal)).salesDocumentVerbs,
    enabled,
  });
}

/** The other documents of its order, the latest first. */
export function useOrderDocuments({ id, orderId }: Pick<SalesDocument, "id" | "orderId">) {
  const api = useApi();
  return useQuery({
    queryKey: [DOCUMENT_KEY, id, "order", orderId],
    queryFn: async ({ signal }) => {
      if (orderId === null) return [];
      const { salesInvoices } = await api(OrderDocumentsDocument, { orderId }, signal);
      return (salesInvoices?.edges ?? []).map(({ node }) => node).filter((one) => one.id !== id);
    },
    enabled: orderId !== null,
  });
}
