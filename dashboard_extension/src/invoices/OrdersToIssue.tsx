import { Button } from "@saleor/macaw-ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import type { GridOrdersToIssueQuery } from "../generated/graphql";
import { GridOrdersToIssueDocument, InvoiceIssueDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { DashboardLink, orderPath } from "../ui/DashboardLink";
import { type DataColumn, DataTable } from "../ui/DataTable";
import { ErrorNotice } from "../ui/ErrorNotice";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./OrdersToIssue.module.css";
import { INVOICES_KEY } from "./useInvoices";

const PAGE = 20;

type Order = NonNullable<GridOrdersToIssueQuery["salesOrdersToIssue"]>["edges"][number]["node"];

/** Orders that wait for their invoice, each with a button that issues it. */
export function OrdersToIssue() {
  const { t } = useLanguage();
  const query = useOrdersToIssue();
  const columns = useOrderColumns();
  const orders = query.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  if (query.isError && orders.length === 0) {
    return <ErrorNotice compact error={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <section className={css.section} aria-label={t("toissue.orders")}>
      <h2 className={css.title}>{t("toissue.orders")}</h2>
      <DataTable
        caption={t("toissue.orders")}
        columns={columns}
        rows={orders}
        rowKey={({ orderId }) => orderId}
        loading={query.isPending}
        empty={<p className={css.empty}>{t("toissue.orders.none")}</p>}
      />
      {query.hasNextPage && (
        <div className={css.more}>
          <Button
            variant="secondary"
            size="small"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("list.more")}
          </Button>
        </div>
      )}
      <h2 className={css.title}>{t("toissue.drafts")}</h2>
    </section>
  );
}

function useOrderColumns(): readonly DataColumn<Order>[] {
  const { t } = useLanguage();
  return [
    {
      name: "order",
      head: t("column.order"),
      cell: ({ orderId, orderNumber }) => {
        const number = `#${orderNumber}`;
        return (
          <DashboardLink to={orderPath(orderId)} label={t("row.open.order", { number })}>
            {number}
          </DashboardLink>
        );
      },
    },
    { name: "channel", head: t("column.channel"), nowrap: true, cell: ({ channel }) => channel },
    {
      name: "problems",
      head: t("toissue.problems"),
      grow: true,
      cell: ({ problems }) =>
        problems.map(({ id, message, remedy }) => (
          <div key={id} className={css.problem}>
            {message} {remedy}
          </div>
        )),
    },
    {
      name: "charged",
      head: t("toissue.charged"),
      end: true,
      cell: ({ charged }) => <Amount money={charged} />,
    },
    {
      name: "total",
      head: t("column.total"),
      end: true,
      cell: ({ total }) => <Amount money={total} />,
    },
    {
      name: "issue",
      head: t("column.actions"),
      headHidden: true,
      end: true,
      cell: (order) => <IssueButton order={order} />,
    },
  ];
}

function IssueButton({ order }: { order: Order }) {
  const { t } = useLanguage();
  const { orderId, orderNumber } = order;
  const issue = useMutationWithFeedback<string>({
    run: async (api) =>
      (await api(InvoiceIssueDocument, { orderId })).invoiceIssue?.document.number ?? "",
    success: (number) => t("order.issued", { number }),
    failure: t("order.issue.failed"),
    invalidates: [[INVOICES_KEY], ["problems"]],
  });
  return (
    <Button
      variant="secondary"
      size="small"
      aria-label={t("toissue.issue.of", { number: `#${orderNumber}` })}
      disabled={issue.running}
      onClick={() => issue.run()}
    >
      {issue.running ? t("order.issuing") : t("row.issue")}
    </Button>
  );
}

function useOrdersToIssue() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [INVOICES_KEY, "orders-to-issue"],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { first: PAGE, after: pageParam };
      const { salesOrdersToIssue } = await api(GridOrdersToIssueDocument, variables, signal);
      return salesOrdersToIssue ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) =>
      pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
  });
}
