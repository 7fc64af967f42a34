import { Button } from "@saleor/macaw-ui";
import { useId, useRef, useState } from "react";
import { useLanguage } from "../../i18n/context";
import { TextField } from "../../ui/fields";
import ctl from "../../ui/fields/Field.module.css";
import fieldCss from "../fields/fields.module.css";
import type { MailText } from "../model/values";
import { MailPreview } from "./MailPreview";
import { MailTest } from "./MailTest";
import css from "./mails.module.css";
import { useMailPreview } from "./useMailPreview";
import { VARIABLES, variableHint } from "./variables";

interface Props {
  language: string;
  reminder: boolean;
  said: MailText;
  disabled: boolean;
  onChange: (said: MailText) => void;
}

/** One language's text of a mail, beside what it becomes. */
export function MailTextEditor({ language, reminder, said, disabled, onChange }: Props) {
  const { t } = useLanguage();
  const [late, setLate] = useState(true);
  const occasion = reminder ? (late ? "AFTER_DUE" : "BEFORE_DUE") : "DOCUMENT";
  const preview = useMailPreview({ language, occasion, said });
  const own = preview.data;
  const begin = () => own && onChange({ subject: own.defaultSubject, body: own.defaultBody });
  return (
    <div className={css.pair}>
      <div className={fieldCss.stack}>
        <TextField
          label={t("mail.subject")}
          value={said.subject}
          placeholder={own?.defaultSubject}
          disabled={disabled}
          onChange={(subject) => onChange({ ...said, subject })}
        />
        <Body
          body={said.body}
          placeholder={own?.defaultBody ?? ""}
          disabled={disabled}
          onChange={(body) => onChange({ ...said, body })}
        />
        {!disabled && (
          <div className={fieldCss.line}>
            <Button type="button" variant="secondary" size="small" onClick={begin} disabled={!own}>
              {t("mail.begin")}
            </Button>
            {(said.subject || said.body) && (
              <Button
                type="button"
                variant="tertiary"
                size="small"
                onClick={() => onChange({ subject: "", body: "" })}
              >
                {t("mail.clear")}
              </Button>
            )}
          </div>
        )}
      </div>
      <div className={fieldCss.stack}>
        <MailPreview
          preview={preview}
          late={reminder ? late : undefined}
          onLate={setLate}
          language={language}
        />
        {!disabled && <MailTest language={language} occasion={occasion} said={said} />}
      </div>
    </div>
  );
}

interface BodyProps {
  body: string;
  placeholder: string;
  disabled: boolean;
  onChange: (body: string) => void;
}

/** The text with the names that it may use; a click puts one in where the cursor stands. */
function Body({ body, placeholder, disabled, onChange }: BodyProps) {
  const { t } = useLanguage();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const put = (name: string) => {
    const from = area.current?.selectionStart ?? body.length;
    const to = area.current?.selectionEnd ?? from;
    onChange(`${body.slice(0, from)}{{ ${name} }}${body.slice(to)}`);
    area.current?.focus();
  };
  return (
    <div className={ctl.field}>
      <label className={ctl.label} htmlFor={id}>
        {t("mail.body")}
      </label>
      <textarea
        ref={area}
        id={id}
        rows={14}
        className={`${ctl.input} ${ctl.area}`}
        placeholder={placeholder}
        disabled={disabled}
        value={body}
        onChange={(event) => onChange(event.target.value)}
      />
      {!disabled && (
        <details className={css.names}>
          <summary>{t("mail.variables")}</summary>
          <p className={fieldCss.small}>{t("mail.variables.help")}</p>
          <ul className={css.variables}>
            {VARIABLES.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={fieldCss.codechip}
                  aria-label={t("field.pattern.put", { part: name })}
                  onClick={() => put(name)}
                >
                  {`{{ ${name} }}`}
                </button>{" "}
                <span className={fieldCss.small}>{t(variableHint(name))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
