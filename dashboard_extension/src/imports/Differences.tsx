import { formatAmount, type Money } from "../format/money";
import { useLanguage } from "../i18n/context";
import type { External } from "./ExternalCard";
import css from "./imports.module.css";
import { useSay } from "./words";

/** Totals of the other system that the document's lines do not make: they stand, and are told. */
export function Differences({ of }: { of: External["totalsDifferences"] }) {
  const say = useSay();
  const { locale } = useLanguage();
  const shown = (money: Money) => `${money.currency} ${formatAmount(money, locale)}`;
  if (of.length === 0) return null;
  return (
    <section className={css.differences} aria-label={say("imports.totals")}>
      <strong>{say("imports.totals")}</strong>
      <ul>
        {of.map(({ total, stated, computed }) => (
          <li key={total}>
            {say(`imports.totals.${total}`, { stated: shown(stated), computed: shown(computed) })}
          </li>
        ))}
      </ul>
      <span>{say("imports.totals.text")}</span>
    </section>
  );
}
