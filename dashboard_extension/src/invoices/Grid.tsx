import { Button } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Notice } from "../ui/Notice";
import type { ColumnName } from "./columnChoice";
import css from "./Grid.module.css";
import type { Change } from "./InvoicesPage";
import { InvoiceTable } from "./InvoiceTable";
import { isNarrowed, type ListState, widened } from "./listState";
import { MoreRows } from "./MoreRows";
import type { Choosing } from "./selection";
import type { InvoiceGridList } from "./useInvoiceGrid";

interface Props {
  state: ListState;
  change: Change;
  list: InvoiceGridList;
  columns: readonly ColumnName[];
  /** Until then placeholders stand in, so that no column jumps. */
  columnsKnown: boolean;
  choosing: Choosing;
}

/** The table with its states: loading, failed, nothing there, nothing found. */
export function Grid({ state, change, list, columns, columnsKnown, choosing }: Props) {
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.isSuccess && !list.isPlaceholderData && list.rows.length === 0) {
    return <EmptyGrid state={state} clear={() => change(widened())} />;
  }
  return (
    <>
      <InvoiceTable
        rows={list.rows}
        columns={columns}
        sort={state.sort}
        onSort={(sort) => change({ sort })}
        choosing={choosing}
        loading={list.isPending || !columnsKnown}
        stale={list.isPlaceholderData}
      />
      <div className={css.foot}>
        <MoreRows list={list} />
      </div>
    </>
  );
}

function EmptyGrid({ state, clear }: { state: ListState; clear: () => void }) {
  const { t } = useLanguage();
  if (!isNarrowed(state)) {
    if (state.tab === "all") return <Notice title={t("list.empty")} text={t("list.empty.hint")} />;
    return <Notice compact title={t(`tab.empty.${state.tab}`)} />;
  }
  const { search } = state;
  return (
    <Notice
      title={t("list.nothing")}
      text={search ? t("list.nothing.hint", { search }) : t("list.nothing.filters")}
      action={
        <Button variant="secondary" onClick={clear}>
          {t("list.clear")}
        </Button>
      }
    />
  );
}
