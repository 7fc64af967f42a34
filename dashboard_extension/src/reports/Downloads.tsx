import { Button } from "@saleor/macaw-ui";
import { Download } from "lucide-react";
import { ApiError } from "../api/client";
import { downloadFile } from "../api/download";
import {
  ReportFileDocument,
  type SalesReportFileInput,
  type SalesReportFormat,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./Reports.module.css";

const FORMATS: readonly SalesReportFormat[] = ["PDF", "XLSX", "CSV"];

interface Props {
  /** The report as it is shown, without its format. */
  report: Omit<SalesReportFileInput, "format">;
  formats?: readonly SalesReportFormat[];
  disabled?: boolean;
}

/** The report as a file, in each format that it comes in. */
export function Downloads({ report, formats = FORMATS, disabled = false }: Props) {
  const { t } = useLanguage();
  const download = useMutationWithFeedback<void, SalesReportFormat>({
    run: async (api, format) => {
      const { salesReportFile } = await api(ReportFileDocument, { input: { ...report, format } });
      if (salesReportFile === null) throw new ApiError("SERVER", "The report came without a file.");
      await downloadFile(salesReportFile.url, salesReportFile.fileName);
    },
    failure: t("reports.download.failed"),
  });
  return (
    <div className={css.downloads}>
      {formats.map((format) => (
        <Button
          key={format}
          type="button"
          variant="secondary"
          size="small"
          disabled={disabled || download.running}
          aria-label={t("reports.download.as", { format })}
          icon={<Download size={14} aria-hidden />}
          onClick={() => download.run(format)}
        >
          {format}
        </Button>
      ))}
    </div>
  );
}
