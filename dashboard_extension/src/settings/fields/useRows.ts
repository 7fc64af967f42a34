import { useRef, useState } from "react";
import { same } from "../model/edits";

/**
 * Rows of a table that the value keeps by name: two rows of one name, or of none yet, stand beside
 * each other while they are typed, though the value has room for one only.
 */
export function useRows<Row>(
  value: unknown,
  read: (value: unknown) => Row[],
  onChange: (value: unknown) => void,
  write: (rows: Row[]) => unknown,
): [Row[], (rows: Row[]) => void] {
  const [rows, setRows] = useState(() => read(value));
  const told = useRef(value);
  let shown = rows;
  if (!same(value, told.current)) {
    // It was changed elsewhere: reset, or saved by someone else.
    told.current = value;
    shown = read(value);
    setRows(shown);
  }
  const change = (changed: Row[]) => {
    told.current = write(changed);
    setRows(changed);
    onChange(told.current);
  };
  return [shown, change];
}
