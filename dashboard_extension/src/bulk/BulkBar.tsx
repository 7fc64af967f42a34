import { Button } from "@saleor/macaw-ui";
import { Banknote, Download, FileDown, Files, Send, X } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useViewer } from "../app/useViewer";
import type { InvoiceRowFragment, SalesBulkKind } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import type { Choosing } from "../invoices/selection";
import type { WantedDocuments } from "../invoices/useInvoiceGrid";
import { Menu } from "../ui/Menu";
import css from "./BulkBar.module.css";

const BulkDialog = lazy(() => import("./BulkDialog"));
const JobDialog = lazy(() => import("./JobDialog"));

interface Props {
  choosing: Choosing;
  rows: readonly InvoiceRowFragment[];
  /** What "everything" means. */
  wanted: WantedDocuments;
}

const EXPORTS: readonly SalesBulkKind[] = [
  "EXPORT_CSV",
  "EXPORT_XLSX",
  "EXPORT_JSONL",
  "EXPORT_DATEV",
  "EXPORT_FEC",
  "EXPORT_SAFT",
  "EXPORT_OSS",
  "ARCHIVE",
];

/** What can be done with the chosen documents; the work itself goes on in the background. */
export function BulkBar({ choosing, rows, wanted }: Props) {
  const [kind, setKind] = useState<SalesBulkKind>();
  const [jobId, setJobId] = useState<string>();
  return (
    <>
      {choosing.count > 0 && <Bar choosing={choosing} onAsk={setKind} />}
      <Suspense fallback={null}>
        {kind && (
          <BulkDialog
            kind={kind}
            choosing={choosing}
            rows={rows}
            wanted={wanted}
            onClose={() => setKind(undefined)}
            onStarted={(job) => {
              setKind(undefined);
              setJobId(job.id);
            }}
          />
        )}
        {jobId && <JobDialog id={jobId} onClose={() => setJobId(undefined)} />}
      </Suspense>
    </>
  );
}

interface BarProps {
  choosing: Choosing;
  onAsk: (kind: SalesBulkKind) => void;
}

function Bar({ choosing, onAsk }: BarProps) {
  const { t } = useLanguage();
  const { mayHandleMoney } = useViewer();
  const action = (kind: SalesBulkKind, icon: ReactNode) => (
    <Button variant="secondary" size="small" icon={icon} onClick={() => onAsk(kind)}>
      {t(`bulk.${kind}`)}
    </Button>
  );
  return (
    <section className={css.bar} aria-label={t("bulk.label")}>
      <Count choosing={choosing} />
      <div className={css.actions}>
        {action("ZIP", <Download size={14} aria-hidden />)}
        {action("MERGED_PDF", <Files size={14} aria-hidden />)}
        {action("SEND", <Send size={14} aria-hidden />)}
        {mayHandleMoney && action("MARK_PAID", <Banknote size={14} aria-hidden />)}
        <Menu
          label={t("bulk.export")}
          className={css.menu}
          items={EXPORTS.map((kind) => ({
            label: t(`bulk.${kind}`),
            onSelect: () => onAsk(kind),
          }))}
        >
          <FileDown size={14} aria-hidden />
          {t("bulk.export")}
        </Menu>
        <button
          type="button"
          className={css.clear}
          aria-label={t("select.clear")}
          title={t("select.clear")}
          onClick={choosing.clear}
        >
          <X size={16} aria-hidden />
        </button>
      </div>
    </section>
  );
}

function Count({ choosing }: { choosing: Choosing }) {
  const { t } = useLanguage();
  const { everything } = choosing.selection;
  return (
    <div className={css.count} role="status">
      {everything ? t("select.everything.on") : t.count("select.count", choosing.count)}
      {choosing.allLoaded && !everything && (
        <button type="button" className={css.all} onClick={choosing.chooseEverything}>
          {t("select.everything")}
        </button>
      )}
    </div>
  );
}
