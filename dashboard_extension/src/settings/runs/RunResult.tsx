import { Button, Text } from "@saleor/macaw-ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import {
  IssueRunItemsDocument,
  type IssueRunItemsQuery,
  type SalesRunOutcome,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { DashboardLink, orderPath } from "../../ui/DashboardLink";
import { DataTable } from "../../ui/DataTable";
import { ErrorLine } from "../../ui/ErrorLine";
import { ProgressBar } from "../../ui/ProgressBar";
import { Tabs } from "../../ui/Tabs";
import css from "../pages/pages.module.css";
import type { Run, Trial } from "./useRun";

type Item = NonNullable<IssueRunItemsQuery["issueRunItems"]>[number];

const PAGE = 50;
/** What a person wants to know first. */
const ORDER: readonly SalesRunOutcome[] = [
  "REFUSED",
  "WOULD_ISSUE",
  "ISSUED",
  "NOT_DUE",
  "COVERED",
];

/** How a run goes on, what came of each order, and the way from trying to doing. */
export function RunResult({ trial, onIssue }: { trial: Trial; onIssue: () => void }) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const { run } = trial;
  if (run === undefined) return null;
  const would = ordersOf(run, "WOULD_ISSUE");
  return (
    <div className={css.run}>
      <Head run={run} trial={trial} />
      <Outcomes run={run} />
      {run.dryRun && run.state === "DONE" && would > 0 && (
        <div>
          <Button onClick={() => setAsking(true)}>{t.count("runs.issue", would)}</Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={t.count("runs.issue.title", would)}
          text={t("runs.issue.text")}
          confirmLabel={t("runs.issue.do")}
          running={trial.starting}
          onConfirm={() => {
            setAsking(false);
            onIssue();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function Head({ run, trial }: { run: Run; trial: Trial }) {
  const { t } = useLanguage();
  const seen = run.counts.reduce((sum, { orders }) => sum + orders, 0);
  const running = run.state === "RUNNING";
  const label = t(run.dryRun ? "runs.trying" : "runs.issuing");
  return (
    <>
      <div className={css.line} role="status">
        <Text as="span" size={3} fontWeight="medium">
          {running ? label : t(`runs.state.${run.state}`)}
        </Text>
        <Text as="span" size={2} color="default2">
          {t.count("runs.seen", seen)}
        </Text>
        {running && (
          <Button variant="secondary" size="small" disabled={trial.stopping} onClick={trial.stop}>
            {t("runs.stop")}
          </Button>
        )}
      </div>
      {running && <ProgressBar label={label} share={undefined} />}
      {run.state === "FAILED" && (
        <div role="alert" className={css.poor}>
          {run.lastError}
        </div>
      )}
    </>
  );
}

function Outcomes({ run }: { run: Run }) {
  const { t } = useLanguage();
  const found = ORDER.filter((outcome) => ordersOf(run, outcome) > 0);
  const [wished, setWished] = useState<SalesRunOutcome>();
  const first = found[0];
  if (first === undefined) {
    return run.state === "RUNNING" ? null : <p className={css.small}>{t("runs.none")}</p>;
  }
  const shown = wished !== undefined && found.includes(wished) ? wished : first;
  return (
    <>
      <Tabs
        label={t("runs.outcomes")}
        current={shown}
        onSelect={setWished}
        tabs={found.map((outcome) => ({
          name: outcome,
          label: t(`runs.outcome.${outcome}`),
          count: String(ordersOf(run, outcome)),
          alarming: outcome === "REFUSED",
        }))}
      />
      <Items key={shown} run={run} outcome={shown} />
    </>
  );
}

function Items({ run, outcome }: { run: Run; outcome: SalesRunOutcome }) {
  const { t } = useLanguage();
  const items = useItems(run, outcome);
  const rows = items.data?.pages.flat() ?? [];
  return (
    <>
      <ErrorLine error={items.error} />
      <DataTable
        caption={t(`runs.outcome.${outcome}`)}
        loading={items.isPending}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            name: "order",
            head: t("column.order"),
            cell: ({ orderId, orderNumber }) => (
              <DashboardLink
                to={orderPath(orderId)}
                label={t("row.open.order", { number: orderNumber })}
              >
                #{orderNumber}
              </DashboardLink>
            ),
          },
          {
            name: "said",
            head: t("runs.said"),
            grow: true,
            cell: (item) => <Said item={item} />,
          },
          {
            name: "total",
            head: t("column.total"),
            end: true,
            cell: ({ gross }) => gross && <Amount money={gross} />,
          },
        ]}
      />
      {items.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            disabled={items.isFetchingNextPage}
            onClick={() => void items.fetchNextPage()}
          >
            {t("list.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Said({ item }: { item: Item }) {
  if (item.documentNumber) return item.documentNumber;
  return (
    <ul className={css.findings}>
      {item.findings.map(({ code, message, remedy }) => (
        <li key={code + message} className={css.break}>
          {message} {remedy && <span className={css.small}>{remedy}</span>}
        </li>
      ))}
    </ul>
  );
}

function useItems(run: Run, outcome: SalesRunOutcome) {
  const api = useApi();
  return useInfiniteQuery({
    // How many there are is a part of the key: a run that goes on has more of them each time.
    queryKey: ["issue-run-items", run.id, outcome, ordersOf(run, outcome)],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { runId: run.id, outcome, first: PAGE, after: pageParam };
      return (await api(IssueRunItemsDocument, asked, signal)).issueRunItems ?? [];
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
    placeholderData: (before) => before,
  });
}

export const ordersOf = ({ counts }: Pick<Run, "counts">, outcome: SalesRunOutcome): number =>
  counts.find((each) => each.outcome === outcome)?.orders ?? 0;
