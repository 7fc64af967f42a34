import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/context";
import type { OpenProblemsQuery } from "../generated/graphql";
import { OpenProblemsDocument, ProblemRetryDocument } from "../generated/graphql";
import { INVOICES_KEY } from "../invoices/useInvoices";

/** The key of the query of problems. */
export const PROBLEMS_KEY = "problems";
const SHOWN = 20;
const REFRESH_MS = 30_000;
/** A retry works in the background; this is when it has usually come to an end. */
const AFTER_RETRY_MS = 2_500;

export type Problem = NonNullable<OpenProblemsQuery["problems"]>[number];

export interface Problems {
  shown: readonly Problem[];
  /** Of all, also of those that were not read. */
  count: number;
}

/** The store's open problems, the latest first. */
export function useProblems() {
  const api = useApi();
  return useQuery({
    queryKey: [PROBLEMS_KEY],
    queryFn: async ({ signal }): Promise<Problems> => {
      const { problems, store } = await api(OpenProblemsDocument, { first: SHOWN }, signal);
      const shown = problems ?? [];
      return { shown, count: Math.max(store?.openProblems ?? 0, shown.length) };
    },
    refetchInterval: REFRESH_MS,
  });
}

/** Does the work of a problem again. */
export function useProblemRetry() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (problemId: string) => {
      await api(ProblemRetryDocument, { problemId });
      await new Promise((resolve) => setTimeout(resolve, AFTER_RETRY_MS));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [PROBLEMS_KEY] }),
        queries.invalidateQueries({ queryKey: [INVOICES_KEY] }),
      ]),
  });
}

/** Saleor's id of the order that a problem is about; undefined where it is about something else. */
export function orderOf({ subject }: Pick<Problem, "subject">): string | undefined {
  return subject.startsWith("order:") ? subject.slice("order:".length) : undefined;
}
