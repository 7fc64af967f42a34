import { useMemo } from "react";
import { usePreference } from "../api/usePreference";
import { type ColumnName, readColumns } from "./columnChoice";

/** The columns that a person sees, in their order, on every machine. */
export function useColumns() {
  const { value, set } = usePreference("invoices.columns");
  const chosen = useMemo(() => readColumns(value), [value]);
  return {
    chosen,
    known: value !== undefined,
    choose: (columns: readonly ColumnName[] | null) => set(columns),
  };
}
