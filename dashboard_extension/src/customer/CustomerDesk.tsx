import type { ComponentType, ReactNode } from "react";
import { PATHS } from "../app/paths";
import { useContextId } from "../app/useContextId";
import { useViewer } from "../app/useViewer";
import type { OpenAmountFragment, PanelDocumentFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { CardSkeletons } from "../invoices/InvoiceCards";
import { DocumentCard } from "../order/DocumentCard";
import { usePanelDocuments } from "../order/usePanelDocuments";
import { Shown } from "../reports/Shown";
import { useAccount } from "../reports/useAccount";
import { Amount } from "../ui/Amount";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Notice } from "../ui/Notice";
import type { PanelProps } from "../ui/Panel";
import { useGoInDashboard } from "../ui/useGoInDashboard";
import css from "./CustomerDesk.module.css";

interface Props {
  frame: ComponentType<PanelProps>;
  /** How many documents are shown. */
  latest: number;
  /** Below the documents. */
  children: (customerId: string) => ReactNode;
  action?: (customerId: string) => ReactNode;
}

/** What a customer owes and bought last, on the customer's page of the dashboard. */
export function CustomerDesk({ frame: Frame, latest, action, children }: Props) {
  const { t } = useLanguage();
  const customerId = useContextId("customerId");
  const { mayWork } = useViewer();
  if (customerId === undefined || !mayWork) {
    const why = customerId === undefined ? t("customer.missing") : t("error.PERMISSION_DENIED");
    return (
      <Frame title={t("title.customer")} titleHidden>
        <Notice compact alert title={t("error.title")} text={why} />
      </Frame>
    );
  }
  return (
    <Frame title={t("title.customer")} titleHidden action={action?.(customerId)}>
      <Balances customerId={customerId} />
      <Latest customerId={customerId} count={latest} />
      {children(customerId)}
    </Frame>
  );
}

function Balances({ customerId }: { customerId: string }) {
  const { t } = useLanguage();
  const account = useAccount(customerId);
  return (
    <Shown query={account} compact>
      {({ open, overdue }) => (
        <dl className={css.balances}>
          <Balance name={t("customer.open")} amounts={open} />
          <Balance name={t("customer.overdue")} amounts={overdue} alarming />
        </dl>
      )}
    </Shown>
  );
}

interface BalanceProps {
  name: string;
  amounts: readonly OpenAmountFragment[];
  alarming?: boolean;
}

function Balance({ name, amounts, alarming = false }: BalanceProps) {
  const { t } = useLanguage();
  const count = amounts.reduce((sum, { documents }) => sum + documents, 0);
  return (
    <div className={css.balance} data-alarming={(alarming && count > 0) || undefined}>
      <dt>{name}</dt>
      {amounts.map(({ amount }) => (
        <dd key={amount.currency}>
          <Amount money={amount} />
        </dd>
      ))}
      {count === 0 ? (
        <dd className={css.small}>{t("customer.nothing")}</dd>
      ) : (
        <dd className={css.small}>{t.count("reports.count", count)}</dd>
      )}
    </div>
  );
}

function Latest({ customerId, count }: { customerId: string; count: number }) {
  const { t } = useLanguage();
  const list = usePanelDocuments({ filter: { customerId }, first: count });
  const go = useGoInDashboard();
  if (list.isPending) return <CardSkeletons count={3} />;
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice compact error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.rows.length === 0) return <Notice compact title={t("customer.empty")} />;
  return (
    <section>
      <h2 className={css.head}>{t("customer.latest")}</h2>
      <ul className={css.list}>
        {list.rows.slice(0, count).map((row) => (
          <DocumentCard
            key={row.id}
            row={row}
            go={go}
            still
            fact={row.orderNumber && `#${row.orderNumber}`}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className={css.more}
          onClick={() => go(`${PATHS.invoices}?${documentsOf(customerId, list.rows[0])}`)}
        >
          {t("home.all")}
        </button>
      )}
    </section>
  );
}

/** The grid's own words for "of this customer". */
function documentsOf(customerId: string, latest: PanelDocumentFragment | undefined): string {
  return new URLSearchParams({ customer: `${customerId}~${latest?.buyer.name ?? ""}` }).toString();
}
