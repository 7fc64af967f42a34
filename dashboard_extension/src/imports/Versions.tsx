import { moneyText } from "../document/words";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import type { External } from "./ExternalCard";
import css from "./imports.module.css";
import { useSay } from "./words";

/** What the document said before its source said otherwise, the latest first. */
export function Versions({ external: { versions } }: { external: External }) {
  const say = useSay();
  const { locale } = useLanguage();
  if (versions.length === 0) return null;
  return (
    <details className={css.versions}>
      <summary>{say("imports.versions", { count: String(versions.length) })}</summary>
      <ol>
        {versions.toReversed().map(({ version, number, total, replacedAt }) => (
          <li key={version}>
            {say("imports.versions.one", {
              version: String(version),
              number,
              total: moneyText(total, locale),
            })}
            <span className={css.value}>
              {say("imports.versions.until", { at: formatMoment(replacedAt, locale) })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
