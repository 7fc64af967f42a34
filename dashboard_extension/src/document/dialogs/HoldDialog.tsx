import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { ReminderHoldDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { DateField, TextField } from "../../ui/fields";
import { useShown } from "../context";
import { today } from "../moments";
import { useVerb } from "../useVerb";
import css from "./Dialogs.module.css";

const LONGEST_REASON = 300;

/** Sending no reminders for a while. */
export function HoldDialog({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { document } = useShown();
  const [reason, setReason] = useState(document.reminderHold?.reason ?? "");
  const [until, setUntil] = useState(document.reminderHold?.until ?? "");
  const hold = useVerb({
    run: (api) => api(ReminderHoldDocument, { id: document.id, reason, until: until || null }),
    success: () => t("doc.reminders.held"),
    onDone: close,
  });
  return (
    <Dialog
      title={t("doc.reminders.hold")}
      text={t("doc.reminders.hold.text")}
      busy={hold.running}
      onClose={close}
      onSubmit={() => hold.run()}
      actions={
        <Button type="submit" disabled={hold.running}>
          {t(hold.running ? "ui.working" : "doc.reminders.hold")}
        </Button>
      }
    >
      <div className={css.pair}>
        <DateField
          label={t("doc.reminders.last")}
          help={t("doc.reminders.last.help")}
          min={today()}
          value={until}
          onChange={setUntil}
        />
        <TextField
          label={t("doc.reminders.why")}
          help={t("doc.reminders.why.help")}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={setReason}
        />
      </div>
      <ErrorLine error={hold.error} />
    </Dialog>
  );
}
