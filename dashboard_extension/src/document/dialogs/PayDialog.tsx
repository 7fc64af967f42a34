import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { isZero } from "../../format/money";
import { PaymentRecordDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { DateField, MoneyField, TextField } from "../../ui/fields";
import { useShown } from "../context";
import { compare, isDecimal, placesOf } from "../decimals";
import { momentOf, today } from "../moments";
import { useVerb } from "../useVerb";
import { moneyText } from "../words";
import { Choice } from "./Choice";
import css from "./Dialogs.module.css";

const KINDS = ["MANUAL", "REFUND", "CHARGEBACK"] as const;
type Kind = (typeof KINDS)[number];

/** Writing down money that came in or went back outside of Saleor. */
export function PayDialog({ close }: { close: () => void }) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const [kind, setKind] = useState<Kind>("MANUAL");
  const [amount, setAmount] = useState(owed(document.balance));
  const [day, setDay] = useState(today());
  const [reference, setReference] = useState("");
  const [method, setMethod] = useState("");
  const record = useVerb({
    run: (api) =>
      api(PaymentRecordDocument, {
        invoiceId: document.id,
        input: { amount, kind, method, reference, occurredAt: momentOf(day) },
      }),
    success: () => t("doc.pay.done"),
    onDone: close,
  });
  const fault = amountFault(amount, document.total.amount);
  const ready = !fault && reference.trim() !== "" && day !== "" && !record.running;
  return (
    <Dialog
      title={t("doc.pay.of", { number: document.number })}
      busy={record.running}
      onClose={close}
      onSubmit={() => ready && record.run()}
      actions={
        <Button type="submit" disabled={!ready}>
          {t(record.running ? "ui.working" : "doc.pay")}
        </Button>
      }
    >
      <Choice
        name="payment-kind"
        legend={t("doc.pay.what")}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`doc.pay.${value}`) }))}
      />
      <div className={css.pair}>
        <MoneyField
          required
          label={t("doc.payment.amount")}
          help={
            document.balance &&
            t("doc.pay.balance", { amount: moneyText(document.balance, locale) })
          }
          error={amount && fault ? t("doc.amount.wrong") : null}
          currency={document.currency}
          value={amount}
          onChange={setAmount}
        />
        <DateField required label={t("doc.pay.day")} max={today()} value={day} onChange={setDay} />
        <TextField
          required
          label={t("doc.pay.reference")}
          help={t("doc.pay.reference.help")}
          maxLength={120}
          value={reference}
          onChange={setReference}
        />
        <TextField
          label={t("doc.pay.method")}
          help={t("doc.pay.method.help")}
          maxLength={255}
          value={method}
          onChange={setMethod}
        />
      </div>
      <ErrorLine error={record.error} />
    </Dialog>
  );
}

/** What is open, to begin with; nothing where it is paid or overpaid. */
function owed(balance: { amount: string; currency: string } | null): string {
  return balance === null || isZero(balance) || balance.amount.startsWith("-")
    ? ""
    : balance.amount;
}

/** Whether the amount can't be one of the currency that `like` is of. */
export function amountFault(amount: string, like: string): boolean {
  return !isDecimal(amount) || compare(amount, "0") <= 0 || placesOf(amount) > placesOf(like);
}
