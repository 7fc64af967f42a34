import { Button } from "@saleor/macaw-ui";
import { type FormEvent, useState } from "react";
import { ApiError } from "../api/client";
import { invoicePath } from "../app/paths";
import { useDashboard } from "../bridge/context";
import { formatAmount } from "../format/money";
import { PanelCreditDocument, type PanelDocumentFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { ErrorLine } from "../ui/ErrorLine";
import { TextField } from "../ui/fields";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./DocumentCard.module.css";

interface Props {
  row: PanelDocumentFragment;
  go: (route: string) => void;
  onClose: () => void;
}

/** Credits all that is left; a part is chosen on the document's own page. */
export function CreditForm({ row, go, onClose }: Props) {
  const { t, locale } = useLanguage();
  const { refresh } = useDashboard();
  const [reason, setReason] = useState("");
  const credit = useMutationWithFeedback<string, string>({
    run: async (api, why, idempotencyKey) => {
      const variables = { invoiceId: row.id, reason: why, idempotencyKey };
      const { creditNoteCreate } = await api(PanelCreditDocument, variables);
      if (creditNoteCreate === null) throw new ApiError("SERVER", "The answer came without data.");
      return creditNoteCreate.creditNote.number;
    },
    success: (number) => t("panel.credited", { number }),
    onDone: () => {
      refresh();
      onClose();
    },
    invalidates: [[INVOICES_KEY], ["order-check"]],
  });
  const left = row.creditable?.total ?? row.total;
  const amount = `${left.currency} ${formatAmount(left, locale)}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    credit.run(reason.trim());
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      <TextField
        label={t("panel.credit.reason")}
        help={t("panel.credit.reason.hint")}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <ErrorLine error={credit.error} />
      <div className={css.buttons}>
        <Button type="submit" size="small" disabled={credit.running}>
          {credit.running ? t("ui.working") : t("panel.credit.all", { amount })}
        </Button>
        <Button
          type="button"
          variant="secondary"
          size="small"
          disabled={credit.running}
          onClick={() => go(invoicePath(row.id, "credit"))}
        >
          {t("panel.credit.part")}
        </Button>
        <Button
          type="button"
          variant="tertiary"
          size="small"
          disabled={credit.running}
          onClick={onClose}
        >
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}
