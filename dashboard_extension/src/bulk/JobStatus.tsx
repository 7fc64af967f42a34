import { Button } from "@saleor/macaw-ui";
import { Download } from "lucide-react";
import { saveFile } from "../api/download";
import { formatBytes } from "../format/bytes";
import { formatMoment } from "../format/dates";
import type { SalesBulkState } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { ErrorNotice } from "../ui/ErrorNotice";
import { ProgressBar } from "../ui/ProgressBar";
import { JobResults } from "./JobResults";
import css from "./JobStatus.module.css";
import { isRunning, type Job, makesFile, shareOf } from "./jobs";
import { useBulkCancel, useJob } from "./useJobs";

const TONES: Readonly<Partial<Record<SalesBulkState, "success" | "error">>> = {
  DONE: "success",
  FAILED: "error",
  CANCELLED: "error",
};

/** One job: how far it is, its file, and what came of each document that did not go well. */
export function JobStatus({ id }: { id: string }) {
  const { t } = useLanguage();
  const { data: job, error, refetch } = useJob(id);
  if (error) return <ErrorNotice compact error={error} retry={() => void refetch()} />;
  if (!job) return <ProgressBar label={t("ui.loading")} share={undefined} />;
  return (
    <div className={css.status}>
      <div>
        <ProgressBar label={t(`bulk.${job.kind}`)} share={shareOf(job)} tone={TONES[job.state]} />
        <div className={css.line} role="status">
          <span>{t(`jobs.state.${job.state}`)}</span>
          <Counts job={job} />
        </div>
      </div>
      {job.lastError && <div className={css.error}>{job.lastError}</div>}
      <JobFile job={job} />
      {isRunning(job) ? <Cancel id={id} /> : <JobResults job={job} />}
    </div>
  );
}

function Counts({ job }: { job: Job }) {
  const { t, locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const { done, skipped, failed, total } = job;
  const values = { done: number.format(done), total: number.format(total) };
  return (
    <span className={css.counts}>
      {[
        t("jobs.done", values),
        skipped > 0 && t.count("jobs.skipped", skipped),
        failed > 0 && t.count("jobs.failed", failed),
      ]
        .filter(Boolean)
        .join(" · ")}
    </span>
  );
}

function JobFile({ job }: { job: Job }) {
  const { t, locale } = useLanguage();
  const { downloadUrl: url, fileName, fileSize } = job;
  if (!makesFile(job.kind) || job.state !== "DONE") return null;
  if (url === null) {
    return <div className={css.note}>{t(job.done > 0 ? "jobs.file.gone" : "jobs.file.none")}</div>;
  }
  return (
    <div className={css.file}>
      <Button icon={<Download size={16} aria-hidden />} onClick={() => saveFile(url, fileName)}>
        {t("jobs.file.save")}
      </Button>
      <span className={css.note}>
        {[
          fileName,
          fileSize !== null && formatBytes(fileSize, locale),
          job.expiresAt && t("jobs.file.until", { at: formatMoment(job.expiresAt, locale) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </div>
  );
}

function Cancel({ id }: { id: string }) {
  const { t } = useLanguage();
  const cancel = useBulkCancel(id);
  return (
    <div className={css.file}>
      <Button
        variant="secondary"
        size="small"
        disabled={cancel.running}
        onClick={() => cancel.run()}
      >
        {t("jobs.cancel")}
      </Button>
      <span className={css.note}>{t("jobs.background")}</span>
    </div>
  );
}
