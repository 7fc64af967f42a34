import { useState } from "react";
import registry from "../../generated/storeSettings.json";
import { useLanguage } from "../../i18n/context";
import { SelectField } from "../../ui/fields";
import { MailTextEditor } from "../mails/MailTextEditor";
import { mailTexts, withMailText } from "../model/values";
import { type FieldProps, groupProps } from "./field";
import css from "./fields.module.css";
import { useLanguageName } from "./names";

const NOTHING = { subject: "", body: "" };

/** Subject and body of a mail by language, with the mail as it would be written. */
export function MailTextsField(props: FieldProps) {
  const { t, locale } = useLanguage();
  const languageName = useLanguageName();
  const all = mailTexts(props.value);
  const reader = locale.split("-")[0] ?? "en";
  const spoken = registry.default_language.choices;
  const [language, setLanguage] = useState(
    Object.keys(all)[0] ?? (spoken.includes(reader) ? reader : "en"),
  );
  const options = spoken.map((value) => ({
    value,
    label: all[value]
      ? t("mail.language.own", { language: languageName(value) })
      : languageName(value),
  }));
  return (
    <div {...groupProps(props)} className={css.stack}>
      <div className={css.medium}>
        <SelectField
          label={t("mail.language")}
          value={language}
          options={options}
          onChange={setLanguage}
        />
      </div>
      <MailTextEditor
        key={language}
        language={language}
        reminder={props.setting.key.startsWith("reminder")}
        said={all[language] ?? NOTHING}
        disabled={props.disabled}
        onChange={(said) => props.onChange(withMailText(all, language, said))}
      />
    </div>
  );
}
