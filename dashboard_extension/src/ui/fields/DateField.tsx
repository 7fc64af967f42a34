import { useId } from "react";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps } from "./FieldFrame";

interface Props extends FieldProps {
  /** `2026-11-22`, or "" for none. */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
}

/** A calendar day. */
export function DateField({ value, onChange, min, max, ...props }: Props) {
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      {(described) => (
        <input
          {...described}
          className={css.input}
          type="date"
          value={value}
          min={min}
          max={max ?? "9999-12-31"}
          disabled={props.disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
