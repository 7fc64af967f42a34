import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { LegalEntityListDocument } from "../../generated/graphql";

export const SELLERS = ["sellers"];

/** The store's legal entities. */
export function useSellers() {
  const api = useApi();
  return useQuery({
    queryKey: SELLERS,
    queryFn: async ({ signal }) =>
      (await api(LegalEntityListDocument, {}, signal)).salesLegalEntities ?? [],
  });
}
