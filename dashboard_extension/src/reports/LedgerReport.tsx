import { Button, Text } from "@saleor/macaw-ui";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { formatMoment } from "../format/dates";
import {
  type LedgerCheckFieldsFragment,
  ReportLedgerCheckStartDocument,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { EmptyState } from "../ui/EmptyState";
import { ErrorLine } from "../ui/ErrorLine";
import { CheckField } from "../ui/fields";
import { ProgressBar } from "../ui/ProgressBar";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./Ledger.module.css";
import report from "./Reports.module.css";
import { Shown } from "./Shown";
import { LEDGER_KEY, useLedgerChecks } from "./useReports";

/** Starts a verification of the ledger and shows what earlier ones found. */
export default function LedgerReport() {
  const { t } = useLanguage();
  const checks = useLedgerChecks();
  const [latest, ...earlier] = checks.data ?? [];
  return (
    <>
      <Start running={latest?.state === "RUNNING"} />
      <Shown
        query={checks}
        isEmpty={(all) => all.length === 0}
        empty={<EmptyState title={t("reports.check.none")} text={t("reports.check.none.hint")} />}
      >
        {() => latest && <Card>{<Check check={latest} open />}</Card>}
      </Shown>
      {earlier.length > 0 && (
        <Card title={t("reports.check.earlier")}>
          <ul className={css.checks}>
            {earlier.map((check) => (
              <li key={check.id}>
                <Check check={check} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Start({ running }: { running: boolean }) {
  const { t } = useLanguage();
  const [withFiles, setWithFiles] = useState(false);
  const start = useMutationWithFeedback({
    run: (api) => api(ReportLedgerCheckStartDocument, { withFiles }),
    invalidates: [LEDGER_KEY],
  });
  return (
    <div className={report.bar}>
      <CheckField
        label={t("reports.check.files")}
        help={t("reports.check.files.help")}
        checked={withFiles}
        onChange={setWithFiles}
      />
      <Button disabled={running || start.running} onClick={() => start.run()}>
        {running || start.running ? t("reports.check.running") : t("reports.check.start")}
      </Button>
      <ErrorLine error={start.error} />
    </div>
  );
}

function Check({ check, open = false }: { check: LedgerCheckFieldsFragment; open?: boolean }) {
  const { t, locale } = useLanguage();
  const at = formatMoment(check.finishedAt ?? check.startedAt, locale);
  // A machine's key has a name; who of the staff it was is no name to show.
  const key = check.startedBy.startsWith("key:") && check.startedBy.slice("key:".length);
  const facts = [
    key ? t("reports.check.by", { at, name: key }) : at,
    check.state !== "RUNNING" && t.count("reports.check.documents", check.documents),
    check.withFiles && t("reports.check.withFiles"),
  ];
  return (
    <div className={css.check} role={open ? "status" : undefined}>
      <Outcome check={check} />
      <Text size={2} color="default2">
        {facts.filter(Boolean).join(" · ")}
      </Text>
      {check.lastError && <Text size={3}>{check.lastError}</Text>}
      {check.faults.length > 0 && (
        <details open={open}>
          <summary>{t("reports.check.show")}</summary>
          <ul className={report.faults}>
            {check.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Outcome({ check }: { check: LedgerCheckFieldsFragment }) {
  const { t } = useLanguage();
  if (check.state === "RUNNING") {
    return (
      <>
        <div className={report.verdict}>{t("reports.check.running")}</div>
        <ProgressBar label={t("reports.check.running")} share={undefined} />
      </>
    );
  }
  const good = check.state === "DONE" && check.ok === true;
  const words = () => {
    if (check.state === "FAILED") return t("reports.check.FAILED");
    return good ? t("reports.check.ok") : t.count("reports.check.faults", check.faultCount);
  };
  return (
    <div className={`${report.verdict} ${good ? report.good : report.bad}`}>
      {good ? <CircleCheck size={20} aria-hidden /> : <TriangleAlert size={20} aria-hidden />}
      {words()}
    </div>
  );
}
