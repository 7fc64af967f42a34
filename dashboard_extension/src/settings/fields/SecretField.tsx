import { Button } from "@saleor/macaw-ui";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useLanguage } from "../../i18n/context";
import ctl from "../../ui/fields/Field.module.css";
import { text } from "../model/values";
import { controlProps, type FieldProps } from "./field";
import css from "./fields.module.css";

/** What the API shows of a secret that is set. */
export const MASK = "***";

/** A secret is set, replaced or taken away, and never shown. */
export function SecretField(props: FieldProps & { onReset: () => void }) {
  const { t } = useLanguage();
  const [typing, setTyping] = useState(false);
  const value = text(props.value);
  const isSet = value === MASK;
  const [wasSet, setWasSet] = useState(isSet);
  if (isSet !== wasSet) {
    setWasSet(isSet);
    if (isSet) setTyping(false); // it was saved: nothing is being typed any more
  }
  if (isSet && !typing) {
    return (
      <div className={css.line}>
        <span className={css.line} id={props.id} tabIndex={-1}>
          <KeyRound size={16} aria-hidden />
          {t("field.secret.set")}
        </span>
        {!props.disabled && (
          <>
            <Button type="button" variant="secondary" size="small" onClick={() => setTyping(true)}>
              {t("field.secret.replace")}
            </Button>
            <Button
              type="button"
              variant="tertiary"
              size="small"
              onClick={() => props.onChange("")}
            >
              {t("field.secret.clear")}
            </Button>
          </>
        )}
      </div>
    );
  }
  const cancel = () => {
    setTyping(false);
    props.onReset();
  };
  const type = (typed: string) => {
    setTyping(true);
    props.onChange(typed);
  };
  return (
    <div className={css.line}>
      <input
        type="password"
        className={`${ctl.input} ${ctl.code} ${css.grow}`}
        autoComplete="new-password"
        spellCheck={false}
        placeholder={t("field.secret.none")}
        aria-labelledby={props.labelId}
        {...controlProps(props)}
        value={isSet ? "" : value}
        onChange={(event) => type(event.target.value)}
      />
      {typing && (
        <Button type="button" variant="tertiary" size="small" onClick={cancel}>
          {t("ui.cancel")}
        </Button>
      )}
    </div>
  );
}
