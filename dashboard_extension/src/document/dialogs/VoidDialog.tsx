import { useState } from "react";
import { invoicePath } from "../../app/paths";
import { InvoiceVoidDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { TextField } from "../../ui/fields";
import { useGo } from "../../ui/PageLink";
import { useShown } from "../context";
import { useVerb } from "../useVerb";
import { moneyText } from "../words";
import { Impossible } from "./Impossible";

const LONGEST_REASON = 300;

/** Taking back an invoice that has reached nobody; one that has is credited. */
export function VoidDialog({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { document, verbs } = useShown();
  // Once begun, nothing that others do meanwhile takes the form away.
  const [begun, setBegun] = useState(false);
  if (verbs !== undefined && !verbs.void && !begun) {
    return (
      <Impossible
        title={t("doc.void")}
        text={t(verbs.credit ? "doc.void.sent" : "doc.void.impossible")}
        close={close}
      />
    );
  }
  return <VoidForm key={document.id} close={close} begin={() => setBegun(true)} />;
}

function VoidForm({ close, begin }: { close: () => void; begin: () => void }) {
  const { t, locale } = useLanguage();
  const go = useGo();
  const { document } = useShown();
  const [reason, setReason] = useState("");
  const take = useVerb({
    run: (api) => api(InvoiceVoidDocument, { id: document.id, reason }),
    success: ({ invoiceVoid }) =>
      t("doc.void.done", { number: invoiceVoid?.creditNote.number ?? "" }),
    onDone: ({ invoiceVoid }) => {
      close();
      if (invoiceVoid) go(invoicePath(invoiceVoid.creditNote.id));
    },
  });
  const left = document.creditable?.total ?? document.total;
  return (
    <ConfirmDialog
      danger
      title={t("doc.void.of", { number: document.number })}
      text={t("doc.void.text", { amount: moneyText(left, locale) })}
      confirmLabel={t("doc.void")}
      running={take.running}
      error={take.error}
      onConfirm={() => {
        begin();
        take.run();
      }}
      onClose={close}
    >
      <TextField
        label={t("doc.credit.reason")}
        help={t("doc.credit.reason.help")}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(text) => {
          begin();
          setReason(text);
        }}
      />
    </ConfirmDialog>
  );
}
