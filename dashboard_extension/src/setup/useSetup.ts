import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/context";
import {
  SetupStateDocument,
  SetupStepSkipDocument,
  type SetupStepsFragment,
} from "../generated/graphql";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";

export const SETUP = ["setup"];

/** The steps, in their order. A later version may have more: they are left out. */
export const STEP_NAMES = [
  "seller",
  "tax",
  "numbers",
  "bank",
  "look",
  "policy",
  "mails",
  "first_invoice",
] as const;

export type StepName = (typeof STEP_NAMES)[number];
export type Step = SetupStepsFragment["steps"][number] & { key: StepName };

const isKnown = (step: SetupStepsFragment["steps"][number]): step is Step =>
  STEP_NAMES.some((name) => name === step.key);

/** What leads to the first invoice, and how far the store has come. */
export function useSetup(enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: SETUP,
    queryFn: async ({ signal }) => {
      const { salesSetup } = await api(SetupStateDocument, {}, signal);
      return {
        complete: salesSetup?.complete ?? true,
        steps: (salesSetup?.steps ?? []).filter(isKnown),
      };
    },
    enabled,
  });
}

/** Leaves a step out, or takes it up again. */
export function useSkip(onDone: () => void) {
  const queries = useQueryClient();
  return useMutationWithFeedback({
    run: (api, step: { key: StepName; skip: boolean }) => api(SetupStepSkipDocument, step),
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: SETUP });
      onDone();
    },
  });
}

/** The step to take up next: the first one after `from` that is to do, else the first at all. */
export function nextStep(steps: readonly Step[], from?: StepName): StepName | undefined {
  const open = steps.filter(({ state }) => state === "OPEN").map(({ key }) => key);
  if (from === undefined) return open[0];
  const at = STEP_NAMES.indexOf(from);
  return open.find((key) => STEP_NAMES.indexOf(key) > at) ?? open[0];
}
