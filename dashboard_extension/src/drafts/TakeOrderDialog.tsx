import { useLanguage } from "../i18n/context";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { type DraftForm, formOf } from "./form";
import { useOrderForm } from "./useDraft";

interface Props {
  order: { id: string; number: string };
  onTaken: (form: DraftForm) => void;
  onClose: () => void;
}

/** Asks before an order's content takes the place of what is typed. */
export function TakeOrderDialog({ order, onTaken, onClose }: Props) {
  const { t } = useLanguage();
  const read = useOrderForm(order.id);
  return (
    <ConfirmDialog
      title={t("draft.order.take", { number: `#${order.number}` })}
      text={t("draft.order.take.text")}
      confirmLabel={t("draft.order.take.confirm")}
      running={read.isPending}
      error={read.error ?? undefined}
      onConfirm={() => read.data && onTaken(formOf(read.data))}
      onClose={onClose}
    />
  );
}
