import { useQuery } from "@tanstack/react-query";
import { SourceSystemsDocument } from "../generated/graphql";
import { useApi } from "./context";

/** The systems that documents were imported from, and those of ``more`` that none is from now. */
export function useSourceSystems(more: readonly string[] = []): readonly string[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["sourceSystems"],
    queryFn: async ({ signal }) =>
      (await api(SourceSystemsDocument, {}, signal)).salesSourceSystems ?? [],
    retry: false,
  });
  return [...new Set([...(data ?? []), ...more])].toSorted();
}
