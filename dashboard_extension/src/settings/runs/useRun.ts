import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import {
  IssueRunCancelDocument,
  type IssueRunFieldsFragment,
  type IssueRunInput,
  IssueRunListDocument,
  IssueRunStartDocument,
  type SalesIssuePolicy,
} from "../../generated/graphql";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";

export type Run = IssueRunFieldsFragment;

const POLL_MS = 1_000;
/** Runs beside ours: another person may start some too. */
const LOOKED_AT = 20;

/** A run over past orders from its start to its end, and the wish that it began with. */
export function useRun() {
  const api = useApi();
  const [begun, setBegun] = useState<{ run: Run; request: IssueRunInput }>();
  const start = useMutationWithFeedback({
    run: async (call, request: IssueRunInput) =>
      (await call(IssueRunStartDocument, { input: request })).issueRunStart?.run,
    onDone: (run, request) => run && setBegun({ run, request }),
  });
  const id = begun?.run.id;
  const watched = useQuery({
    queryKey: ["issue-run", id],
    queryFn: async ({ signal }) => {
      const { issueRuns } = await api(IssueRunListDocument, { first: LOOKED_AT }, signal);
      return issueRuns?.find((run) => run.id === id) ?? null;
    },
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data && state.data.state !== "RUNNING" ? false : POLL_MS,
  });
  const stop = useMutationWithFeedback({
    run: (call) => call(IssueRunCancelDocument, { id: id ?? "" }),
    invalidates: [["issue-run", id]],
  });
  return {
    run: watched.data ?? begun?.run,
    request: begun?.request ?? {},
    start: start.run,
    starting: start.running,
    stop: () => stop.run(),
    stopping: stop.running,
    error: start.error ?? stop.error ?? watched.error,
  };
}

export type Trial = ReturnType<typeof useRun>;

const POLICIES: Readonly<Record<string, SalesIssuePolicy>> = {
  on_request: "ON_REQUEST",
  confirmed: "CONFIRMED",
  fully_paid: "FULLY_PAID",
  fulfilled: "FULFILLED",
  per_fulfillment: "PER_FULFILLMENT",
};

/** A policy as the API's enum has it. */
export function policyOf(value: unknown): SalesIssuePolicy | null {
  return (typeof value === "string" ? POLICIES[value] : undefined) ?? null;
}
