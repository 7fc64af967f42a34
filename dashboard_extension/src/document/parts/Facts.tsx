import type { ReactNode } from "react";
import css from "./Facts.module.css";

export type Fact = readonly [label: string, value: ReactNode];

/** What is to be known, a line each; one without a value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.filter(([, value]) => Boolean(value));
  if (shown.length === 0) return null;
  return (
    <dl className={css.facts}>
      {shown.map(([label, value]) => (
        <div key={label} className={css.fact}>
          <dt className={css.label}>{label}</dt>
          <dd className={css.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
