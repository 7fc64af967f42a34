import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import type { InvoiceRowFragment, SalesBulkKind } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import type { Choosing } from "../invoices/selection";
import type { WantedDocuments } from "../invoices/useInvoiceGrid";
import { Dialog } from "../ui/Dialog";
import { ErrorLine } from "../ui/ErrorLine";
import { DateField, TextAreaField, TextField } from "../ui/fields";
import { fits, type Job, MOST_IDS, targetOf } from "./jobs";
import { type BulkWish, useBulkStart } from "./useJobs";

interface Props {
  kind: SalesBulkKind;
  choosing: Choosing;
  rows: readonly InvoiceRowFragment[];
  wanted: WantedDocuments;
  onClose: () => void;
  onStarted: (job: Job) => void;
}

/** Asks for what a job needs, says what it will leave out, and starts it. */
export default function BulkDialog({ kind, choosing, rows, wanted, onClose, onStarted }: Props) {
  const { t } = useLanguage();
  const start = useBulkStart(onStarted);
  const [message, setMessage] = useState("");
  const [payment, setPayment] = useState<Payment>(() => ({
    reference: "",
    method: "",
    day: localDay(new Date()),
  }));
  const incomplete = kind === "MARK_PAID" && !(payment.reference.trim() && payment.day);
  const tooMany = !choosing.selection.everything && choosing.count > MOST_IDS;
  const wish: BulkWish = {
    kind,
    ...targetOf(choosing.selection, wanted),
    ...(kind === "SEND" ? { message } : {}),
    ...(kind === "MARK_PAID" ? { payment: paymentInput(payment) } : {}),
  };
  return (
    <Dialog
      title={t(`bulk.title.${kind}`)}
      text={t(`bulk.text.${kind}`)}
      busy={start.running}
      onClose={onClose}
      onSubmit={() => start.run(wish)}
      actions={
        <Button type="submit" disabled={start.running || incomplete || tooMany}>
          {start.running ? t("ui.working") : t("bulk.start")}
        </Button>
      }
    >
      <Target kind={kind} choosing={choosing} rows={rows} tooMany={tooMany} />
      {kind === "SEND" && (
        <TextAreaField
          label={t("send.message")}
          help={t("send.message.help")}
          value={message}
          rows={3}
          maxLength={2_000}
          onChange={setMessage}
        />
      )}
      {kind === "MARK_PAID" && <PaymentFields value={payment} onChange={setPayment} />}
      <ErrorLine error={start.error} title={t("bulk.failed")} />
    </Dialog>
  );
}

type TargetProps = Pick<Props, "kind" | "choosing" | "rows"> & { tooMany: boolean };

/** How many documents it is about, and how many of them it does not fit. */
function Target({ kind, choosing, rows, tooMany }: TargetProps) {
  const { t } = useLanguage();
  const { everything } = choosing.selection;
  const left = rows.filter((row) => choosing.isChosen(row.id) && !fits(kind, row)).length;
  return (
    <div style={{ fontSize: 13, lineHeight: 1.5 }}>
      <strong>
        {everything ? t("select.everything.on") : t.count("select.count", choosing.count)}
      </strong>
      {!everything && left > 0 && <div>{t.count("bulk.left", left)}</div>}
      {tooMany && <div role="alert">{t("bulk.toomany")}</div>}
    </div>
  );
}

interface Payment {
  reference: string;
  method: string;
  day: string;
}

function PaymentFields({
  value,
  onChange,
}: {
  value: Payment;
  onChange: (value: Payment) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <DateField
        label={t("bulk.paid.on")}
        value={value.day}
        max={localDay(new Date())}
        required
        onChange={(day) => onChange({ ...value, day })}
      />
      <TextField
        label={t("bulk.paid.reference")}
        help={t("bulk.paid.reference.help")}
        value={value.reference}
        maxLength={100}
        required
        onChange={(reference) => onChange({ ...value, reference })}
      />
      <TextField
        label={t("bulk.paid.method")}
        placeholder={t("bulk.paid.method.hint")}
        value={value.method}
        maxLength={100}
        onChange={(method) => onChange({ ...value, method })}
      />
    </>
  );
}

function paymentInput({ reference, method, day }: Payment) {
  // Noon where the person is: on that day everywhere near, and never in the future for today.
  const noon = new Date(`${day}T12:00:00`);
  const occurredAt = new Date(Math.min(noon.getTime(), Date.now())).toISOString();
  return { reference: reference.trim(), method: method.trim(), occurredAt };
}

function localDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
