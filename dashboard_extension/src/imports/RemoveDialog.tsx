import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { PATHS } from "../app/paths";
import { useShown } from "../document/context";
import { useVerb } from "../document/useVerb";
import { useLanguage } from "../i18n/context";
import { Dialog } from "../ui/Dialog";
import { CheckField, TextField } from "../ui/fields";
import { useGo } from "../ui/PageLink";
import { ErrorText } from "./ErrorText";
import { ImportedDeleteDocument } from "./generated/graphql";
import { useSay, WordsProvider } from "./words";

const LONGEST_REASON = 300;

/** Deletes an imported document: its books are elsewhere. */
export default function RemoveDialog({ close }: { close: () => void }) {
  return (
    <WordsProvider>
      <Remove close={close} />
    </WordsProvider>
  );
}

function useRemove(reason: string, close: () => void) {
  const say = useSay();
  const go = useGo();
  const { document } = useShown();
  return useVerb({
    run: (api) => api(ImportedDeleteDocument, { id: document.id, reason }),
    success: () => say("imports.remove.done", { number: document.number }),
    onDone: () => {
      close();
      go(PATHS.invoices);
    },
  });
}

function Remove({ close }: { close: () => void }) {
  const say = useSay();
  const { t } = useLanguage();
  const { document } = useShown();
  const [reason, setReason] = useState("");
  const [sure, setSure] = useState(false);
  const remove = useRemove(reason.trim(), close);
  const ready = sure && reason.trim() !== "" && !remove.running;
  return (
    <Dialog
      title={say("imports.remove.title", { number: document.number })}
      text={say("imports.remove.text")}
      busy={remove.running}
      onClose={close}
      onSubmit={() => ready && remove.run()}
      actions={
        <Button type="submit" variant="error" disabled={!ready}>
          {remove.running ? t("ui.working") : say("imports.remove")}
        </Button>
      }
    >
      <TextField
        required
        label={say("imports.remove.reason")}
        help={say("imports.remove.reason.help")}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={setReason}
      />
      <CheckField label={say("imports.remove.sure")} checked={sure} onChange={setSure} />
      <ErrorText error={remove.error} title={say("imports.remove.failed")} />
    </Dialog>
  );
}
