import { Text } from "@saleor/macaw-ui";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { formatMoment } from "../format/dates";
import type { ReportNumbersQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { CheckField } from "../ui/fields";
import { Downloads } from "./Downloads";
import { Filters, SellerFilter } from "./Filters";
import css from "./Reports.module.css";
import { Shown } from "./Shown";
import { useNumbers, useReportState } from "./useReports";

type Report = NonNullable<ReportNumbersQuery["salesNumberReport"]>;
type Series = Report["series"][number];

/** A series with thousands missing is named by its first ones; the download has all. */
const NAMED = 20;

/** Proof that no number is missing and none was given twice. */
export default function NumbersReport() {
  const { t } = useLanguage();
  const [state, change] = useReportState();
  const numbers = useNumbers(state);
  return (
    <>
      <div className={css.bar}>
        <Filters>
          <SellerFilter state={state} change={change} />
          <CheckField
            label={t("reports.test")}
            help={t("reports.test.help")}
            checked={state.test}
            onChange={(test) => change({ test })}
          />
        </Filters>
        <Downloads report={{ kind: "NUMBERS", legalEntity: state.seller, testMode: state.test }} />
      </div>
      <Shown query={numbers} isEmpty={({ series }) => series.length === 0}>
        {(report) => (
          <>
            <Card>
              <Verdict report={report} />
            </Card>
            <Card title={t("reports.series")} flush>
              <SeriesTable series={report.series} />
            </Card>
          </>
        )}
      </Shown>
    </>
  );
}

function Verdict({ report }: { report: Report }) {
  const { t, locale } = useLanguage();
  const bad = report.series.filter(({ complete }) => !complete).length;
  return (
    <div role="status">
      <div className={`${css.verdict} ${bad ? css.bad : css.good}`}>
        {bad ? <TriangleAlert size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden />}
        {bad ? t.count("reports.numbers.bad", bad) : t("reports.numbers.good")}
      </div>
      <Text size={2} color="default2">
        {t("reports.numbers.at", { at: formatMoment(report.at, locale) })}
      </Text>
    </div>
  );
}

function SeriesTable({ series }: { series: readonly Series[] }) {
  const { t } = useLanguage();
  const columns: DataColumn<Series>[] = [
    {
      name: "seller",
      head: t("reports.seller"),
      cell: (row) => row.legalEntity || t("reports.none"),
    },
    { name: "kind", head: t("reports.kind"), cell: (row) => t(`kind.${row.kind}`) },
    { name: "period", head: t("reports.period"), cell: (row) => row.period },
    {
      name: "span",
      head: t("reports.span"),
      cell: (row) => [row.first, row.last].filter(Boolean).join(" – "),
    },
    { name: "given", head: t("reports.given"), end: true, cell: (row) => row.documents },
    { name: "expected", head: t("reports.expected"), end: true, cell: (row) => row.expected },
    {
      name: "missing",
      head: t("reports.missing"),
      grow: true,
      cell: (row) => <Named of={row.missing} />,
    },
    { name: "twins", head: t("reports.twins"), cell: (row) => <Named of={row.twins} /> },
    {
      name: "complete",
      head: t("reports.complete"),
      headHidden: true,
      cell: (row) => (
        <Chip tone={row.complete ? "success" : "error"}>
          {t(row.complete ? "reports.complete" : "reports.incomplete")}
        </Chip>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("reports.numbers")}
      columns={columns}
      rows={series}
      rowKey={(row) => [row.legalEntity, row.kind, row.testMode, row.period].join("|")}
    />
  );
}

function Named({ of }: { of: readonly string[] }) {
  const { t } = useLanguage();
  if (of.length === 0) return t("reports.none");
  return (
    <span className={css.numbers}>
      {of.slice(0, NAMED).join(", ")}
      {of.length > NAMED && ` ${t.count("reports.number.more", of.length - NAMED)}`}
    </span>
  );
}
