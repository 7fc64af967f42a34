import { Button } from "@saleor/macaw-ui";
import { useId, useState } from "react";
import { invoicePath } from "../app/paths";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Chip, type Tone } from "../ui/Chip";
import { EmptyState } from "../ui/EmptyState";
import { ErrorNotice } from "../ui/ErrorNotice";
import { PageLink } from "../ui/PageLink";
import { Tabs } from "../ui/Tabs";
import type { SalesImportOutcome } from "./generated/graphql";
import common from "./imports.module.css";
import { findingLines, type ImportJob, isRunning } from "./jobs";
import css from "./rows.module.css";
import { placeWords, useFindingWords } from "./told";
import { useImportRows } from "./useImports";
import { useSay } from "./words";

const OUTCOMES = ["ALL", "REJECTED", "UPDATED", "CREATED", "UNCHANGED"] as const;
type Choice = (typeof OUTCOMES)[number];

const TONES: Readonly<Record<SalesImportOutcome, Tone>> = {
  REJECTED: "error",
  UPDATED: "info",
  CREATED: "success",
  UNCHANGED: "neutral",
};

/** What was not plainly taken in, document by document. */
export function RowsCard({ job }: { job: ImportJob }) {
  const say = useSay();
  const panel = useId();
  const [choice, choose] = useState<Choice>("ALL");
  const query = useImportRows(job.id, choice === "ALL" ? null : choice, !isRunning(job));
  if (isRunning(job)) return null;
  return (
    <Card flush title={say("imports.rows")} text={say("imports.rows.text")}>
      <Tabs
        label={say("imports.rows.filter")}
        tabs={OUTCOMES.map((name) => ({ name, label: say(`imports.outcome.${name}`) }))}
        current={choice}
        onSelect={choose}
        controls={panel}
      />
      <div id={panel} role="tabpanel" aria-label={say(`imports.outcome.${choice}`)}>
        <Rows query={query} />
      </div>
    </Card>
  );
}

function Rows({ query }: { query: ReturnType<typeof useImportRows> }) {
  const say = useSay();
  const { t } = useLanguage();
  if (query.isError) {
    return <ErrorNotice compact error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.isPending) {
    return (
      <span role="status" className="visually-hidden">
        {t("ui.loading")}
      </span>
    );
  }
  if (query.rows.length === 0) {
    return <EmptyState compact title={say("imports.rows.none")} />;
  }
  return (
    <>
      <RowTable rows={query.rows} />
      {query.hasNextPage && (
        <div className={common.more}>
          <Button
            variant="tertiary"
            size="small"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("list.more")}
          </Button>
        </div>
      )}
    </>
  );
}

const HEADS = ["place", "id", "outcome", "column", "wrong", "right"] as const;

export function RowTable({ rows }: { rows: Parameters<typeof findingLines>[0] }) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where the page is narrow
    <section className={css.scroll} aria-label={say("imports.rows")} tabIndex={0}>
      <table className={css.rows}>
        <caption className="visually-hidden">{say("imports.rows")}</caption>
        <thead>
          <tr>
            {HEADS.map((name) => (
              <th key={name} scope="col">
                {say(`imports.rows.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findingLines(rows).map((line) => (
            <Line key={line.name} {...line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row, finding, isFirst }: ReturnType<typeof findingLines>[number]) {
  const say = useSay();
  const told = useFindingWords();
  const { message, remedy } = finding ? told(finding) : { message: "", remedy: "" };
  return (
    <tr data-first={isFirst || undefined}>
      {isFirst ? (
        <>
          <th scope="row" className={css.place}>
            {placeWords(say, row.place)}
          </th>
          <td>
            <Name row={row} />
          </td>
          <td>
            <Chip tone={TONES[row.outcome]}>{say(`imports.outcome.${row.outcome}`)}</Chip>
          </td>
        </>
      ) : (
        <td colSpan={3} />
      )}
      <td>
        {finding?.column}
        {finding?.value && <span className={common.value}>{finding.value}</span>}
      </td>
      <td>{message}</td>
      <td className={css.right}>{remedy}</td>
    </tr>
  );
}

/** What the document is called, leading to it where it was kept. */
function Name({ row }: Pick<ReturnType<typeof findingLines>[number], "row">) {
  const number = row.number || row.externalId || "–";
  return (
    <>
      {row.documentId ? (
        <PageLink to={invoicePath(row.documentId)} className={common.open}>
          {number}
        </PageLink>
      ) : (
        number
      )}
      {row.externalId && row.externalId !== number && (
        <span className={common.value}>{row.externalId}</span>
      )}
    </>
  );
}
