import { Button } from "@saleor/macaw-ui";
import { invoicePath } from "../app/paths";
import { GridDraftDiscardDocument, type InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Dialog } from "../ui/Dialog";
import { useGo } from "../ui/PageLink";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { INVOICES_KEY } from "./useInvoices";

interface Props {
  row: InvoiceRowFragment;
  name: string;
  onClose: () => void;
}

/** A draft is thrown away; an issued document stays, and a credit note is offered instead. */
export default function DeleteDialog(props: Props) {
  return props.row.state === "DRAFT" ? <Discard {...props} /> : <Refusal {...props} />;
}

function Discard({ row, name, onClose }: Props) {
  const { t } = useLanguage();
  const discard = useMutationWithFeedback<unknown>({
    run: (api) => api(GridDraftDiscardDocument, { id: row.id }),
    success: () => t("delete.done"),
    invalidates: [[INVOICES_KEY]],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t("delete.draft.title", { name })}
      text={t("delete.draft.text")}
      confirmLabel={t("delete.draft.confirm")}
      danger
      running={discard.running}
      error={discard.error}
      onConfirm={discard.run}
      onClose={onClose}
    />
  );
}

function Refusal({ row, name, onClose }: Props) {
  const { t } = useLanguage();
  const go = useGo();
  const creditable = row.kind === "INVOICE";
  return (
    <Dialog
      title={t("delete.issued.title", { number: name })}
      text={[t("delete.issued.text"), creditable && t("delete.issued.instead")]
        .filter(Boolean)
        .join(" ")}
      cancelLabel={t("ui.close")}
      onClose={onClose}
      actions={
        creditable && (
          <Button onClick={() => go(invoicePath(row.id, "credit"))}>
            {t("delete.issued.credit")}
          </Button>
        )
      }
    />
  );
}
