import { type HTMLInputTypeAttribute, useId } from "react";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps } from "./FieldFrame";

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  maxLength?: number;
  autoComplete?: string;
  /** The id of a `datalist`, which the browser offers while somebody types. */
  list?: string;
  type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "url" | "password" | "color">;
}

/** One line of text. */
export function TextField({ value, onChange, type = "text", ...props }: TextProps) {
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      {(described) => (
        <input
          {...described}
          className={css.input}
          type={type}
          value={value}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          autoComplete={props.autoComplete ?? "off"}
          list={props.list}
          disabled={props.disabled}
          onBlur={props.onBlur}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

interface AreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  /** In letters of one width. */
  code?: boolean;
}

/** Several lines of text. */
export function TextAreaField({ value, onChange, rows = 4, code = false, ...props }: AreaProps) {
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      {(described) => (
        <textarea
          {...described}
          className={[css.input, css.area, code && css.code].filter(Boolean).join(" ")}
          rows={rows}
          spellCheck={!code}
          value={value}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          disabled={props.disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
