import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { PATHS } from "../app/paths";
import { BulkBar } from "../bulk/BulkBar";
import { useLanguage } from "../i18n/context";
import { ProblemsBanner } from "../problems/ProblemsBanner";
import { SetupBanner } from "../setup/SetupBanner";
import { PageHead } from "../ui/Page";
import { PageLink } from "../ui/PageLink";
import { ColumnPicker } from "./ColumnPicker";
import { FilterBar } from "./FilterBar";
import { Grid } from "./Grid";
import css from "./InvoicesPage.module.css";
import { type ListState, readListState, writeListState } from "./listState";
import { OrdersToIssue } from "./OrdersToIssue";
import { QuickTabs } from "./QuickTabs";
import { SavedViews } from "./SavedViews";
import { useSelection } from "./selection";
import { useColumns } from "./useColumns";
import { useInvoiceGrid } from "./useInvoiceGrid";

const GRID_ID = "invoices";

/** The store's documents: tabs, search, filters, columns, and what can be done with them. */
export default function InvoicesPage() {
  const { t } = useLanguage();
  const [state, change] = useListState();
  const columns = useColumns();
  const { list, wanted, scope } = useInvoiceGrid(state);
  const order = useMemo(() => list.rows.map(({ id }) => id), [list.rows]);
  const choosing = useSelection(order, scope);
  // The rows come first: what stands around them is asked for when they are there.
  const ready = !list.isPending;
  return (
    <div className={css.page}>
      <PageHead
        title={t("title.invoices")}
        actions={
          <>
            <PageLink to={PATHS.jobs} className={css.link}>
              {t("jobs.title")}
            </PageLink>
            <PageLink to={PATHS.imports} className={css.link}>
              {t("list.import")}
            </PageLink>
            <SavedViews state={state} change={change} ready={ready} />
            <ColumnPicker columns={columns.chosen} onChange={columns.choose} />
          </>
        }
      />
      <SetupBanner />
      <QuickTabs
        current={state.tab}
        onSelect={(tab) => change({ tab })}
        controls={GRID_ID}
        ready={ready}
      />
      {ready && <ProblemsBanner />}
      <div id={GRID_ID} role="tabpanel" aria-label={t(`tab.${state.tab}`)} className={css.panel}>
        {state.tab === "toIssue" && <OrdersToIssue />}
        <FilterBar state={state} change={change} />
        <BulkBar choosing={choosing} rows={list.rows} wanted={wanted} />
        <Grid
          state={state}
          change={change}
          list={list}
          columns={columns.chosen}
          columnsKnown={columns.known}
          choosing={choosing}
        />
      </div>
    </div>
  );
}

export type Change = (change: Partial<ListState>) => void;

function useListState(): [ListState, Change] {
  const [params, setParams] = useSearchParams();
  const change = useCallback<Change>(
    (change) =>
      // Replaced: the dashboard's address bar has the history, twice would be one "back" too many.
      setParams((now) => writeListState(now, { ...readListState(now), ...change }), {
        replace: true,
      }),
    [setParams],
  );
  const state = useMemo(() => readListState(params), [params]);
  return [state, change];
}
