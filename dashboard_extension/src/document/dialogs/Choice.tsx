import type { ReactNode } from "react";
import css from "./Dialogs.module.css";

interface Option<Value extends string> {
  value: Value;
  label: string;
  help?: ReactNode;
}

interface Props<Value extends string> {
  name: string;
  legend: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
}

/** One of a few, each with what it means. */
export function Choice<Value extends string>({
  name,
  legend,
  value,
  options,
  onChange,
}: Props<Value>) {
  return (
    <fieldset className={css.choices}>
      <legend className={css.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={css.choice}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help && <span className={css.small}>{option.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
