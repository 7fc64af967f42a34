import { Check, CircleAlert } from "lucide-react";
import { Card } from "../ui/Card";
import css from "./imports.module.css";
import { NEEDS } from "./mapping";
import type { Preparation } from "./usePreparation";
import { useFieldName, useSay } from "./words";

/** What every document needs, and which column says it. */
export function NeedsCard({ work: { isTable, missing, twice } }: { work: Preparation }) {
  const say = useSay();
  const fieldName = useFieldName();
  if (!isTable) return null;
  return (
    <Card plain title={say("imports.needs")}>
      <ul className={css.needs} aria-live="polite">
        {NEEDS.map((need) => {
          const lacks = missing.includes(need);
          return (
            <li key={need} data-missing={lacks || undefined}>
              {lacks ? <CircleAlert size={16} aria-hidden /> : <Check size={16} aria-hidden />}
              <span>
                {say(`imports.need.${need}`)}
                {lacks && <span className={css.small}> {say("imports.need.missing")}</span>}
              </span>
            </li>
          );
        })}
        {[...twice].map((field) => (
          <li key={field} data-missing>
            <CircleAlert size={16} aria-hidden />
            <span>{say("imports.twice", { field: fieldName(field) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
