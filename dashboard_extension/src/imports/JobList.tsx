import { Button } from "@saleor/macaw-ui";
import { FileDown, Play, Square } from "lucide-react";
import { importPath, PATHS } from "../app/paths";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { EmptyState } from "../ui/EmptyState";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Menu } from "../ui/Menu";
import { PageLink, useGo } from "../ui/PageLink";
import { ProgressBar } from "../ui/ProgressBar";
import css from "./imports.module.css";
import { COUNTS, canGoOn, type ImportJob, isRunning, shareOf, TONES } from "./jobs";
import { useImportJobs, useImportWork, useReportDownload } from "./useImports";
import { useSay } from "./words";

/** The store's imports, also those of colleagues. */
export function JobList() {
  const say = useSay();
  const { data, error, isPending, refetch } = useImportJobs();
  const columns = useColumns();
  if (error && !data) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data?.length === 0) return <Nothing />;
  return (
    <Card flush>
      <DataTable
        caption={say("imports.title")}
        columns={columns}
        rows={data ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
      />
    </Card>
  );
}

function Nothing() {
  const say = useSay();
  const go = useGo();
  return (
    <EmptyState
      title={say("imports.empty")}
      text={say("imports.empty.hint")}
      action={<Button onClick={() => go(PATHS.importNew)}>{say("imports.new")}</Button>}
    />
  );
}

function useColumns(): readonly DataColumn<ImportJob>[] {
  const say = useSay();
  const { t, locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  return [
    { name: "file", head: say("imports.file"), grow: true, cell: (job) => <FileCell job={job} /> },
    { name: "state", head: t("column.state"), cell: (job) => <State job={job} /> },
    ...COUNTS.map((name) => ({
      name,
      head: say(`imports.count.${name}`),
      end: true,
      cell: (job: ImportJob) =>
        name === "rejected" && job.rejected > 0 ? (
          <Chip tone="error">{number.format(job.rejected)}</Chip>
        ) : (
          number.format(job[name])
        ),
    })),
    {
      name: "who",
      head: t("jobs.who"),
      cell: ({ startedByName, startedBy }) => (
        <span className={css.who}>{startedByName || startedBy}</span>
      ),
    },
    {
      name: "when",
      head: t("jobs.when"),
      nowrap: true,
      cell: ({ createdAt }) => formatMoment(createdAt, locale),
    },
    {
      name: "actions",
      head: t("column.actions"),
      headHidden: true,
      end: true,
      cell: (job) => <Actions job={job} />,
    },
  ];
}

function FileCell({ job }: { job: ImportJob }) {
  return (
    <div className={css.file}>
      <PageLink to={importPath(job.id)} className={css.open}>
        {job.fileName}
      </PageLink>
      <span className={css.small}>{job.sourceSystem}</span>
    </div>
  );
}

function State({ job }: { job: ImportJob }) {
  const say = useSay();
  const underWay = isRunning(job) || canGoOn(job);
  return (
    <div className={css.state}>
      <span className={css.chips}>
        <Chip tone={TONES[job.state]}>{say(`imports.state.${job.state}`)}</Chip>
        {job.dryRun && <Chip tone="neutral">{say("imports.dryRun")}</Chip>}
      </span>
      {underWay && (
        <ProgressBar
          label={say("imports.progress", { file: job.fileName })}
          share={shareOf(job)}
          tone={job.state === "FAILED" ? "error" : "info"}
        />
      )}
    </div>
  );
}

function Actions({ job }: { job: ImportJob }) {
  const say = useSay();
  const go = useGo();
  const { stop, resume } = useImportWork(job);
  const report = useReportDownload(job);
  return (
    <Menu
      label={say("imports.actions", { file: job.fileName })}
      items={[
        { label: say("imports.open"), onSelect: () => go(importPath(job.id)) },
        isRunning(job) && {
          label: say("imports.stop"),
          icon: <Square size={15} />,
          onSelect: stop.run,
        },
        canGoOn(job) && {
          label: say("imports.resume"),
          icon: <Play size={15} />,
          onSelect: resume.run,
        },
        {
          label: say("imports.report"),
          icon: <FileDown size={15} />,
          onSelect: report.run,
        },
      ]}
    />
  );
}
