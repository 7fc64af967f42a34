import { useId } from "react";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps } from "./FieldFrame";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

interface Props<Value extends string> extends FieldProps {
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
}

/** One of a few. The browser's own list: it knows keyboard, screen reader and telephone. */
export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  ...props
}: Props<Value>) {
  const id = useId();
  const choose = (wanted: string) => {
    const option = options.find((each) => each.value === wanted);
    if (option) onChange(option.value);
  };
  return (
    <FieldFrame {...props} id={id}>
      {(described) => (
        <select
          {...described}
          className={`${css.input} ${css.select}`}
          value={value}
          disabled={props.disabled}
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
