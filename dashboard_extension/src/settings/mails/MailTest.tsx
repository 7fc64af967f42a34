import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useViewer } from "../../app/useViewer";
import { MailTestSendDocument, type SalesMailOccasion } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/fields";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import type { MailText } from "../model/values";
import css from "./mails.module.css";
import { useMailChannel } from "./useMailPreview";

interface Props {
  language: string;
  occasion: SalesMailOccasion;
  said: MailText;
  onSent?: () => void;
}

/** Sends the mail as it stands here to an address, to try server and text. */
export function MailTest({ language, occasion, said, onSent }: Props) {
  const { t } = useLanguage();
  const viewer = useViewer();
  const channel = useMailChannel();
  const [to, setTo] = useState(viewer.email);
  const send = useMutationWithFeedback({
    run: (api) =>
      api(MailTestSendDocument, { to, channel, kind: "INVOICE", occasion, language, texts: said }),
    onDone: () => onSent?.(),
  });
  const sent = send.result?.mailTestSend?.dispatch;
  return (
    <div className={css.test}>
      <div className={css.testLine}>
        <TextField
          label={t("mail.test.to")}
          type="email"
          value={to}
          onChange={(address) => {
            setTo(address);
            send.reset();
          }}
        />
        <Button
          type="button"
          variant="secondary"
          disabled={send.running || to === ""}
          onClick={() => send.run()}
        >
          {t(send.running ? "mail.test.sending" : "mail.test.send")}
        </Button>
      </div>
      <ErrorLine error={send.error} title={t("mail.test.failed")} />
      {sent?.state === "SENT" && (
        <div role="status" className={css.good}>
          {t("mail.test.sent", { to })}
        </div>
      )}
      {sent && sent.state !== "SENT" && (
        <div role="alert" className={css.problem}>
          {t("mail.test.failed")} {sent.lastError}
        </div>
      )}
    </div>
  );
}
