import { Button } from "@saleor/macaw-ui";
import { type FormEvent, useState } from "react";
import { ApiError } from "../api/client";
import { type PanelDocumentFragment, PanelSendDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { ErrorLine } from "../ui/ErrorLine";
import { TextField } from "../ui/fields";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./DocumentCard.module.css";

/** Mails the document, to the customer or to whom one writes down. */
export function SendForm({ row, onClose }: { row: PanelDocumentFragment; onClose: () => void }) {
  const { t } = useLanguage();
  const [email, setEmail] = useState(row.customerEmail);
  const send = useMutationWithFeedback<string, string>({
    run: async (api, to, idempotencyKey) => {
      const { invoiceSend } = await api(PanelSendDocument, { id: row.id, to, idempotencyKey });
      if (invoiceSend === null) throw new ApiError("SERVER", "The answer came without data.");
      return invoiceSend.dispatch.recipient;
    },
    success: (recipient) => t("panel.sent", { number: row.number, email: recipient }),
    onDone: onClose,
    invalidates: [[INVOICES_KEY]],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.run(email.trim());
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      <TextField label={t("panel.send.to")} type="email" value={email} onChange={setEmail} />
      <ErrorLine error={send.error} />
      <div className={css.buttons}>
        <Button type="submit" size="small" disabled={send.running || email.trim() === ""}>
          {send.running ? t("ui.working") : t("panel.send.now")}
        </Button>
        <Button
          type="button"
          variant="secondary"
          size="small"
          disabled={send.running}
          onClick={onClose}
        >
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}
