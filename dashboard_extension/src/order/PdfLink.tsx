import { Button } from "@saleor/macaw-ui";
import { Download } from "lucide-react";
import { downloadPdf } from "../api/download";
import type { PanelDocumentFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { opensPdf } from "../invoices/opensPdf";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";

/** Saves the PDF; a new document's is a moment away. */
export function PdfLink({ row }: { row: PanelDocumentFragment }) {
  const { t } = useLanguage();
  const download = useMutationWithFeedback({
    run: (api) => downloadPdf(api, row.id),
    failure: t("pdf.failed"),
  });
  const ready = opensPdf(row);
  const label = ready ? t("pdf.download", { number: row.number }) : t("pdf.preparing");
  return (
    <Button
      type="button"
      variant="secondary"
      size="small"
      aria-label={label}
      title={label}
      disabled={!ready || download.running}
      icon={<Download size={14} aria-hidden />}
      onClick={() => download.run()}
    >
      {t("panel.pdf")}
    </Button>
  );
}
