import { APP } from "../../settings/model/place";
import type { StepProps } from "../StepItem";
import { SettingsStep } from "./SettingsStep";

const KEYS = ["number_pattern_invoice", "number_pattern_credit_note", "number_reset"];

/** How invoices are numbered; to go on with what is there is a choice as well. */
export function NumbersStep(props: StepProps) {
  return <SettingsStep {...props} place={APP} keys={KEYS} pinned={KEYS} />;
}
