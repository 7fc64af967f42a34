import { Button, Text } from "@saleor/macaw-ui";
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "../i18n/context";
import { ProblemsBanner } from "../problems/ProblemsBanner";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Notice } from "../ui/Notice";
import css from "./InvoicesPage.module.css";
import { InvoiceTable } from "./InvoiceTable";
import { type ListState, readListState, writeListState } from "./listState";
import { MoreRows } from "./MoreRows";
import { SearchField } from "./SearchField";
import { useInvoices } from "./useInvoices";

/** The store's documents: search, sort, download. */
export default function InvoicesPage() {
  const { t } = useLanguage();
  const [state, change] = useListState();
  const search = useCallback((search: string) => change({ search }), [change]);
  return (
    <>
      <header className={css.head}>
        <Text as="h1" size={6} fontWeight="medium" margin={0}>
          {t("title.invoices")}
        </Text>
        <div className={css.toolbar}>
          <SearchField value={state.search} onSearch={search} />
        </div>
      </header>
      <ProblemsBanner />
      <InvoiceGrid state={state} change={change} />
    </>
  );
}

type Change = (change: Partial<ListState>) => void;

function InvoiceGrid({ state, change }: { state: ListState; change: Change }) {
  const { search, sort } = state;
  const list = useInvoices({ search, sort });
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.isSuccess && !list.isPlaceholderData && list.rows.length === 0) {
    return <EmptyList search={search} clear={() => change({ search: "" })} />;
  }
  return (
    <>
      <InvoiceTable
        rows={list.rows}
        sort={sort}
        onSort={(sort) => change({ sort })}
        loading={list.isPending}
        stale={list.isPlaceholderData}
      />
      <div className={css.foot}>
        <MoreRows list={list} />
      </div>
    </>
  );
}

function EmptyList({ search, clear }: { search: string; clear: () => void }) {
  const { t } = useLanguage();
  if (!search) return <Notice title={t("list.empty")} text={t("list.empty.hint")} />;
  return (
    <Notice
      title={t("list.nothing")}
      text={t("list.nothing.hint", { search })}
      action={
        <Button variant="secondary" onClick={clear}>
          {t("list.clear")}
        </Button>
      }
    />
  );
}

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
  return [readListState(params), change];
}
