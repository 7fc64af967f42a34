import { useLanguage } from "../i18n/context";
import { ProgressBar } from "../ui/ProgressBar";
import css from "./imports.module.css";
import { COUNTS, type ImportJob, isRunning, shareOf } from "./jobs";
import { useFaultWords } from "./told";
import { useSay } from "./words";

const BARS = { DONE: "success", FAILED: "error" } as const;

/** How far an import is, and how many documents became what. */
export function JobStand({ job }: { job: ImportJob }) {
  const say = useSay();
  const { locale } = useLanguage();
  const fault = useFaultWords();
  const number = new Intl.NumberFormat(locale);
  const tone = job.state === "DONE" || job.state === "FAILED" ? BARS[job.state] : "info";
  return (
    <div className={css.stack}>
      <div>
        <ProgressBar
          label={say("imports.progress", { file: job.fileName })}
          share={shareOf(job)}
          tone={tone}
        />
        <div className={css.line} role="status">
          <span>{say(`imports.state.${job.state}`)}</span>
          <span className={css.small}>
            {say("imports.position", { count: number.format(job.position) })}
          </span>
        </div>
      </div>
      <Counts job={job} />
      {job.warned > 0 && (
        <p className={css.small}>{say("imports.warned", { count: number.format(job.warned) })}</p>
      )}
      {isRunning(job) && <p className={css.small}>{say("imports.background")}</p>}
      {job.lastError && (
        <div role="alert" className={css.fault}>
          {fault(job.lastError)}
        </div>
      )}
    </div>
  );
}

function Counts({ job }: { job: ImportJob }) {
  const say = useSay();
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  return (
    <dl className={css.counts}>
      {COUNTS.map((name) => (
        <div
          key={name}
          className={css.count}
          data-bad={(name === "rejected" && job.rejected > 0) || undefined}
        >
          <dt>{say(`imports.count.${name}`)}</dt>
          <dd>{number.format(job[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
