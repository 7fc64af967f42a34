import { Button } from "@saleor/macaw-ui";
import { useEffect, useRef } from "react";
import { Card } from "../ui/Card";
import { ErrorText } from "./ErrorText";
import css from "./imports.module.css";
import { JobStand } from "./JobStand";
import { type ImportJob, type ImportRow, isRunning } from "./jobs";
import type { DryRun } from "./Prepare";
import { placeWords, useFindingWords } from "./told";
import { useImportJob, useImportRows } from "./useImports";
import { useSay } from "./words";

const SHOWN = 5;

interface Props {
  dry: DryRun;
  wish: unknown;
  /** Shows a dry run's own page; the way back leads here again. */
  onWhole: (id: string) => void;
}

/** What a dry run found, beside what it was made of. */
export function DryRunCard({ dry, wish, onWhole }: Props) {
  const say = useSay();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView?.({ block: "nearest" }); // it was just asked for
  }, []);
  return (
    <div ref={top} className={css.result}>
      <Card plain title={say("imports.dryRun")} text={say("imports.dryRun.text")}>
        <Result
          id={dry.id}
          stale={dry.wished !== JSON.stringify(wish)}
          onWhole={() => onWhole(dry.id)}
        />
      </Card>
    </div>
  );
}

interface ResultProps {
  id: string;
  stale: boolean;
  onWhole: () => void;
}

function Result({ id, stale, onWhole }: ResultProps) {
  const say = useSay();
  const { data: job, error } = useImportJob(id);
  if (error) return <ErrorText error={error} />;
  if (!job) return null;
  return (
    <div className={css.stack}>
      {stale && <p className={css.stale}>{say("imports.dryRun.stale")}</p>}
      <JobStand job={job} />
      {!isRunning(job) && <Wrong job={job} />}
      {!isRunning(job) && (
        <div>
          <Button variant="secondary" size="small" onClick={onWhole}>
            {say("imports.dryRun.all")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Wrong({ job }: { job: ImportJob }) {
  const { rows } = useImportRows(job.id, "REJECTED", job.rejected > 0);
  if (rows.length === 0) return null;
  return (
    <ul className={css.wrong}>
      {rows.slice(0, SHOWN).map((row) => (
        <First key={row.position} row={row} />
      ))}
    </ul>
  );
}

/** What was wrong with a document first. */
function First({ row: { place, findings } }: { row: ImportRow }) {
  const say = useSay();
  const told = useFindingWords();
  const first = findings[0] && told(findings[0]);
  return (
    <li>
      <strong>{placeWords(say, place)}</strong> {first?.message}
      {first?.remedy && <span className={css.value}>{first.remedy}</span>}
    </li>
  );
}
