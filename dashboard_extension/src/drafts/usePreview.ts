import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useApi } from "../api/context";
import {
  DraftPreviewDocument,
  type DraftPreviewQuery,
  type SalesDraftInput,
} from "../generated/graphql";
import type { Read } from "./input";

export type Preview = NonNullable<DraftPreviewQuery["salesDraftPreview"]>;

const PAUSE_MS = 350;

/** Totals and findings of what is typed, a moment after the last key; the last answer wins. */
export function usePreview({ input, faults }: Read) {
  const api = useApi();
  const wanted = JSON.stringify(input);
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const computable = ![...faults.values()].includes("NUMBER") && input.currency !== "";
  const query = useQuery({
    // An answer belongs to its question: an older one that comes late is put away with its own.
    queryKey: ["draft-preview", settled],
    queryFn: async ({ signal }) => {
      const asked = JSON.parse(settled) as SalesDraftInput;
      return (await api(DraftPreviewDocument, { input: asked }, signal)).salesDraftPreview;
    },
    enabled: computable,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  });
  const current = settled === wanted && computable && !query.isPlaceholderData;
  return { ...query, computable, current, preview: query.data ?? undefined };
}
