import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { PaymentRefundDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { MoneyField, TextField } from "../../ui/fields";
import { useShown } from "../context";
import { compare } from "../decimals";
import { NoticeBox } from "../parts/NoticeBox";
import { useDialogKey, useVerb } from "../useVerb";
import { moneyText } from "../words";
import { Impossible } from "./Impossible";
import { amountFault } from "./PayDialog";

const LONGEST_REASON = 300;

interface Props {
  paymentId: string;
  close: () => void;
}

/** Giving money back through Saleor, by the payment's own way. */
export function RefundDialog({ paymentId, close }: Props) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const payment = document.payments.find(({ id }) => id === paymentId);
  const refundable = payment?.refundable;
  const idempotencyKey = useDialogKey();
  const [amount, setAmount] = useState(refundable?.amount ?? "");
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState("");
  const refund = useVerb({
    run: (api) =>
      api(PaymentRefundDocument, {
        paymentId,
        documentId: document.id,
        amount,
        reason,
        idempotencyKey,
      }),
    success: ({ salesPaymentRefund: done }) => {
      if (done?.state === "REFUSED") return undefined;
      return t(done?.state === "DONE" ? "doc.refund.done" : "doc.refund.requested");
    },
    onDone: ({ salesPaymentRefund: done }) => {
      if (done?.state !== "REFUSED") return close();
      setRefused(done.message || t("doc.refund.refused"));
    },
    watched: true,
  });
  if (!payment || (!refundable && !refund.running && !refused && !refund.error)) {
    return <Impossible title={t("doc.refund")} text={t("doc.refund.impossible")} close={close} />;
  }
  const most = refundable ?? payment.amount;
  const wrong = amountFault(amount, most.amount);
  const excess = !wrong && compare(amount, most.amount) > 0;
  const ready = !wrong && !excess && !refund.running && !refused;
  return (
    <Dialog
      title={t("doc.refund.of", { amount: moneyText(payment.amount, locale) })}
      text={t("doc.refund.text")}
      busy={refund.running}
      onClose={close}
      onSubmit={() => ready && refund.run()}
      actions={
        <Button type="submit" disabled={!ready}>
          {refund.running
            ? t("ui.working")
            : t("doc.refund.now", {
                amount: wrong ? "" : moneyText({ amount, currency: most.currency }, locale),
              })}
        </Button>
      }
    >
      <MoneyField
        required
        label={t("doc.payment.amount")}
        help={t("doc.refund.most", { amount: moneyText(most, locale) })}
        error={
          excess
            ? t("doc.refund.excess", { amount: moneyText(most, locale) })
            : amount && wrong
              ? t("doc.amount.wrong")
              : null
        }
        currency={most.currency}
        value={amount}
        onChange={setAmount}
      />
      <TextField
        label={t("doc.refund.reason")}
        help={t("doc.refund.reason.help")}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={setReason}
      />
      {refused && (
        <div role="alert">
          <NoticeBox tone="error" title={t("doc.refund.refused")}>
            {refused}
          </NoticeBox>
        </div>
      )}
      <ErrorLine error={refund.error} />
    </Dialog>
  );
}
