import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import { invoicePath } from "../../app/paths";
import { isZero } from "../../format/money";
import { InvoiceCorrectDocument, OrderCheckDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Amount } from "../../ui/Amount";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/fields";
import { useGo } from "../../ui/PageLink";
import { useShown } from "../context";
import { differenceOf } from "../difference";
import { DOCUMENT_KEY } from "../keys";
import { DifferenceList } from "../parts/Difference";
import { Findings } from "../parts/Findings";
import { useVerb } from "../useVerb";
import css from "./Dialogs.module.css";
import { Impossible } from "./Impossible";

const LONGEST_REASON = 300;

/** Crediting what is left and invoicing the order anew, as Saleor has it now. */
export function CorrectDialog({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { document, verbs } = useShown();
  // Once begun, nothing that others do meanwhile takes the form away.
  const [begun, setBegun] = useState(false);
  if (verbs !== undefined && !verbs.correct && !begun) {
    return <Impossible title={t("doc.correct")} text={t("doc.correct.impossible")} close={close} />;
  }
  return <CorrectForm key={document.id} close={close} begin={() => setBegun(true)} />;
}

function CorrectForm({ close, begin }: { close: () => void; begin: () => void }) {
  const { t } = useLanguage();
  const go = useGo();
  const { document } = useShown();
  const [reason, setReason] = useState("");
  const check = useOrderCheck();
  const correct = useVerb({
    run: (api) => api(InvoiceCorrectDocument, { id: document.id, reason }),
    success: ({ invoiceCorrect }) =>
      t("doc.correct.done", { number: invoiceCorrect?.invoice.number ?? "" }),
    onDone: ({ invoiceCorrect }) => {
      close();
      if (invoiceCorrect) go(invoicePath(invoiceCorrect.invoice.id));
    },
  });
  const ready = check.data?.canBeIssued === true && !correct.running;
  return (
    <Dialog
      wide
      title={t("doc.correct.of", { number: document.number })}
      text={t("doc.correct.text")}
      busy={correct.running}
      onClose={close}
      onSubmit={() => {
        if (!ready) return;
        begin();
        correct.run();
      }}
      actions={
        <Button type="submit" disabled={!ready}>
          {t(correct.running ? "ui.working" : "doc.correct")}
        </Button>
      }
    >
      <Changes />
      <Outcome total={check.data?.total ?? undefined} loading={check.isPending} />
      <Findings findings={check.data?.findings ?? []} />
      <TextField
        label={t("doc.credit.reason")}
        help={t("doc.correct.reason.help")}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(text) => {
          begin();
          setReason(text);
        }}
      />
      <ErrorLine error={check.error ?? correct.error} />
    </Dialog>
  );
}

function Changes() {
  const { t } = useLanguage();
  const found = differenceOf(useShown().document.orderDifference);
  if (found === undefined) return <p className={css.words}>{t("doc.correct.same")}</p>;
  return <DifferenceList found={found} />;
}

interface OutcomeProps {
  total: { amount: string; currency: string } | undefined;
  loading: boolean;
}

function Outcome({ total, loading }: OutcomeProps) {
  const { t } = useLanguage();
  const { creditable } = useShown().document;
  return (
    <div className={css.total}>
      {creditable && !isZero(creditable.total) && (
        <div className={css.row}>
          <span>{t("doc.correct.credited")}</span>
          <Amount money={creditable.total} />
        </div>
      )}
      <div className={`${css.row} ${css.strong}`}>
        <span>{t("doc.correct.invoiced")}</span>
        {total ? <Amount money={total} /> : loading ? t("ui.loading") : "–"}
      </div>
    </div>
  );
}

function useOrderCheck() {
  const api = useApi();
  const { id, orderId } = useShown().document;
  return useQuery({
    queryKey: [DOCUMENT_KEY, id, "check", orderId],
    queryFn: async ({ signal }) =>
      (await api(OrderCheckDocument, { orderId: orderId ?? "" }, signal)).invoiceCheck,
    enabled: orderId !== null,
    staleTime: 0,
  });
}
