import { Download } from "lucide-react";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { opensPdf } from "./opensPdf";
import css from "./PdfButton.module.css";
import { usePdfDownload } from "./usePdfDownload";

/** Saves the PDF; a draft has none, and a new document's is a moment away. */
export function PdfButton({ row }: { row: InvoiceRowFragment }) {
  const { t } = useLanguage();
  const download = usePdfDownload(row.id);
  if (row.state === "DRAFT") return null;
  const ready = opensPdf(row);
  const label = ready ? t("pdf.download", { number: row.number }) : t("pdf.preparing");
  return (
    <button
      type="button"
      className={css.button}
      aria-label={label}
      title={label}
      disabled={!ready || download.running}
      onClick={download.run}
    >
      <Download size={16} aria-hidden />
    </button>
  );
}
