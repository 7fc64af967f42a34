import type { ReactNode } from "react";
import css from "./Chart.module.css";
import { Pattern } from "./Pattern";

export interface LegendEntry {
  name: string;
  label: string;
  value?: ReactNode;
}

/** What the fillings mean; each has a pattern too, not only a colour. */
export function Legend({ entries, id }: { entries: readonly LegendEntry[]; id: string }) {
  return (
    <ul className={css.legend}>
      {entries.map((entry, index) => (
        <li key={entry.name}>
          <svg width={16} height={16} aria-hidden="true" className={css.swatch}>
            <defs>
              <Pattern id={`${id}-legend-${index}`} index={index} />
            </defs>
            <rect width={16} height={16} rx={3} fill={`url(#${id}-legend-${index})`} />
          </svg>
          <span>{entry.label}</span>
          {entry.value !== undefined && <span className={css.value}>{entry.value}</span>}
        </li>
      ))}
    </ul>
  );
}
