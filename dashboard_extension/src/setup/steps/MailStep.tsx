import { useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "../../i18n/context";
import { useValueHere } from "../../settings/form/useValueHere";
import { MailPreview } from "../../settings/mails/MailPreview";
import { MailTest } from "../../settings/mails/MailTest";
import { useMailPreview } from "../../settings/mails/useMailPreview";
import { text } from "../../settings/model/values";
import type { StepProps } from "../StepItem";
import css from "../setup.module.css";
import { SETUP } from "../useSetup";
import { SettingsStep } from "./SettingsStep";
import { useSellerPlace } from "./useSellerPlace";

const BUILT_IN = { subject: "", body: "" };

/** Whether documents are mailed, and a mail to oneself that proves that mails go out. */
export function MailStep(props: StepProps) {
  const { place } = useSellerPlace();
  return (
    <SettingsStep {...props} place={place} keys={["mail_policy", "reply_to"]} aside={<Sample />}>
      {!props.readOnly && <Test />}
    </SettingsStep>
  );
}

function Test() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const language = useMailLanguage();
  return (
    <div className={css.stack}>
      <span>{t("setup.mails.test")}</span>
      <MailTest
        language={language}
        occasion="DOCUMENT"
        said={BUILT_IN}
        onSent={() => void queries.invalidateQueries({ queryKey: SETUP })}
      />
    </div>
  );
}

function Sample() {
  const language = useMailLanguage();
  const preview = useMailPreview({ language, occasion: "DOCUMENT", said: BUILT_IN });
  return (
    <MailPreview preview={preview} language={language} late={undefined} onLate={() => undefined} />
  );
}

const useMailLanguage = () => text(useValueHere("default_language")) || "en";
