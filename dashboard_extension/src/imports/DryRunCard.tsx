import { importPath } from "../app/paths";
import { Card } from "../ui/Card";
import { PageLink } from "../ui/PageLink";
import { ErrorText } from "./ErrorText";
import css from "./imports.module.css";
import { JobStand } from "./JobStand";
import { type ImportJob, isRunning } from "./jobs";
import type { DryRun } from "./Prepare";
import { useImportJob, useImportRows } from "./useImports";
import { useSay } from "./words";

const SHOWN = 5;

interface Props {
  dry: DryRun | undefined;
  wish: unknown;
}

/** What a dry run found, beside what it was made of. */
export function DryRunCard({ dry, wish }: Props) {
  const say = useSay();
  return (
    <Card plain title={say("imports.dryRun")} text={say("imports.dryRun.text")}>
      {dry && <Result id={dry.id} stale={dry.wished !== JSON.stringify(wish)} />}
    </Card>
  );
}

function Result({ id, stale }: { id: string; stale: boolean }) {
  const say = useSay();
  const { data: job, error } = useImportJob(id);
  if (error) return <ErrorText error={error} />;
  if (!job) return null;
  return (
    <div className={css.stack}>
      {stale && <p className={css.stale}>{say("imports.dryRun.stale")}</p>}
      <JobStand job={job} />
      {!isRunning(job) && <Wrong job={job} />}
    </div>
  );
}

function Wrong({ job }: { job: ImportJob }) {
  const say = useSay();
  const { rows } = useImportRows(job.id, "REJECTED", job.rejected > 0);
  return (
    <>
      <ul className={css.wrong}>
        {rows.slice(0, SHOWN).map(({ position, place, findings }) => (
          <li key={position}>
            <strong>{place}</strong> {findings[0]?.message}
            {findings[0]?.remedy && <span className={css.value}>{findings[0].remedy}</span>}
          </li>
        ))}
      </ul>
      <PageLink to={importPath(job.id)}>{say("imports.dryRun.all")}</PageLink>
    </>
  );
}
