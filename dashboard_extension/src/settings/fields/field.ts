import type { Setting } from "../model/edits";

/** What an editor of a value is given, whatever its kind. */
export interface FieldProps {
  /** Of the control, or of the group where there are several. */
  id: string;
  labelId: string;
  describedBy: string;
  setting: Setting;
  value: unknown;
  disabled: boolean;
  invalid: boolean;
  onChange: (value: unknown) => void;
}

/** Attributes that every single control of a setting has. */
export function controlProps({ id, describedBy, disabled, invalid }: FieldProps) {
  return {
    id,
    disabled,
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
  } as const;
}

/** Attributes of a group of controls. */
export function groupProps({ id, labelId, describedBy }: FieldProps) {
  return {
    id,
    role: "group",
    tabIndex: -1,
    "aria-labelledby": labelId,
    "aria-describedby": describedBy,
  } as const;
}
