import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useApi } from "../../api/context";
import { CreditNotePreviewDocument, type CreditNotePreviewQuery } from "../../generated/graphql";
import { useShown } from "../context";
import {
  type Creditable,
  type CreditFault,
  type CreditForm,
  creditFault,
  creditInput,
} from "../credit";
import { DOCUMENT_KEY } from "../keys";

export type CreditPreview = NonNullable<CreditNotePreviewQuery["creditNotePreview"]>;

export interface LivePreview {
  /** What keeps the form from being asked about. */
  fault: CreditFault | undefined;
  /** What the form comes to; undefined until that is known. */
  fresh: CreditPreview | undefined;
  /** The last that was known, for the eye. */
  shown: CreditPreview | undefined;
  error: Error | null;
}

const PAUSE_MS = 250;

/** What a credit note of the form would come to, computed by the rules that issue it. */
export function useCreditPreview(form: CreditForm, left: Creditable): LivePreview {
  const api = useApi();
  const { document } = useShown();
  const fault = creditFault(form, left);
  // The reason changes no amount: typing it asks nothing.
  const wanted = JSON.stringify({ ...creditInput(form), reason: "" });
  const settled = useSettled(wanted);
  const query = useQuery({
    // What is left changes with what others credit meanwhile.
    queryKey: [DOCUMENT_KEY, document.id, "credit", settled, left.total.amount],
    queryFn: async ({ signal }) => {
      const variables = { invoiceId: document.id, input: JSON.parse(settled), draft: false };
      return (await api(CreditNotePreviewDocument, variables, signal)).creditNotePreview;
    },
    enabled: fault === undefined && settled === wanted,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isFresh = fault === undefined && settled === wanted && !query.isPlaceholderData;
  return {
    fault,
    fresh: isFresh ? (query.data ?? undefined) : undefined,
    shown: fault === undefined ? (query.data ?? undefined) : undefined,
    error: isFresh ? query.error : null,
  };
}

function useSettled(wanted: string): string {
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return settled;
}
