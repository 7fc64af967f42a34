import { Button, Text } from "@saleor/macaw-ui";
import type { ComponentType } from "react";
import { useContextId } from "../app/useContextId";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { CardSkeletons, InvoiceCards } from "../invoices/InvoiceCards";
import { useInvoices } from "../invoices/useInvoices";
import { ProblemItem } from "../problems/ProblemItem";
import { orderOf, type Problem, useProblems } from "../problems/useProblems";
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
  const problems = useProblems().data?.shown.filter((each) => orderOf(each) === orderId) ?? [];
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
      {issue.isError && <IssueFailure error={issue.error} problems={problems} />}
      <OrderProblems problems={problems} />
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

type OfOrder = { problems: readonly Problem[] };

/** That it failed; and why, unless a problem below says just that. */
function IssueFailure({ error, problems }: OfOrder & { error: unknown }) {
  const { t } = useLanguage();
  const why = errorText(error, t);
  const explained = problems.some(({ message }) => message.includes(why));
  return (
    <div role="alert" className={css.failure}>
      <strong>{t("order.issue.failed")}</strong> {!explained && why}
    </div>
  );
}

/** What stands in the way of this order's documents. */
function OrderProblems({ problems }: OfOrder) {
  if (problems.length === 0) return null;
  return (
    <ul className={css.problems}>
      {problems.map((problem) => (
        <ProblemItem key={problem.id} problem={problem} />
      ))}
    </ul>
  );
}

function isInvoice({ kind, state }: InvoiceRowFragment): boolean {
  return kind === "INVOICE" && state === "ISSUED";
}
