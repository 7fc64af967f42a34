import { APP } from "../../settings/model/place";
import type { StepProps } from "../StepItem";
import { SettingsStep } from "./SettingsStep";

/** When orders become invoices by themselves. */
export function PolicyStep(props: StepProps) {
  return (
    <SettingsStep
      {...props}
      place={APP}
      keys={["issue_policy", "credit_policy"]}
      pinned={["issue_policy"]}
    />
  );
}
