import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { formatDate } from "../../format/dates";
import { DocumentEraseDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { CheckField, TextField } from "../../ui/fields";
import { useShown } from "../context";
import { useVerb } from "../useVerb";

const LONGEST_REASON = 300;

/** Erasing the content for good, once the law no longer wants it kept. */
export function EraseDialog({ close }: { close: () => void }) {
  const { t, locale } = useLanguage();
  const { document, verbs } = useShown();
  const [reason, setReason] = useState("");
  const [sure, setSure] = useState(false);
  const erase = useVerb({
    run: (api) => api(DocumentEraseDocument, { id: document.id, reason }),
    success: () => t("doc.erase.done", { number: document.number }),
    onDone: close,
  });
  const ready = sure && reason.trim() !== "" && !erase.running;
  const until = verbs?.retainedUntil ? formatDate(verbs.retainedUntil, locale) : "";
  return (
    <Dialog
      title={t("doc.erase.of", { number: document.number })}
      text={t("doc.erase.text", { date: until })}
      busy={erase.running}
      onClose={close}
      onSubmit={() => ready && erase.run()}
      actions={
        <Button type="submit" variant="error" disabled={!ready}>
          {t(erase.running ? "ui.working" : "doc.erase")}
        </Button>
      }
    >
      <TextField
        required
        label={t("doc.erase.reason")}
        help={t("doc.erase.reason.help")}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={setReason}
      />
      <CheckField label={t("doc.erase.sure")} checked={sure} onChange={setSure} />
      <ErrorLine error={erase.error} />
    </Dialog>
  );
}
