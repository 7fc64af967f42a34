import { Button } from "@saleor/macaw-ui";
import { FileDown, Play, Square } from "lucide-react";
import { useParams } from "react-router";
import { importAgainPath, importedPath, importPath, PATHS } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Page, PageHead } from "../ui/Page";
import { PageLink, useGo } from "../ui/PageLink";
import { ErrorText } from "./ErrorText";
import css from "./imports.module.css";
import { JobDetails } from "./JobDetails";
import { JobStand } from "./JobStand";
import { canGoOn, isRunning, TONES } from "./jobs";
import { RowsCard } from "./RowsCard";
import { useImportJob, useImportStart, useImportWork, useReportDownload } from "./useImports";
import { useSay, WordsProvider } from "./words";

/** One import: how far it is, and what became of each document that was not plainly taken in. */
export default function ImportPage() {
  const { id = "" } = useParams();
  return (
    <WordsProvider>
      <OneImport key={id} id={id} />
    </WordsProvider>
  );
}

type Found = NonNullable<ReturnType<typeof useImportJob>["data"]>;

function OneImport({ id }: { id: string }) {
  const { t } = useLanguage();
  const say = useSay();
  const { data: job, error, refetch } = useImportJob(id);
  if (job) return <Shown job={job} />;
  return (
    <Page head={<PageHead title={say("imports.one")} back={PATHS.imports} line />}>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : (
        <span role="status" className="visually-hidden">
          {t("ui.loading")}
        </span>
      )}
    </Page>
  );
}

function Shown({ job }: { job: Found }) {
  const say = useSay();
  return (
    <Page
      head={
        <PageHead
          line
          title={job.fileName}
          text={say(job.dryRun ? "imports.one.dry" : "imports.one.of", {
            source: job.sourceSystem,
          })}
          back={PATHS.imports}
          backLabel={say("imports.back")}
          badges={
            <>
              <Chip tone={TONES[job.state]}>{say(`imports.state.${job.state}`)}</Chip>
              {job.dryRun && <Chip tone="neutral">{say("imports.dryRun")}</Chip>}
            </>
          }
          actions={<Actions job={job} />}
        />
      }
      aside={<JobDetails job={job} />}
    >
      <Card title={say(job.dryRun ? "imports.result.dry" : "imports.result")}>
        <JobStand job={job} />
        <Documents job={job} />
        {job.dryRun && job.state === "DONE" && <ForReal job={job} />}
      </Card>
      <RowsCard job={job} />
    </Page>
  );
}

function Actions({ job }: { job: Found }) {
  const say = useSay();
  const go = useGo();
  const report = useReportDownload(job);
  return (
    <>
      <Work job={job} />
      {!isRunning(job) && (
        <Button variant="secondary" onClick={() => go(importAgainPath(job.id))}>
          {say("imports.again")}
        </Button>
      )}
      <Button
        variant="secondary"
        icon={<FileDown size={16} aria-hidden />}
        disabled={report.running}
        onClick={() => report.run()}
      >
        {say("imports.report")}
      </Button>
    </>
  );
}

function Work({ job }: { job: Found }) {
  const say = useSay();
  const { stop, resume } = useImportWork(job);
  if (isRunning(job)) {
    return (
      <Button
        variant="secondary"
        icon={<Square size={16} aria-hidden />}
        disabled={stop.running}
        onClick={() => stop.run()}
      >
        {say("imports.stop")}
      </Button>
    );
  }
  if (!canGoOn(job)) return null;
  return (
    <Button
      icon={<Play size={16} aria-hidden />}
      disabled={resume.running}
      onClick={() => resume.run()}
    >
      {say("imports.resume")}
    </Button>
  );
}

/** The way to what was kept, and to what waits for its order. */
function Documents({ job }: { job: Found }) {
  const say = useSay();
  const brought = job.created + job.updated;
  if (job.dryRun || brought + job.unchanged === 0) return null;
  return (
    <div className={css.links}>
      {brought > 0 && <PageLink to={importedPath(job)}>{say("imports.documents")}</PageLink>}
      <PageLink to={`${PATHS.imports}?tab=unlinked`}>{say("imports.documents.unlinked")}</PageLink>
    </div>
  );
}

/** The same once more, kept this time. */
function ForReal({ job }: { job: Found }) {
  const say = useSay();
  const go = useGo();
  const start = useImportStart(({ id }) => go(importPath(id)));
  const { uploadId, sourceSystem, legalEntity, policy, publish, options } = job;
  const run = () =>
    start.run({ uploadId, sourceSystem, legalEntity, policy, publish, dryRun: false, options });
  return (
    <div className={css.stack}>
      <div>
        <Button disabled={start.running} onClick={run}>
          {say("imports.now")}
        </Button>
      </div>
      <ErrorText error={start.error} title={say("imports.start.failed")} />
    </div>
  );
}
