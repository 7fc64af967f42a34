import { lazy } from "react";
import { LogoField } from "../../settings/sellers/LogoField";
import type { StepProps } from "../StepItem";
import { SettingsStep } from "./SettingsStep";
import { useSellerPlace } from "./useSellerPlace";

const LookPreview = lazy(() => import("../../settings/look/LookPreview"));

/** Logo, colour and language, beside a document that has them. */
export function LookStep(props: StepProps) {
  const { place, first } = useSellerPlace();
  return (
    <SettingsStep
      {...props}
      place={place}
      keys={["accent_color", "default_language", "paper", "footer"]}
      pinned={["accent_color"]}
      aside={<LookPreview />}
    >
      {first && <LogoField seller={first} readOnly={props.readOnly} />}
    </SettingsStep>
  );
}
