import { Button, Text } from "@saleor/macaw-ui";
import type { ComponentType, ReactNode } from "react";
import { PATHS } from "../app/paths";
import { routeAt } from "../app/routes";
import { useContextId } from "../app/useContextId";
import { useViewer } from "../app/useViewer";
import { formatAmount } from "../format/money";
import { useLanguage } from "../i18n/context";
import { CardSkeletons } from "../invoices/InvoiceCards";
import { ProblemItem } from "../problems/ProblemItem";
import { ErrorLine } from "../ui/ErrorLine";
import { ErrorNotice } from "../ui/ErrorNotice";
import { FindingList } from "../ui/FindingList";
import { Notice } from "../ui/Notice";
import type { PanelProps } from "../ui/Panel";
import { useGoInDashboard } from "../ui/useGoInDashboard";
import { DocumentCard } from "./DocumentCard";
import css from "./OrderDocuments.module.css";
import { useInvoiceIssue, useOrderCheck, useOrderProblems, useProformaIssue } from "./useOrderWork";
import { usePanelDocuments } from "./usePanelDocuments";

type Frame = ComponentType<PanelProps>;

/** The documents of the order that the dashboard names, and all that can be done for it. */
export function OrderDocuments({ frame: Frame }: { frame: Frame }) {
  const { t } = useLanguage();
  const orderId = useContextId("orderId");
  const { mayWork } = useViewer();
  if (orderId !== undefined && mayWork) return <Desk orderId={orderId} frame={Frame} />;
  const why = orderId === undefined ? t("order.missing") : t("error.PERMISSION_DENIED");
  return (
    <Frame title={t("title.order")} titleHidden>
      <Notice compact alert title={t("error.title")} text={why} />
    </Frame>
  );
}

function Desk({ orderId, frame: Frame }: { orderId: string; frame: Frame }) {
  const { t } = useLanguage();
  const check = useOrderCheck(orderId);
  const issue = useInvoiceIssue(orderId);
  const proforma = useProformaIssue(orderId);
  const go = useGoInDashboard();
  // Without a word of the API the button stays: it says itself what is wrong.
  const mayIssue = check.data ? check.data.existing === null : check.isError;
  // Until it is read what came of the last click, a slow second one is no new wish.
  const busy = issue.running || proforma.running || check.isRefetching;
  const write = `${PATHS.draftNew}?orderId=${encodeURIComponent(orderId)}`;
  return (
    <Frame title={t("title.order")} titleHidden>
      {mayIssue && (
        <div className={css.bar}>
          <Button
            variant="primary"
            size="medium"
            disabled={busy || check.data?.canBeIssued === false}
            onClick={() => issue.run()}
          >
            {issue.running ? t("order.issuing") : t("order.issue")}
          </Button>
          {routeAt(PATHS.draftNew) && (
            <Button variant="secondary" size="medium" disabled={busy} onClick={() => go(write)}>
              {t("order.write")}
            </Button>
          )}
          <Button variant="secondary" size="medium" disabled={busy} onClick={() => proforma.run()}>
            {proforma.running ? t("order.issuing") : t("order.proforma")}
          </Button>
        </div>
      )}
      <Failure title={t("order.issue.failed")} error={issue.error} />
      <Failure title={t("order.proforma.failed")} error={proforma.error} />
      <Problems orderId={orderId} />
      {mayIssue && <Standing check={check} go={go} />}
      <Documents orderId={orderId} go={go} />
    </Frame>
  );
}

function Failure({ title, error }: { title: string; error: Error | null }) {
  if (error === null) return null;
  return (
    <div className={css.part}>
      <ErrorLine title={title} error={error} />
    </div>
  );
}

interface StandingProps {
  check: ReturnType<typeof useOrderCheck>;
  go: (route: string) => void;
}

/** Whether the order can be invoiced, and what stands in the way. */
function Standing({ check, go }: StandingProps) {
  const { t, locale } = useLanguage();
  const { data } = check;
  if (data == null) {
    if (check.isError) return <Failure title={t("order.check.failed")} error={check.error} />;
    return <Small>{t("order.checking")}</Small>;
  }
  const { findings, total, canBeIssued } = data;
  const amount = total && `${total.currency} ${formatAmount(total, locale)}`;
  return (
    <div className={css.part}>
      {canBeIssued && amount && <Small>{t("order.ready", { amount })}</Small>}
      {!canBeIssued && <Small>{t("order.blocked")}</Small>}
      {!canBeIssued && <FindingList findings={findings} go={go} />}
      {canBeIssued && findings.length > 0 && (
        <details className={css.notes}>
          <summary>{t.count("order.warned", findings.length)}</summary>
          <FindingList findings={findings} go={go} />
        </details>
      )}
    </div>
  );
}

function Small({ children }: { children: ReactNode }) {
  return (
    <Text as="p" size={2} color="default2" margin={0} role="status">
      {children}
    </Text>
  );
}

/** What the app tried for this order and could not do. */
function Problems({ orderId }: { orderId: string }) {
  const problems = useOrderProblems(orderId).data ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className={css.problems}>
      {problems.map((problem) => (
        <ProblemItem key={problem.id} problem={problem} />
      ))}
    </ul>
  );
}

function Documents({ orderId, go }: { orderId: string; go: (route: string) => void }) {
  const { t } = useLanguage();
  const list = usePanelDocuments({ filter: { orderId } });
  if (list.isPending) return <CardSkeletons />;
  if (list.isError && list.rows.length === 0) {
    return <ErrorNotice compact error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.rows.length === 0) return <Small>{t("order.empty")}</Small>;
  return (
    <>
      <ul className={css.list} aria-label={t("panel.documents")}>
        {list.rows.map((row) => (
          <DocumentCard key={row.id} row={row} go={go} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="secondary"
          size="small"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("panel.more")}
        </Button>
      )}
    </>
  );
}
