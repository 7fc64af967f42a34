import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDashboard } from "../bridge/context";
import { GridPreferenceDocument, GridPreferenceSetDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { useApi } from "./context";

export interface Preference {
  /** undefined while it is read; null where none is kept, or it can't be read. */
  value: unknown;
  set: (value: unknown) => void;
}

/** A person's own value for a page, kept by the app: shown at once, kept in the background. */
export function usePreference(name: string): Preference {
  const api = useApi();
  const queries = useQueryClient();
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const queryKey = ["preference", name];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await api(GridPreferenceDocument, { name }, signal)).salesPreference ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false, // the usual will do
  });
  const keep = useMutation({
    scope: { id: `preference-${name}` }, // one after the other: the last one stays
    mutationFn: (value: unknown) => api(GridPreferenceSetDocument, { name, value }),
    onError: () => notify("error", t("ui.preference.failed")),
  });
  // At once, also for a box that is being ticked: the cache tells of a change a moment later.
  const [chosen, choose] = useState<{ value: unknown }>();
  const set = (value: unknown) => {
    choose({ value });
    queries.setQueryData(queryKey, value);
    keep.mutate(value);
  };
  return { value: chosen ? chosen.value : query.isError ? null : query.data, set };
}
