import { Button } from "@saleor/macaw-ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useApi } from "../../api/context";
import { formatMoment } from "../../format/dates";
import { InvoiceSendDocument, InvoiceSendPreviewDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextAreaField, TextField } from "../../ui/fields";
import { useShown } from "../context";
import { DOCUMENT_KEY } from "../keys";
import { NoticeBox } from "../parts/NoticeBox";
import { useDialogKey, useVerb } from "../useVerb";
import { documentTitle, languageName } from "../words";
import css from "./Dialogs.module.css";
import { Impossible } from "./Impossible";

const LONGEST_MESSAGE = 2_000;
const PAUSE_MS = 400;

/** Mailing the document: to whom, with which words, and the mail as it will be read. */
export function SendDialog({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { document, verbs } = useShown();
  if (verbs !== undefined && !verbs.send) {
    return <Impossible title={t("doc.send")} text={t("doc.send.impossible")} close={close} />;
  }
  return <SendForm key={document.id} close={close} />;
}

function SendForm({ close }: { close: () => void }) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const idempotencyKey = useDialogKey();
  const [to, setTo] = useState(document.customerEmail);
  const [message, setMessage] = useState("");
  const send = useVerb({
    run: (api) =>
      api(InvoiceSendDocument, { id: document.id, idempotencyKey, to: to.trim(), message }),
    success: () => t("doc.send.done", { to: to.trim() }),
    onDone: close,
    watched: true,
  });
  const last = [...(document.dispatches ?? [])].reverse().find(({ state }) => state === "SENT");
  return (
    <Dialog
      wide
      title={t("doc.send.of", { document: documentTitle(document, t) })}
      busy={send.running}
      onClose={close}
      onSubmit={() => to.trim() && send.run()}
      actions={
        <Button type="submit" disabled={send.running || !to.trim()}>
          {t(send.running ? "ui.working" : "doc.send.now")}
        </Button>
      }
    >
      {last && (
        <NoticeBox tone="info" label={t("doc.send")}>
          {t("doc.send.last", {
            to: last.recipient,
            at: formatMoment(last.sentAt ?? last.createdAt, locale),
          })}
        </NoticeBox>
      )}
      <TextField
        required
        type="email"
        label={t("doc.send.to")}
        help={
          to.trim() === document.customerEmail ? t("doc.send.to.customer") : t("doc.send.to.other")
        }
        value={to}
        onChange={setTo}
      />
      <TextAreaField
        label={t("doc.send.message")}
        help={t("doc.send.message.help")}
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={message}
        onChange={setMessage}
      />
      <MailPreview message={message} />
      <ErrorLine error={send.error} />
    </Dialog>
  );
}

function MailPreview({ message }: { message: string }) {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const preview = useMailPreview(message);
  if (preview.isError) return <ErrorLine error={preview.error} />;
  const mail = preview.data;
  return (
    <section className={css.mail} aria-label={t("doc.send.preview")} aria-busy={preview.isFetching}>
      {mail ? (
        <>
          <span className={css.small}>
            {t("doc.send.preview.in", { language: languageName(mail.language, locale) })}
          </span>
          <strong>{mail.subject}</strong>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <pre className={css.text} tabIndex={0}>
            {mail.text}
          </pre>
          <span className={css.small}>
            {t(document.xml ? "doc.send.attached.xml" : "doc.send.attached")}
          </span>
          {mail.problems.map(({ code, message: words }) => (
            <NoticeBox key={code} tone="warning">
              {words}
            </NoticeBox>
          ))}
        </>
      ) : (
        <span role="status">{t("ui.loading")}</span>
      )}
    </section>
  );
}

function useMailPreview(message: string) {
  const api = useApi();
  const { document } = useShown();
  const [settled, setSettled] = useState(message);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(message), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return useQuery({
    queryKey: [DOCUMENT_KEY, document.id, "mail", settled],
    queryFn: async ({ signal }) =>
      (await api(InvoiceSendPreviewDocument, { id: document.id, message: settled }, signal))
        .invoiceSendPreview,
    placeholderData: keepPreviousData,
  });
}
