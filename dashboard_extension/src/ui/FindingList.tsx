import { mendPath } from "../app/paths";
import { useViewer } from "../app/useViewer";
import { useLanguage } from "../i18n/context";
import css from "./FindingList.module.css";

export interface Finding {
  code: string;
  rule: string;
  severity: "BLOCKING" | "WARNING";
  message: string;
  remedy: string;
  place: string;
}

interface Props {
  findings: readonly Finding[];
  /** Shows a route of ours; within a popup that is another page of the dashboard. */
  go: (route: string) => void;
  /** Shows the order; without it the reader has it before their eyes. */
  goOrder?: () => void;
  /** Shows the field of a place on this page. */
  showPlace?: (place: string) => void;
}

/** What the rules of issue say, the blocking ones first, each with where to mend it. */
export function FindingList({ findings, ...ways }: Props) {
  const { t } = useLanguage();
  const sorted = [...findings].sort((one, other) => rank(one) - rank(other));
  return (
    <ul className={css.list}>
      {sorted.map((finding) => (
        <li
          key={`${finding.code} ${finding.place} ${finding.message}`}
          className={css.finding}
          data-severity={finding.severity}
        >
          <span className={css.message}>
            <span className="visually-hidden">{t(`finding.${finding.severity}`)}: </span>
            {finding.message}
          </span>
          {finding.remedy && <span className={css.remedy}>{finding.remedy}</span>}
          <span className={css.foot}>
            <span className={css.rule}>{finding.rule}</span>
            <Mend finding={finding} {...ways} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function rank({ severity }: Finding): number {
  return severity === "BLOCKING" ? 0 : 1;
}

function Mend({ finding, go, goOrder, showPlace }: Omit<Props, "findings"> & { finding: Finding }) {
  const { t } = useLanguage();
  const { maySet } = useViewer();
  const where = finding.place.split(":")[0];
  const button = (label: string, onClick: () => void) => (
    <button type="button" className={css.mend} onClick={onClick}>
      {label}
    </button>
  );
  if (showPlace && finding.place && !finding.place.includes(":")) {
    return button(t("finding.field"), () => showPlace(finding.place));
  }
  if (where === "order") return goOrder ? button(t("finding.order"), goOrder) : null;
  const route = mendPath(finding.place);
  if (route === undefined) return null;
  if (!maySet) return <span>{t("finding.ask")}</span>;
  return button(t(where === "seller" ? "finding.seller" : "finding.setting"), () => go(route));
}
