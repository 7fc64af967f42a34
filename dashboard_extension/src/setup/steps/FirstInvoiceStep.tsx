import { Button } from "@saleor/macaw-ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import { useViewer } from "../../app/useViewer";
import { useDashboard } from "../../bridge/context";
import { formatAmount } from "../../format/money";
import {
  InvoiceIssueDocument,
  OrderCheckDocument,
  type OrderCheckQuery,
  SaleorOrderListDocument,
  type SaleorOrderListQuery,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Combobox } from "../../ui/Combobox";
import { orderPath } from "../../ui/DashboardLink";
import { ErrorLine } from "../../ui/ErrorLine";
import { FindingList } from "../../ui/FindingList";
import { useGo } from "../../ui/PageLink";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import { IssuedInvoice } from "../IssuedInvoice";
import type { StepProps } from "../StepItem";
import css from "../setup.module.css";
import { SETUP } from "../useSetup";

type Order = NonNullable<SaleorOrderListQuery["saleorOrders"]>[number];
type Check = NonNullable<OrderCheckQuery["invoiceCheck"]>;

const FOUND = 10;

/** The first invoice: choose an order, see what is missing, issue it, look at it. */
export function FirstInvoiceStep(_props: StepProps) {
  const { t } = useLanguage();
  const { mayWork } = useViewer();
  const [order, setOrder] = useState<Order>();
  const [issued, setIssued] = useState<string>();
  if (!mayWork) return <p>{t("error.PERMISSION_DENIED")}</p>;
  return (
    <div className={css.stack}>
      <OrderChoice
        order={order}
        onSelect={(chosen) => {
          setOrder(chosen);
          setIssued(undefined);
        }}
      />
      {order && issued === undefined && (
        <CheckedOrder key={order.id} order={order} onIssued={setIssued} />
      )}
      {issued !== undefined && <IssuedInvoice id={issued} />}
    </div>
  );
}

function OrderChoice({
  order,
  onSelect,
}: {
  order: Order | undefined;
  onSelect: (order: Order) => void;
}) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const name = ({ number }: Order) => t("look.order", { number });
  return (
    <Combobox
      label={t("setup.order")}
      help={t("setup.order.help")}
      placeholder={t("setup.order.search")}
      name="setup-orders"
      value={order ? name(order) : ""}
      search={async (text, signal) => {
        const asked = { search: text, first: FOUND };
        return (await api(SaleorOrderListDocument, asked, signal)).saleorOrders ?? [];
      }}
      itemKey={({ id }) => id}
      itemText={name}
      itemHint={({ customerName, customerEmail, total, invoice }) =>
        [
          customerName || customerEmail,
          `${total.currency} ${formatAmount(total, locale)}`,
          invoice?.number,
        ]
          .filter(Boolean)
          .join(" · ")
      }
      onSelect={onSelect}
    />
  );
}

/** What stands in the way of an order's invoice; nothing: the button. */
function CheckedOrder({ order, onIssued }: { order: Order; onIssued: (id: string) => void }) {
  const { t } = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const check = useQuery({
    queryKey: ["order-check", order.id],
    queryFn: async ({ signal }) =>
      (await api(OrderCheckDocument, { orderId: order.id }, signal)).invoiceCheck,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: true, // what is missing may be mended in another tab
  });
  const issue = useMutationWithFeedback({
    run: (call) => call(InvoiceIssueDocument, { orderId: order.id }),
    onDone: async (result) => {
      if (result.invoiceIssue) onIssued(result.invoiceIssue.document.id);
      await queries.invalidateQueries({ queryKey: SETUP });
    },
  });
  const found = check.data;
  return (
    <div className={css.stack}>
      {check.isPending && <span role="status">{t("setup.checking")}</span>}
      <ErrorLine error={check.error} />
      {found && <Verdict check={found} orderId={order.id} />}
      {found && (
        <div className={css.line}>
          {found.existing ? (
            <Button type="button" onClick={() => found.existing && onIssued(found.existing.id)}>
              {t("setup.show", { number: found.existing.number })}
            </Button>
          ) : (
            <Button
              type="button"
              disabled={!found.canBeIssued || issue.running}
              onClick={() => issue.run()}
            >
              {t(issue.running ? "order.issuing" : "order.issue")}
            </Button>
          )}
          <Button
            type="button"
            variant="secondary"
            disabled={check.isFetching}
            onClick={() => void check.refetch()}
          >
            {t("setup.check.again")}
          </Button>
        </div>
      )}
      <ErrorLine error={issue.error} title={t("order.issue.failed")} />
    </div>
  );
}

function Verdict({ check, orderId }: { check: Check; orderId: string }) {
  const { t } = useLanguage();
  const go = useGo();
  const { openTab } = useDashboard();
  return (
    <>
      {check.canBeIssued && !check.existing && (
        <div role="status" className={css.good}>
          {t("setup.check.good")}
        </div>
      )}
      <FindingList findings={check.findings} go={go} goOrder={() => openTab(orderPath(orderId))} />
    </>
  );
}
