import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { type Api, ApiError } from "../api/client";
import { useApi } from "../api/context";
import { useDashboard } from "../bridge/context";
import { useLanguage } from "../i18n/context";
import { errorText } from "./errors";

interface Options<Variables, Result> {
  /** `key` is the intent's idempotency key: the same for each try until its outcome is known. */
  run: (api: Api, variables: Variables, key: string) => Promise<Result>;
  /** What the dashboard tells when it is done. */
  success?: (result: Result, variables: Variables) => string | undefined;
  /** Told by the dashboard before the reason; without it the page shows `error` itself. */
  failure?: string;
  /** Queries to read anew, whatever came of it. */
  invalidates?: readonly QueryKey[];
  onDone?: (result: Result, variables: Variables) => void;
}

export interface Feedback<Variables, Result> {
  /** Does nothing while it runs, so that a double click is one click. */
  run: (variables: Variables) => void;
  running: boolean;
  error: Error | null;
  result: Result | undefined;
  reset: () => void;
}

/** An action behind a button: once, with one idempotency key an intent, and with what came of it told. */
export function useMutationWithFeedback<Result, Variables = void>(
  options: Options<Variables, Result>,
): Feedback<Variables, Result> {
  const api = useApi();
  const queries = useQueryClient();
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const intent = useRef<Intent>(undefined);
  const running = useRef(false);
  const mutation = useMutation<Result, Error, Variables>({
    mutationFn: (variables) => options.run(api, variables, keyFor(intent, variables)),
    onSuccess: (result, variables) => {
      intent.current = undefined;
      const text = options.success?.(result, variables);
      if (text) notify("success", text);
      options.onDone?.(result, variables);
    },
    onError: (error) => {
      // After a refusal the next click is a new intent; after silence it asks for the same again.
      if (!isUnknown(error)) intent.current = undefined;
      if (options.failure) notify("error", `${options.failure} ${errorText(error, t)}`);
    },
    onSettled: () => {
      running.current = false;
      for (const queryKey of options.invalidates ?? [])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const run = (variables: Variables) => {
    if (running.current) return;
    running.current = true;
    mutation.mutate(isEvent(variables) ? (undefined as Variables) : variables);
  };
  const { isPending, error, data, reset } = mutation;
  return { run, running: isPending, error, result: data, reset };
}

/** `onClick={action.run}` gives the click itself, which is no variable. */
function isEvent(value: unknown): boolean {
  return typeof value === "object" && value !== null && "nativeEvent" in value;
}

interface Intent {
  key: string;
  wanted: string;
}

/** The key of an intent; other variables are another intent. */
export function keyFor(intent: { current: Intent | undefined }, variables: unknown): string {
  const wanted = JSON.stringify(variables) ?? "";
  if (intent.current?.wanted !== wanted) intent.current = { key: crypto.randomUUID(), wanted };
  return intent.current.key;
}

/** Whether nobody knows if it was done: the answer got lost. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error.passing || error.code === "SESSION_ENDED");
}
