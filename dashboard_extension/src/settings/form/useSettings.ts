import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import { useApi } from "../../api/context";
import { DOCUMENT_KEY } from "../../document/keys";
import { SettingListDocument } from "../../generated/graphql";
import { type Place, placeId } from "../model/place";

const ALL = ["settings"];

function settingsAt(api: Api, place: Place) {
  return queryOptions({
    queryKey: [...ALL, placeId(place)],
    queryFn: async ({ signal }) => {
      const { salesSettings } = await api(SettingListDocument, { ...place }, signal);
      return salesSettings ?? [];
    },
    // What someone else saved meanwhile is to be seen, so ask again whenever one comes back.
    refetchOnWindowFocus: true,
  });
}

/** Every setting as it holds at a place. */
export function useSettings(place: Place) {
  return useQuery(settingsAt(useApi(), place));
}

/** The same, from the API now. */
export function fetchSettings(queries: QueryClient, api: Api, place: Place) {
  return queries.fetchQuery({ ...settingsAt(api, place), staleTime: 0 });
}

/** Values at one place hold at others too: all are read anew. */
export function forgetSettings(queries: QueryClient): Promise<unknown> {
  // What can be done with a document follows from settings too.
  void queries.invalidateQueries({ queryKey: [DOCUMENT_KEY] });
  return queries.invalidateQueries({ queryKey: ALL });
}
