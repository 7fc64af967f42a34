import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ApiError } from "../api/client";
import { useApi } from "../api/context";
import { saveFile } from "../api/download";
import { languageFor } from "../i18n/catalogue";
import { useLanguage } from "../i18n/context";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import {
  ImportJobDocument,
  ImportJobsDocument,
  ImportReportDocument,
  ImportResumeDocument,
  ImportRowsDocument,
  ImportStartDocument,
  ImportStopDocument,
  type SalesImportInput,
  type SalesImportOutcome,
} from "./generated/graphql";
import { type ImportJob, isRunning } from "./jobs";
import { useSay } from "./words";

export const IMPORTS_KEY = "imports";
export const JOBS_KEY = [IMPORTS_KEY, "jobs"];
export const UNLINKED_KEY = [IMPORTS_KEY, "unlinked"];
const POLL_MS = 1_000;
const LIST_POLL_MS = 3_000;
const LISTED = 50;
const ROWS = 50;

export type ImportWish = Omit<SalesImportInput, "idempotencyKey">;

/** The store's imports, the latest first; read again while one of them works. */
export function useImportJobs() {
  const api = useApi();
  return useQuery({
    queryKey: JOBS_KEY,
    queryFn: async ({ signal }) =>
      (await api(ImportJobsDocument, { first: LISTED }, signal)).salesImportJobs ?? [],
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? LIST_POLL_MS : false),
  });
}

/** One import, read again while it works; when it ends, the lists are read anew. */
export function useImportJob(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...JOBS_KEY, id],
    queryFn: async ({ signal }) => {
      const { salesImportJob } = await api(ImportJobDocument, { id }, signal);
      if (salesImportJob === null) throw new ApiError("NOT_FOUND", "There is no such import.");
      return salesImportJob;
    },
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? POLL_MS : false),
  });
  const worked = useRef(false);
  const running = query.data && isRunning(query.data);
  useEffect(() => {
    if (worked.current && running === false) {
      for (const queryKey of [[INVOICES_KEY], [IMPORTS_KEY]]) {
        void queries.invalidateQueries({ queryKey });
      }
    }
    worked.current = running === true;
  }, [queries, running]);
  return query;
}

/** What came of documents that were not plainly taken in, in the file's order. */
export function useImportRows(id: string, outcome: SalesImportOutcome | null, enabled = true) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [...JOBS_KEY, id, "rows", outcome],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { id, outcome, first: ROWS, after: pageParam };
      return (await api(ImportRowsDocument, variables, signal)).salesImportJob?.rows ?? [];
    },
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length === ROWS ? page.at(-1)?.position : undefined),
    enabled,
  });
  return { ...query, rows: query.data?.pages.flat() ?? [] };
}

/** Starts an import, once for each wish. */
export function useImportStart(onStarted: (job: ImportJob) => void) {
  return useMutationWithFeedback<ImportJob | undefined, ImportWish>({
    run: async (api, wish, idempotencyKey) =>
      (await api(ImportStartDocument, { input: { ...wish, idempotencyKey } })).salesImportStart
        ?.job,
    invalidates: [JOBS_KEY],
    onDone: (job) => job && onStarted(job),
  });
}

/** Stops an import, and has one go on; what was kept stays. */
export function useImportWork({ id }: Pick<ImportJob, "id">) {
  const say = useSay();
  const stop = useMutationWithFeedback<unknown>({
    run: (api) => api(ImportStopDocument, { id }),
    failure: say("imports.stop.failed"),
    invalidates: [JOBS_KEY],
  });
  const resume = useMutationWithFeedback<unknown>({
    run: (api) => api(ImportResumeDocument, { id }),
    failure: say("imports.resume.failed"),
    invalidates: [JOBS_KEY],
  });
  return { stop, resume };
}

/** Saves the report as a table in the words of the page. Asks for its short-lived address at the click. */
export function useReportDownload({ id, fileName }: Pick<ImportJob, "id" | "fileName">) {
  const say = useSay();
  const language = languageFor(useLanguage().locale);
  return useMutationWithFeedback<void>({
    run: async (api) => {
      const { salesImportJob } = await api(ImportReportDocument, { id, language });
      if (salesImportJob === null) throw new ApiError("NOT_FOUND", "There is no such import.");
      saveFile(salesImportJob.reportUrl, `${fileName.replace(/\.[^.]*$/, "")}-report.csv`);
    },
    failure: say("imports.report.failed"),
  });
}
