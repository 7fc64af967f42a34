import { useState } from "react";
import type { Api } from "../api/client";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { PROBLEMS_KEY } from "../problems/useProblems";
import { type Feedback, useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { useShown } from "./context";
import { DOCUMENT_KEY } from "./keys";

interface Options<Variables, Result> {
  run: (api: Api, variables: Variables) => Promise<Result>;
  success?: (result: Result, variables: Variables) => string | undefined;
  failure?: string;
  onDone?: (result: Result, variables: Variables) => void;
  /** Its end comes later: the page looks more often for a while. */
  watched?: boolean;
}

/** An action on the page's document: once at a time, and everything shown is read anew after it. */
export function useVerb<Result, Variables = void>({
  watched = false,
  ...options
}: Options<Variables, Result>): Feedback<Variables, Result> {
  const { watch } = useShown();
  return useMutationWithFeedback<Result, Variables>({
    ...options,
    onDone: (result, variables) => {
      if (watched) watch();
      options.onDone?.(result, variables);
    },
    // Also after a refusal: somebody else may have been quicker.
    invalidates: [[DOCUMENT_KEY], [INVOICES_KEY], [PROBLEMS_KEY]],
  });
}

/** One key for as long as a dialog is open: whatever becomes of its requests, one of them counts. */
export function useDialogKey(): string {
  return useState(() => crypto.randomUUID())[0];
}
