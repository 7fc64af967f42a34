import type { LabelHTMLAttributes, ReactNode } from "react";
import css from "./Field.module.css";

/** What all fields share. */
export interface FieldProps {
  label: string;
  /** Read by screen readers only, e.g. in a table whose column says it. */
  labelHidden?: boolean;
  /** In small print below. */
  help?: ReactNode;
  /** What is wrong with the value; takes the place of the help. */
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  /** Beside the label, e.g. "inherited". */
  badge?: ReactNode;
}

export interface Described {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  "aria-required": boolean | undefined;
}

interface Props extends FieldProps {
  id: string;
  labelProps?: LabelHTMLAttributes<HTMLLabelElement>;
  children: (described: Described) => ReactNode;
}

/** A label above, a control, and help or error below that screen readers tie to it. */
export function FieldFrame({ id, label, labelHidden, help, error, required, ...rest }: Props) {
  const noteId = `${id}-note`;
  const note = error || help;
  return (
    <div className={css.field}>
      <div className={labelHidden ? "visually-hidden" : css.label}>
        <label htmlFor={id} {...rest.labelProps}>
          {label}
          {required && (
            <span aria-hidden className={css.required}>
              *
            </span>
          )}
        </label>
        {rest.badge}
      </div>
      {rest.children({
        id,
        "aria-describedby": note ? noteId : undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      {note && (
        <div id={noteId} className={error ? css.error : css.help}>
          {note}
        </div>
      )}
    </div>
  );
}
