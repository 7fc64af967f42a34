import { InvoiceTransmitDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { useShown } from "../context";
import { Facts } from "../parts/Facts";
import { useVerb } from "../useVerb";
import { Impossible } from "./Impossible";

/** Handing the e-invoice over, as the settings say. */
export function TransmitDialog({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { document, verbs } = useShown();
  const { buyer } = document;
  const transmit = useVerb({
    run: (api) => api(InvoiceTransmitDocument, { id: document.id }),
    success: () => t("doc.transmit.done"),
    onDone: close,
    watched: true,
  });
  if (verbs !== undefined && !verbs.transmit) {
    return (
      <Impossible title={t("doc.transmit")} text={t("doc.transmit.impossible")} close={close} />
    );
  }
  return (
    <ConfirmDialog
      title={t("doc.transmit.of", { number: document.number })}
      text={t("doc.transmit.text")}
      confirmLabel={t("doc.transmit")}
      running={transmit.running}
      error={transmit.error}
      onConfirm={() => transmit.run()}
      onClose={close}
    >
      <Facts
        facts={[
          [t("doc.buyer"), buyer.name],
          [
            t("doc.electronic"),
            buyer.electronicAddress &&
              `${buyer.electronicAddress.value} (${buyer.electronicAddress.scheme})`,
          ],
          [t("doc.email"), document.customerEmail],
          [t("doc.einvoice.profile"), document.einvoice?.profile],
        ]}
      />
    </ConfirmDialog>
  );
}
