import { useContextId } from "../app/useContextId";
import { useLanguage } from "../i18n/context";
import { CardSkeletons, InvoiceCards } from "../invoices/InvoiceCards";
import { MoreRows } from "../invoices/MoreRows";
import { useInvoices } from "../invoices/useInvoices";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Notice } from "../ui/Notice";
import { Panel } from "../ui/Panel";
import css from "./CustomerPage.module.css";

const PAGE_SIZE = 20;

/** The popup on the customer's page. */
export default function CustomerPage() {
  const { t } = useLanguage();
  const customerId = useContextId("customerId");
  return (
    <Panel title={t("title.customer")} titleHidden>
      {customerId === undefined ? (
        <Notice compact alert title={t("error.title")} text={t("customer.missing")} />
      ) : (
        <Documents customerId={customerId} />
      )}
    </Panel>
  );
}

function Documents({ customerId }: { customerId: string }) {
  const { t } = useLanguage();
  const list = useInvoices({ filter: { customerId }, pageSize: PAGE_SIZE });
  if (list.isPending) return <CardSkeletons count={4} />;
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice compact error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.rows.length === 0) return <Notice compact title={t("customer.empty")} />;
  return (
    <>
      <InvoiceCards rows={list.rows} fact={(row) => `#${row.orderNumber}`} />
      <div className={css.foot}>
        <MoreRows list={list} />
      </div>
    </>
  );
}
