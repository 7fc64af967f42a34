import { Button, Text } from "@saleor/macaw-ui";
import { invoicePath } from "../app/paths";
import { useDashboard } from "../bridge/context";
import { formatMoment } from "../format/dates";
import type { ReportFailedWorkQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { orderPath } from "../ui/DashboardLink";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { EmptyState } from "../ui/EmptyState";
import { PageLink } from "../ui/PageLink";
import { Downloads } from "./Downloads";
import css from "./Reports.module.css";
import { Shown } from "./Shown";
import { useFailedWork } from "./useReports";
import { useWorkRetry } from "./useWorkRetry";

export type Work = NonNullable<ReportFailedWorkQuery["salesFailedWork"]>["edges"][number]["node"];

/** Everything that did not work, in one list, each with a way to try again. */
export default function FailedWorkReport() {
  const { t } = useLanguage();
  const work = useFailedWork();
  return (
    <>
      <div className={css.bar}>
        <span />
        <Downloads report={{ kind: "FAILED_WORK" }} disabled={work.rows.length === 0} />
      </div>
      <Shown
        query={{ ...work, data: work.data && work.rows }}
        isEmpty={(rows) => rows.length === 0}
        empty={<EmptyState title={t("reports.work.none")} text={t("reports.work.none.hint")} />}
      >
        {(rows) => (
          <Card flush>
            <WorkTable rows={rows} />
            {work.hasNextPage && (
              <div className={css.foot}>
                <Button
                  variant="secondary"
                  disabled={work.isFetchingNextPage}
                  onClick={() => void work.fetchNextPage()}
                >
                  {t("reports.work.more")}
                </Button>
              </div>
            )}
          </Card>
        )}
      </Shown>
    </>
  );
}

function WorkTable({ rows }: { rows: readonly Work[] }) {
  const { t, locale } = useLanguage();
  const columns: DataColumn<Work>[] = [
    {
      name: "kind",
      head: t("reports.work.kind"),
      cell: (row) => <Chip tone="error">{t(`reports.work.${row.kind}`)}</Chip>,
    },
    { name: "what", head: t("reports.failed"), grow: true, cell: (row) => <What work={row} /> },
    { name: "document", head: t("reports.work.document"), cell: (row) => <Where work={row} /> },
    {
      name: "when",
      head: t("reports.work.when"),
      cell: (row) => (
        <>
          {formatMoment(row.at, locale)}
          {row.attempts > 0 && (
            <span className={css.sub}>{t.count("reports.work.attempts", row.attempts)}</span>
          )}
        </>
      ),
    },
    {
      name: "actions",
      head: t("column.actions"),
      headHidden: true,
      cell: (row) => <Retry work={row} />,
    },
  ];
  return (
    <DataTable
      caption={t("reports.failed")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.kind} ${row.id}`}
    />
  );
}

function What({ work }: { work: Work }) {
  return (
    <>
      <Text size={3}>{work.title}</Text>
      {work.remedy && <span className={css.sub}>{work.remedy}</span>}
    </>
  );
}

function Where({ work }: { work: Work }) {
  const { t } = useLanguage();
  const { open } = useDashboard();
  const { document, problem } = work;
  if (document) {
    return <PageLink to={invoicePath(document.id)}>{document.number || t("state.DRAFT")}</PageLink>;
  }
  const order = problem?.subject.startsWith("order:") && problem.subject.slice("order:".length);
  if (!order) return null;
  return (
    <Button variant="tertiary" size="small" onClick={() => open(orderPath(order))}>
      {t("reports.work.order")}
    </Button>
  );
}

function Retry({ work }: { work: Work }) {
  const { t } = useLanguage();
  const retry = useWorkRetry();
  if (!work.retryable) return null;
  return (
    <Button
      variant="secondary"
      size="small"
      disabled={retry.running}
      aria-label={t("reports.work.retry.of", { title: work.title })}
      onClick={() => retry.run(work)}
    >
      {retry.running ? t("ui.working") : t("reports.work.retry")}
    </Button>
  );
}
