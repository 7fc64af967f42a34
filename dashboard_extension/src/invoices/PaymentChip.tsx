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

export function PaymentChip({ status }: { status: SalesDocumentPaymentStatus | null }) {
  const { t } = useLanguage();
  return status && <Chip tone={TONES[status]}>{t(`payment.${status}`)}</Chip>;
}
