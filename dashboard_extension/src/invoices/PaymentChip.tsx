import type { SalesDocumentPaymentStatus } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Chip, type Tone } from "../ui/Chip";

const TONES: Readonly<Record<SalesDocumentPaymentStatus, Tone>> = {
  UNPAID: "neutral",
  PARTIALLY_PAID: "info",
  PAID: "success",
  OVERPAID: "warning",
  REFUNDED: "neutral",
  PARTIALLY_REFUNDED: "info",
  CANCELLED: "error",
};

interface Props {
  status: SalesDocumentPaymentStatus | null;
  /** Owed after its due date. */
  overdue?: boolean;
}

export function PaymentChip({ status, overdue = false }: Props) {
  const { t } = useLanguage();
  if (status === null) return null;
  if (!overdue) return <Chip tone={TONES[status]}>{t(`payment.${status}`)}</Chip>;
  const label = status === "UNPAID" ? t("row.overdue") : t(`payment.${status}`);
  return <Chip tone="error">{label}</Chip>;
}
