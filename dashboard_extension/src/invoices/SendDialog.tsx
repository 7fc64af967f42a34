import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useApi } from "../api/context";
import {
  GridSendDocument,
  GridSendPreviewDocument,
  type InvoiceRowFragment,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Dialog } from "../ui/Dialog";
import { ErrorLine } from "../ui/ErrorLine";
import { TextAreaField, TextField } from "../ui/fields";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import css from "./SendDialog.module.css";
import { INVOICES_KEY } from "./useInvoices";

interface Props {
  row: InvoiceRowFragment;
  onClose: () => void;
}

const PAUSE_MS = 400;
const LONGEST_MESSAGE = 2_000;

/** Mails a document, with the mail to be read before. */
export default function SendDialog({ row, onClose }: Props) {
  const { t } = useLanguage();
  const [to, setTo] = useState(row.customerEmail);
  const [message, setMessage] = useState("");
  const send = useMutationWithFeedback<string, { to: string; message: string }>({
    run: async (api, mail, key) => {
      const { invoiceSend } = await api(GridSendDocument, { id: row.id, key, ...mail });
      return invoiceSend?.dispatch.recipient ?? mail.to;
    },
    success: (recipient) => t("send.done", { number: row.number, to: recipient }),
    invalidates: [[INVOICES_KEY]],
    onDone: onClose,
  });
  return (
    <Dialog
      wide
      title={t("send.title", { number: row.number })}
      busy={send.running}
      onClose={onClose}
      onSubmit={() => send.run({ to: to.trim(), message })}
      actions={
        <Button type="submit" disabled={send.running || to.trim() === ""}>
          {send.running ? t("ui.working") : t("send.confirm")}
        </Button>
      }
    >
      <TextField
        label={t("send.to")}
        type="email"
        value={to}
        onChange={setTo}
        required
        help={row.customerEmail === "" ? t("send.to.missing") : undefined}
      />
      <TextAreaField
        label={t("send.message")}
        help={t("send.message.help")}
        value={message}
        rows={3}
        maxLength={LONGEST_MESSAGE}
        onChange={setMessage}
      />
      <MailPreview id={row.id} message={message} />
      <ErrorLine error={send.error} title={t("send.failed")} />
    </Dialog>
  );
}

function MailPreview({ id, message }: { id: string; message: string }) {
  const { t } = useLanguage();
  const { data, error, isPending } = useMailPreview(id, useSettled(message));
  return (
    <section className={css.preview} aria-label={t("send.preview")} aria-busy={isPending}>
      <h3 className={css.title}>{t("send.preview")}</h3>
      {data && (
        <>
          <div className={css.subject}>{data.subject}</div>
          <div className={css.text}>{data.text}</div>
          {data.problems.map((problem) => (
            <div key={problem.code} className={css.problem}>
              {problem.message}
            </div>
          ))}
        </>
      )}
      {isPending && <div className={css.text}>{t("ui.loading")}</div>}
      <ErrorLine error={error} />
    </section>
  );
}

function useMailPreview(id: string, message: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["mail-preview", id, message],
    queryFn: async ({ signal }) =>
      (await api(GridSendPreviewDocument, { id, message }, signal)).invoiceSendPreview,
    placeholderData: (before) => before,
  });
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
