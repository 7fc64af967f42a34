import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import {
  DraftDocumentDocument,
  type DraftKeptFragment,
  DraftOfOrderDocument,
  DraftOpenDocument,
  DraftSurroundingsDocument,
  type DraftSurroundingsQuery,
} from "../generated/graphql";

export type Kept = DraftKeptFragment;

/** The key of a draft's query; what is shown comes from the editor, this is what the app has. */
export const draftKey = (id: string) => ["draft", id] as const;

/** A draft as it was saved, read once: the editor has the say afterwards. */
export function useKept(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: draftKey(id),
    queryFn: async ({ signal }) => (await api(DraftOpenDocument, { id }, signal)).salesDraft,
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** What became of a draft that is none any more. */
export function useFormerDraft(id: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["former-draft", id],
    queryFn: async ({ signal }) => (await api(DraftDocumentDocument, { id }, signal)).salesInvoice,
    enabled,
  });
}

export function useOrderForm(orderId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["draft-of-order", orderId],
    queryFn: async ({ signal }) =>
      (await api(DraftOfOrderDocument, { orderId }, signal)).salesDraftOfOrder,
    enabled: orderId !== "",
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

export interface Surroundings {
  channels: NonNullable<DraftSurroundingsQuery["saleorChannels"]>;
  sellers: NonNullable<DraftSurroundingsQuery["salesLegalEntities"]>;
}

/** The channels and sellers that a draft may be for. */
export function useSurroundings() {
  const api = useApi();
  return useQuery({
    queryKey: ["draft-surroundings"],
    queryFn: async ({ signal }): Promise<Surroundings> => {
      const { saleorChannels, salesLegalEntities } = await api(
        DraftSurroundingsDocument,
        {},
        signal,
      );
      return { channels: saleorChannels ?? [], sellers: salesLegalEntities ?? [] };
    },
    staleTime: 60_000,
  });
}
