import { mendPath } from "../../app/paths";
import { useViewer } from "../../app/useViewer";
import { useLanguage } from "../../i18n/context";
import { Chip } from "../../ui/Chip";
import { PageLink } from "../../ui/PageLink";
import css from "./Findings.module.css";

export interface Finding {
  code: string;
  rule: string;
  severity: "BLOCKING" | "WARNING";
  message: string;
  remedy: string;
  place: string;
}

/** What was noticed about a document, with its rule and where to mend it. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useLanguage();
  const { mayReadSettings } = useViewer();
  if (findings.length === 0) return null;
  return (
    <ul className={css.list}>
      {findings.map((one) => (
        <li key={one.code + one.message} className={css.item}>
          <Chip tone={one.severity === "BLOCKING" ? "error" : "warning"}>
            {t(one.severity === "BLOCKING" ? "doc.finding.blocking" : "doc.finding.warning")}
          </Chip>
          <div>
            {one.message}
            {one.remedy && <div className={css.small}>{one.remedy}</div>}
            <div className={css.small}>
              {one.rule}
              {mayReadSettings && <Mend place={one.place} />}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The way to the field that mends it. */
function Mend({ place }: { place: string }) {
  const { t } = useLanguage();
  const path = mendPath(place);
  if (path === undefined) return null;
  return (
    <>
      {" · "}
      <PageLink to={path}>{t("doc.finding.settings")}</PageLink>
    </>
  );
}
