import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { ErrorLine } from "../../ui/ErrorLine";
import { taxText } from "../words";
import css from "./Dialogs.module.css";
import type { LivePreview } from "./useCreditPreview";

/** What the credit note comes to, and what can be credited after it. */
export function CreditTotal({ preview }: { preview: LivePreview }) {
  const { t, locale } = useLanguage();
  const { shown, fresh, error } = preview;
  if (error) return <ErrorLine error={error} />;
  if (shown === undefined) {
    return (
      <div className={css.total} role="status">
        {t(preview.fault ? "doc.credit.choose" : "doc.credit.computing")}
      </div>
    );
  }
  const { currency } = shown.total;
  return (
    <div
      className={fresh ? css.total : `${css.total} ${css.stale}`}
      aria-busy={fresh === undefined}
      role="status"
    >
      <div className={css.row}>
        <span>{t("doc.net")}</span>
        <Amount bare money={shown.net} />
      </div>
      {shown.vatBreakdown.map(({ tax, taxAmount }) => (
        <div key={tax.category + tax.rate} className={css.row}>
          <span>{t("doc.vat.rate", { rate: taxText(tax, t, locale) })}</span>
          <Amount bare money={{ amount: taxAmount, currency }} />
        </div>
      ))}
      <div className={`${css.row} ${css.strong}`}>
        <span>{t("doc.credit.total")}</span>
        <Amount money={shown.total} />
      </div>
      <div className={`${css.row} ${css.small}`}>
        <span>{t("doc.credit.after")}</span>
        <Amount money={shown.left} />
      </div>
    </div>
  );
}
