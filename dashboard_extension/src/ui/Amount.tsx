import { formatAmount, type Money } from "../format/money";
import { useLanguage } from "../i18n/context";
import css from "./Amount.module.css";

interface Props {
  money: Money;
  /** Without the currency, where it stands beside already. */
  bare?: boolean;
}

/** An amount as the dashboard shows it: the currency first and quietly. */
export function Amount({ money, bare = false }: Props) {
  const { locale } = useLanguage();
  return (
    <span className={css.amount}>
      {!bare && <span className={css.currency}>{money.currency}</span>}
      {formatAmount(money, locale)}
    </span>
  );
}
