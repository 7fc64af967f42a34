import { Button, Tooltip } from "@saleor/macaw-ui";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useApi } from "../api/context";
import { downloadPdf } from "../api/download";
import { useDashboard } from "../bridge/context";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { errorText } from "../ui/errors";

/** Saves the PDF; a draft has none, and a new document's is a moment away. */
export function PdfButton({ row }: { row: InvoiceRowFragment }) {
  const api = useApi();
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const download = useMutation({
    mutationFn: () => downloadPdf(api, row.id),
    onError: (error) => notify("error", `${t("pdf.failed")} ${errorText(error, t)}`),
  });
  if (row.state === "DRAFT") return null;
  const ready = row.pdf !== null;
  const label = ready ? t("pdf.download", { number: row.number }) : t("pdf.preparing");
  return (
    <Tooltip>
      <Tooltip.Trigger>
        <Button
          variant="tertiary"
          size="small"
          aria-label={label}
          disabled={!ready || download.isPending}
          icon={<Download size={16} aria-hidden />}
          onClick={() => download.mutate()}
        />
      </Tooltip.Trigger>
      <Tooltip.Content side="left">{label}</Tooltip.Content>
    </Tooltip>
  );
}
