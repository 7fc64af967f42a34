import { useSearchParams } from "react-router";
import { PATHS } from "../app/paths";
import { formatMoment } from "../format/dates";
import type { SalesBulkState } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Chip, type Tone } from "../ui/Chip";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { EmptyState } from "../ui/EmptyState";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Page, PageHead } from "../ui/Page";
import JobDialog from "./JobDialog";
import css from "./JobsPage.module.css";
import type { Job } from "./jobs";
import { useJobs } from "./useJobs";

const TONES: Readonly<Record<SalesBulkState, Tone>> = {
  PENDING: "neutral",
  RUNNING: "info",
  DONE: "success",
  FAILED: "error",
  CANCELLED: "warning",
};

/** The store's bulk jobs, also those of colleagues; `?job=` opens one. */
export default function JobsPage() {
  const { t } = useLanguage();
  const [opened, open] = useOpenedJob();
  const { data, error, isPending, refetch } = useJobs();
  const columns = useJobColumns(open);
  return (
    <Page
      head={<PageHead title={t("jobs.title")} text={t("jobs.text")} back={PATHS.invoices} line />}
    >
      {error && !data ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : data?.length === 0 ? (
        <EmptyState title={t("jobs.empty")} text={t("jobs.empty.hint")} />
      ) : (
        <Card flush>
          <DataTable
            caption={t("jobs.title")}
            columns={columns}
            rows={data ?? []}
            rowKey={({ id }) => id}
            loading={isPending}
          />
        </Card>
      )}
      {opened && <JobDialog id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useOpenedJob() {
  const [params, setParams] = useSearchParams();
  const open = (id: string | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (id) next.set("job", id);
        else next.delete("job");
        return next;
      },
      { replace: true },
    );
  return [params.get("job") ?? undefined, open] as const;
}

function useJobColumns(open: (id: string) => void): readonly DataColumn<Job>[] {
  const { t, locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  return [
    {
      name: "kind",
      head: t("jobs.what"),
      grow: true,
      cell: ({ id, kind }) => (
        <button type="button" className={css.open} onClick={() => open(id)}>
          {t(`bulk.${kind}`)}
        </button>
      ),
    },
    {
      name: "state",
      head: t("column.state"),
      cell: ({ state }) => <Chip tone={TONES[state]}>{t(`jobs.state.${state}`)}</Chip>,
    },
    {
      name: "who",
      head: t("jobs.who"),
      cell: ({ startedByName, startedBy }) => startedByName || startedBy,
    },
    {
      name: "when",
      head: t("jobs.when"),
      cell: ({ createdAt }) => <span className={css.when}>{formatMoment(createdAt, locale)}</span>,
    },
    {
      name: "total",
      head: t("jobs.documents"),
      end: true,
      cell: ({ total }) => number.format(total),
    },
    {
      name: "failed",
      head: t("jobs.results.FAILED"),
      end: true,
      cell: ({ failed }) => failed > 0 && <Chip tone="error">{number.format(failed)}</Chip>,
    },
  ];
}
