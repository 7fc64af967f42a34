import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { useApi } from "../../api/context";
import {
  InvoicesToPayDocument,
  type InvoicesToPayQuery,
  PaymentReallocateDocument,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Combobox } from "../../ui/Combobox";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { MoneyField } from "../../ui/fields";
import { useShown } from "../context";
import { compare, magnitude } from "../decimals";
import { NoticeBox } from "../parts/NoticeBox";
import { useDialogKey, useVerb } from "../useVerb";
import { moneyText } from "../words";
import { Impossible } from "./Impossible";
import { amountFault } from "./PayDialog";

type Target = NonNullable<InvoicesToPayQuery["salesInvoices"]>["edges"][number]["node"];

interface Props {
  paymentId: string;
  close: () => void;
}

/** Having a part of a payment count for another invoice of the same customer. */
export function ReallocateDialog({ paymentId, close }: Props) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const payment = document.payments.find(({ id }) => id === paymentId);
  const [target, setTarget] = useState<Target>();
  const [amount, setAmount] = useState(magnitude(payment?.amount.amount ?? ""));
  const search = useTargets();
  const idempotencyKey = useDialogKey();
  const move = useVerb({
    run: (api) =>
      api(PaymentReallocateDocument, {
        paymentId,
        fromId: document.id,
        toId: target?.id ?? "",
        amount,
        idempotencyKey,
      }),
    success: () => t("doc.reallocate.done", { number: target?.number ?? "" }),
    onDone: close,
  });
  if (!payment) {
    const text = t("doc.reallocate.impossible");
    return <Impossible title={t("doc.reallocate")} text={text} close={close} />;
  }
  const most = { ...payment.amount, amount: magnitude(payment.amount.amount) };
  const wrong = amountFault(amount, most.amount) || compare(amount, most.amount) > 0;
  const ready = target !== undefined && !wrong && !move.running;
  return (
    <Dialog
      title={t("doc.reallocate.of", { amount: moneyText(most, locale) })}
      text={t("doc.reallocate.text", { number: document.number })}
      busy={move.running}
      onClose={close}
      onSubmit={() => ready && move.run()}
      actions={
        <Button type="submit" disabled={!ready}>
          {t(move.running ? "ui.working" : "doc.reallocate.now")}
        </Button>
      }
    >
      <Combobox<Target>
        required
        name={`invoices-to-pay-${document.id}`}
        label={t("doc.reallocate.to")}
        help={t("doc.reallocate.to.help")}
        value={target ? target.number : ""}
        search={search}
        itemKey={({ id }) => id}
        itemText={({ number }) => number}
        itemHint={({ balance, orderNumber }) =>
          [
            orderNumber && `#${orderNumber}`,
            balance && t("row.balance", { amount: moneyText(balance, locale) }),
          ]
            .filter(Boolean)
            .join(" · ")
        }
        onSelect={setTarget}
      />
      <MoneyField
        required
        label={t("doc.payment.amount")}
        help={t("doc.reallocate.most", { amount: moneyText(most, locale) })}
        error={amount && wrong ? t("doc.reallocate.excess") : null}
        currency={most.currency}
        value={amount}
        onChange={setAmount}
      />
      <ErrorLine error={move.error} />
      {move.error instanceof ApiError && move.error.passing && (
        <NoticeBox tone="warning">{t("doc.unknown")}</NoticeBox>
      )}
    </Dialog>
  );
}

/** Issued invoices of the same customer in the same currency; of a guest, by their e-mail. */
function useTargets() {
  const api = useApi();
  const { id, customerId, customerEmail, currency } = useShown().document;
  return async (text: string, signal: AbortSignal): Promise<readonly Target[]> => {
    const filter = {
      kind: ["INVOICE" as const],
      state: "ISSUED" as const,
      currency: [currency],
      ...(customerId ? { customerId } : {}),
    };
    const guest = customerId ? "" : customerEmail;
    const search = [guest, text].filter(Boolean).join(" ") || null;
    const { salesInvoices } = await api(InvoicesToPayDocument, { filter, search }, signal);
    return (salesInvoices?.edges ?? []).map(({ node }) => node).filter((one) => one.id !== id);
  };
}
