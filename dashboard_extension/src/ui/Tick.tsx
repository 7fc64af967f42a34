import { useEffect, useRef } from "react";
import css from "./Tick.module.css";

interface Props {
  label: string;
  checked: boolean | "mixed";
  /** `range`: with the shift key held. */
  onChange: (range: boolean) => void;
}

/** A box to tick without words beside it: in a grid. */
export function Tick({ label, checked, onChange }: Props) {
  const ref = useRef<HTMLInputElement>(null);
  const shift = useRef(false);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = checked === "mixed";
  }, [checked]);
  return (
    <input
      ref={ref}
      type="checkbox"
      className={css.tick}
      aria-label={label}
      checked={checked === true}
      onPointerDown={(event) => {
        shift.current = event.shiftKey;
      }}
      onKeyDown={(event) => {
        shift.current = event.shiftKey;
      }}
      onChange={() => onChange(shift.current)}
    />
  );
}
