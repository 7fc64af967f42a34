import { Button, Text } from "@saleor/macaw-ui";
import type { ComponentType } from "react";
import { useContextId } from "../app/useContextId";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { CardSkeletons, InvoiceCards } from "../invoices/InvoiceCards";
import { useInvoices } from "../invoices/useInvoices";
import { ProblemItem } from "../problems/ProblemItem";
import { orderOf, useProblems } from "../problems/useProblems";
import { ErrorNotice } from "../ui/ErrorNotice";
import { errorText } from "../ui/errors";
import { Notice } from "../ui/Notice";
import type { PanelProps } from "../ui/Panel";
import css from "./OrderInvoices.module.css";
import { useInvoiceIssue } from "./useInvoiceIssue";

type Frame = ComponentType<PanelProps>;

/** The documents of the order that the dashboard names, and a button for the first one. */
export function OrderInvoices({ frame: Frame }: { frame: Frame }) {
  const { t } = useLanguage();
  const orderId = useContextId("orderId");
  if (orderId !== undefined) return <Documents orderId={orderId} frame={Frame} />;
  return (
    <Frame title={t("title.order")} titleHidden>
      <Notice compact alert title={t("error.title")} text={t("order.missing")} />
    </Frame>
  );
}

function Documents({ orderId, frame: Frame }: { orderId: string; frame: Frame }) {
  const { t } = useLanguage();
  const list = useInvoices({ filter: { orderId } });
  const issue = useInvoiceIssue(orderId);
  const mayIssue = list.isSuccess && !list.rows.some(isInvoice);
  return (
    <Frame
      title={t("title.order")}
      titleHidden
      action={
        mayIssue && (
          <Button variant="primary" size="medium" disabled={issue.isPending} onClick={issue.once}>
            {issue.isPending ? t("order.issuing") : t("order.issue")}
          </Button>
        )
      }
    >
      {issue.isError && <IssueFailure error={issue.error} />}
      <OrderProblems orderId={orderId} />
      <DocumentList list={list} />
    </Frame>
  );
}

function DocumentList({ list }: { list: ReturnType<typeof useInvoices> }) {
  const { t } = useLanguage();
  if (list.isPending) return <CardSkeletons />;
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice compact error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.rows.length > 0) return <InvoiceCards rows={list.rows} />;
  return (
    <Text as="p" size={3} color="default2" margin={0} role="status">
      {t("order.empty")}
    </Text>
  );
}

function IssueFailure({ error }: { error: unknown }) {
  const { t } = useLanguage();
  return (
    <div role="alert" className={css.failure}>
      <strong>{t("order.issue.failed")}</strong> {errorText(error, t)}
    </div>
  );
}

/** What stands in the way of this order's documents. */
function OrderProblems({ orderId }: { orderId: string }) {
  const { data } = useProblems();
  const own = data?.shown.filter((problem) => orderOf(problem) === orderId) ?? [];
  if (own.length === 0) return null;
  return (
    <ul className={css.problems}>
      {own.map((problem) => (
        <ProblemItem key={problem.id} problem={problem} />
      ))}
    </ul>
  );
}

function isInvoice({ kind, state }: InvoiceRowFragment): boolean {
  return kind === "INVOICE" && state === "ISSUED";
}
