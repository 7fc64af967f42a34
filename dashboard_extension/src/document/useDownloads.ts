import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { downloadPdf, downloadXml } from "../api/download";
import { useDashboard } from "../bridge/context";
import { useLanguage } from "../i18n/context";
import { errorText } from "../ui/errors";
import { useShown } from "./context";

/** Saves the document's files; the dashboard tells where that fails. */
export function useDownloads(): { pdf: () => void; xml: () => void; running: boolean } {
  const api = useApi();
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const { document } = useShown();
  const { mutate, isPending } = useMutation({
    mutationFn: (format: "pdf" | "xml") =>
      (format === "pdf" ? downloadPdf : downloadXml)(api, document.id),
    onError: (error) => notify("error", `${t("doc.download.failed")} ${errorText(error, t)}`),
  });
  return { pdf: () => mutate("pdf"), xml: () => mutate("xml"), running: isPending };
}
