import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { ChannelListDocument } from "../../generated/graphql";

/** Saleor's channels, configured here or not. */
export function useChannels() {
  const api = useApi();
  return useQuery({
    queryKey: ["channels"],
    queryFn: async ({ signal }) =>
      (await api(ChannelListDocument, {}, signal)).saleorChannels ?? [],
    staleTime: 60_000,
  });
}
