import { downloadPdf } from "../api/download";
import { useLanguage } from "../i18n/context";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";

/** Saves a document's PDF; what went wrong is told by the dashboard. */
export function usePdfDownload(id: string): { run: () => void; running: boolean } {
  const { t } = useLanguage();
  return useMutationWithFeedback<void>({
    run: (api) => downloadPdf(api, id),
    failure: t("pdf.failed"),
  });
}
