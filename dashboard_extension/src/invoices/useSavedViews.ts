import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import {
  GridViewDeleteDocument,
  type GridViewFragment,
  GridViewSaveDocument,
  GridViewsDocument,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";

export type SavedView = GridViewFragment;

const VIEWS_KEY = ["saved-views"];

/** One's own views and the shared ones, by name. */
export function useSavedViews(enabled: boolean): readonly SavedView[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: VIEWS_KEY,
    queryFn: async ({ signal }) => (await api(GridViewsDocument, {}, signal)).salesViews ?? [],
    staleTime: 60_000,
    enabled,
  });
  return data ?? [];
}

/** The list's address that a view keeps; that of the whole list where it keeps none. */
export function addressOf({ state }: Pick<SavedView, "state">): string {
  const { address } = (state ?? {}) as { address?: unknown };
  return typeof address === "string" ? address : "";
}

interface Kept {
  /** null: a new one. */
  id: string | null;
  name: string;
  shared: boolean;
  address: string;
}

export function useViewSave(onDone: () => void) {
  const { t } = useLanguage();
  return useMutationWithFeedback<unknown, Kept>({
    run: (api, { address, ...view }) =>
      api(GridViewSaveDocument, { input: { ...view, state: { address } } }),
    success: () => t("views.saved"),
    invalidates: [VIEWS_KEY],
    onDone,
  });
}

export function useViewDelete() {
  const { t } = useLanguage();
  return useMutationWithFeedback<unknown, string>({
    run: (api, id) => api(GridViewDeleteDocument, { id }),
    failure: t("views.delete.failed"),
    invalidates: [VIEWS_KEY],
  });
}
