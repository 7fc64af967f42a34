import { useEffect, useId, useState } from "react";
import { decimalText, parseDecimal } from "../../format/decimal";
import { useLanguage } from "../../i18n/context";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps } from "./FieldFrame";

interface Props extends FieldProps {
  /** Exact, as a string with a point (`1234.50`), or "" for none; what is no number stays as typed. */
  value: string;
  onChange: (value: string) => void;
  /** At the field's end: a currency, a per cent sign. */
  unit?: string;
  placeholder?: string;
}

/** A number, exact and in the language's own form; never goes through a JavaScript number. */
export function NumberField({ value, onChange, unit, placeholder, ...props }: Props) {
  const { t, locale } = useLanguage();
  const id = useId();
  const [text, setText] = useState(() => decimalText(value, locale));
  useEffect(() => {
    // What is being typed stays as it is while it means the same.
    setText((now) =>
      (parseDecimal(now, locale) ?? now) === value ? now : decimalText(value, locale),
    );
  }, [value, locale]);
  const wrong = text.trim() !== "" && parseDecimal(text, locale) === undefined;
  return (
    <FieldFrame {...props} error={props.error || (wrong ? t("ui.number.wrong") : null)} id={id}>
      {(described) => (
        <div className={css.affix} data-unit={unit || undefined}>
          <input
            {...described}
            className={`${css.input} ${css.end}`}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            placeholder={placeholder}
            disabled={props.disabled}
            onBlur={() => setText(decimalText(value, locale))}
            onChange={({ target }) => {
              setText(target.value);
              onChange(parseDecimal(target.value, locale) ?? target.value);
            }}
          />
          {unit && <span className={css.unit}>{unit}</span>}
        </div>
      )}
    </FieldFrame>
  );
}

/** An amount of money: a number with its currency. */
export function MoneyField({ currency, ...props }: Omit<Props, "unit"> & { currency: string }) {
  return <NumberField {...props} unit={currency} />;
}
