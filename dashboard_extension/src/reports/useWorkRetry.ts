import { ReportWorkRetryDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import type { Work } from "./FailedWorkReport";
import { REPORTS_KEY } from "./useReports";

/** A retry works in the background; this is when it has usually come to an end. */
const AFTER_RETRY_MS = 2_500;

/** Does failed work again, whatever it is. */
export function useWorkRetry() {
  const { t } = useLanguage();
  return useMutationWithFeedback<void, Work>({
    run: async (api, { kind, id }) => {
      await api(ReportWorkRetryDocument, { kind, id });
      await new Promise((resolve) => setTimeout(resolve, AFTER_RETRY_MS));
    },
    success: () => t("reports.work.retried"),
    failure: t("reports.work.retry.failed"),
    invalidates: [[REPORTS_KEY]],
  });
}
