import { FileInput, TriangleAlert } from "lucide-react";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Chip } from "../ui/Chip";
import css from "./DocumentNumber.module.css";

/** The number, or that there is none yet, whether the document counts, and whether work on it failed. */
export function DocumentNumber({ row }: { row: InvoiceRowFragment }) {
  const { t } = useLanguage();
  return (
    <span className={css.number}>
      {row.number && (
        <span className={css.text} title={row.number}>
          {row.number}
        </span>
      )}
      {row.state === "DRAFT" && <Chip tone="neutral">{t("state.DRAFT")}</Chip>}
      {row.testMode && <Chip tone="warning">{t("state.test")}</Chip>}
      {row.external && (
        <span
          className={css.external}
          role="img"
          aria-label={t("row.external", { source: row.external.sourceSystem })}
          title={t("row.external", { source: row.external.sourceSystem })}
        >
          <FileInput size={14} aria-hidden />
        </span>
      )}
      {row.failed && (
        <span
          className={css.failed}
          role="img"
          aria-label={t("row.failed")}
          title={t("row.failed")}
        >
          <TriangleAlert size={14} aria-hidden />
        </span>
      )}
    </span>
  );
}
