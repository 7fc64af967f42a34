import { formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { Chip, type Tone } from "../../ui/Chip";
import { useShown } from "../context";
import type { SalesDocument } from "../useDocument";
import css from "./Delivery.module.css";

type Publication = NonNullable<SalesDocument["publications"]>[number];

const TONES: Readonly<Record<Publication["state"], Tone>> = {
  PENDING: "info",
  DONE: "success",
  FAILED: "error",
  WITHDRAWN: "neutral",
};

/** Whether Saleor shows it on its order. One that failed is tried again by its problem. */
export function Publications() {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const rows = document.publications ?? [];
  if (rows.length === 0) return null;
  return (
    <Card plain title={t("doc.publications")}>
      <ul className={css.list}>
        {rows.map((row, index) => (
          <li key={row.saleorInvoiceId ?? index} className={css.mail}>
            <div>
              {t(row.requested ? "doc.publication.requested" : "doc.publication.own")}
              {row.publishedAt && (
                <div className={css.small}>{formatMoment(row.publishedAt, locale)}</div>
              )}
            </div>
            <Chip tone={TONES[row.state]}>{t(`doc.publication.${row.state}`)}</Chip>
            {row.lastError && row.state !== "DONE" && (
              <div className={css.wrong}>{row.lastError}</div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
