import type { StepProps } from "../StepItem";
import { SettingsStep } from "./SettingsStep";
import { useSellerPlace } from "./useSellerPlace";

/** Where customers pay to, and until when. */
export function BankStep(props: StepProps) {
  const { place } = useSellerPlace();
  return <SettingsStep {...props} place={place} keys={["bank_accounts", "payment_terms_days"]} />;
}
