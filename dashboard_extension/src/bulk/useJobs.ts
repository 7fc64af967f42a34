import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ApiError } from "../api/client";
import { useApi } from "../api/context";
import {
  BulkCancelDocument,
  BulkJobDocument,
  BulkJobItemsDocument,
  BulkJobsDocument,
  BulkStartDocument,
  type SalesBulkInput,
  type SalesBulkOutcome,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { isRunning, type Job } from "./jobs";

const JOBS_KEY = "jobs";
const POLL_MS = 1_000;
const LIST_POLL_MS = 3_000;
const LISTED = 50;
const ITEMS = 50;

export type BulkWish = Omit<SalesBulkInput, "idempotencyKey">;

/** The store's jobs, the latest first; read again while one of them works. */
export function useJobs() {
  const api = useApi();
  return useQuery({
    queryKey: [JOBS_KEY],
    queryFn: async ({ signal }) =>
      (await api(BulkJobsDocument, { first: LISTED }, signal)).salesBulkJobs ?? [],
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? LIST_POLL_MS : false),
  });
}

/** One job, read again while it works; when it ends, the lists are read anew. */
export function useJob(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [JOBS_KEY, id],
    queryFn: async ({ signal }): Promise<Job> => {
      const { salesBulkJob } = await api(BulkJobDocument, { id }, signal);
      if (salesBulkJob === null) throw new ApiError("NOT_FOUND", "There is no such job.");
      return salesBulkJob;
    },
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? POLL_MS : false),
  });
  const worked = useRef(false);
  const running = query.data && isRunning(query.data);
  useEffect(() => {
    if (worked.current && running === false) {
      for (const queryKey of [[INVOICES_KEY], [JOBS_KEY]]) {
        void queries.invalidateQueries({ queryKey });
      }
    }
    worked.current = running === true;
  }, [queries, running]);
  return query;
}

/** What came of a job's documents, those of one outcome. */
export function useJobItems(id: string, outcome: SalesBulkOutcome, enabled: boolean) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [JOBS_KEY, id, "items", outcome],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { id, outcome, first: ITEMS, after: pageParam };
      return (await api(BulkJobItemsDocument, variables, signal)).salesBulkJob?.items ?? [];
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length === ITEMS ? page.at(-1)?.id : undefined),
    enabled,
  });
}

/** Starts a job, once for each wish. */
export function useBulkStart(onStarted: (job: Job) => void) {
  return useMutationWithFeedback<Job | undefined, BulkWish>({
    run: async (api, wish, idempotencyKey) =>
      (await api(BulkStartDocument, { input: { ...wish, idempotencyKey } })).salesBulkStart?.job,
    invalidates: [[JOBS_KEY]],
    onDone: (job) => job && onStarted(job),
  });
}

/** Stops a job; what it did stays. */
export function useBulkCancel(id: string) {
  const { t } = useLanguage();
  return useMutationWithFeedback<unknown>({
    run: (api) => api(BulkCancelDocument, { id }),
    failure: t("jobs.cancel.failed"),
    invalidates: [[JOBS_KEY]],
  });
}
