import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { useApi } from "../api/context";
import {
  ReportAgeingDocument,
  ReportFailedWorkDocument,
  ReportLedgerChecksDocument,
  ReportNumbersDocument,
  ReportOverviewDocument,
  ReportRevenueDocument,
  ReportSellersDocument,
  ReportStatementDocument,
  type SalesRevenueInput,
  type SalesStatementInput,
} from "../generated/graphql";
import { type ReportState, readReportState, writeReportState } from "./reportState";

/** The root of the keys of all reports. */
export const REPORTS_KEY = "reports";
const CHECK_POLL_MS = 1_500;
const WORK_PAGE = 50;
/** What fails, fails in the background. */
const WORK_POLL_MS = 15_000;

/** What is chosen, and how to choose otherwise. */
export function useReportState(): [ReportState, (change: Partial<ReportState>) => void] {
  const [params, setParams] = useSearchParams();
  const change = (wanted: Partial<ReportState>) =>
    setParams((now) => writeReportState(now, wanted), { replace: true });
  return [readReportState(params), change];
}

export function useOverview() {
  const api = useApi();
  return useQuery({
    queryKey: [REPORTS_KEY, "overview"],
    queryFn: async ({ signal }) => (await api(ReportOverviewDocument, {}, signal)).salesOverview,
  });
}

export function useAgeing({ asOf, seller, currency }: ReportState) {
  const api = useApi();
  return useQuery({
    queryKey: [REPORTS_KEY, "ageing", asOf, seller, currency],
    queryFn: async ({ signal }) =>
      (await api(ReportAgeingDocument, { asOf, legalEntity: seller, currency }, signal))
        .salesAgeing,
    placeholderData: (before) => before,
  });
}

export function useRevenue(input: SalesRevenueInput) {
  const api = useApi();
  return useQuery({
    queryKey: [REPORTS_KEY, "revenue", input],
    queryFn: async ({ signal }) =>
      (await api(ReportRevenueDocument, { input }, signal)).salesRevenue,
    placeholderData: (before) => before,
    enabled: input.from <= input.to,
  });
}

export function useNumbers({ seller, test }: ReportState) {
  const api = useApi();
  return useQuery({
    queryKey: [REPORTS_KEY, "numbers", seller, test],
    queryFn: async ({ signal }) => {
      const variables = { legalEntity: seller, testMode: test };
      return (await api(ReportNumbersDocument, variables, signal)).salesNumberReport;
    },
    placeholderData: (before) => before,
  });
}

export function useStatement(input: SalesStatementInput) {
  const api = useApi();
  return useQuery({
    queryKey: [REPORTS_KEY, "statement", input],
    queryFn: async ({ signal }) =>
      (await api(ReportStatementDocument, { input }, signal)).salesStatement,
    placeholderData: (before) => before,
    enabled: Boolean(input.customerId && input.currency) && input.from <= input.to,
  });
}

export const LEDGER_KEY = [REPORTS_KEY, "ledger"] as const;

/** The checks made so far, asked for again while one is running. */
export function useLedgerChecks() {
  const api = useApi();
  return useQuery({
    queryKey: LEDGER_KEY,
    queryFn: async ({ signal }) =>
      (await api(ReportLedgerChecksDocument, {}, signal)).salesLedgerChecks ?? [],
    refetchInterval: ({ state }) =>
      state.data?.some((check) => check.state === "RUNNING") ? CHECK_POLL_MS : false,
  });
}

export const WORK_KEY = [REPORTS_KEY, "work"] as const;

export function useFailedWork() {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: WORK_KEY,
    queryFn: async ({ pageParam, signal }) => {
      const variables = { first: WORK_PAGE, after: pageParam };
      return (await api(ReportFailedWorkDocument, variables, signal)).salesFailedWork;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
    refetchInterval: WORK_POLL_MS,
  });
  const rows = (query.data?.pages ?? []).flatMap((page) => page?.edges ?? []);
  return { ...query, rows: rows.map(({ node }) => node) };
}

/** The store's sellers, to choose from. */
export function useSellers() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [REPORTS_KEY, "sellers"],
    queryFn: async ({ signal }) =>
      (await api(ReportSellersDocument, {}, signal)).salesLegalEntities ?? [],
    staleTime: 60_000,
  });
  return data ?? [];
}
