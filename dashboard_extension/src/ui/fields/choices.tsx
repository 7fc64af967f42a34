import { useId } from "react";
import css from "./Field.module.css";
import type { FieldProps } from "./FieldFrame";

interface Props extends Omit<FieldProps, "labelHidden" | "required"> {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off. */
export function ToggleField({ label, help, error, badge, checked, onChange, disabled }: Props) {
  const id = useId();
  const note = error || help;
  return (
    <div className={css.field}>
      <div className={css.toggle}>
        <div className={css.field}>
          <label className={css.label} htmlFor={id}>
            {label}
            {badge}
          </label>
          {note && (
            <div id={`${id}-note`} className={error ? css.error : css.help}>
              {note}
            </div>
          )}
        </div>
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={checked}
          className={css.switch}
          aria-describedby={note ? `${id}-note` : undefined}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        />
      </div>
    </div>
  );
}

/** A box to tick beside a sentence. */
export function CheckField({ label, help, error, checked, onChange, disabled }: Props) {
  const id = useId();
  const note = error || help;
  return (
    <div className={css.field}>
      <label className={css.check}>
        <input
          type="checkbox"
          aria-describedby={note ? `${id}-note` : undefined}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {note && (
        <div id={`${id}-note`} className={error ? css.error : css.help}>
          {note}
        </div>
      )}
    </div>
  );
}
