import { type ColumnName, WIDTHS } from "./columnChoice";

const CHECKBOX = 52;
const ACTIONS = 92;

/** The least width at which nothing overlaps; the grid scrolls sideways below it. */
export function tableWidth(columns: readonly ColumnName[]): number {
  return columns.reduce((sum, name) => sum + WIDTHS[name], CHECKBOX + ACTIONS);
}

/** A column's own width; the first of these that is shown takes what is left. */
export function columnWidth(name: ColumnName, columns: readonly ColumnName[]): number | undefined {
  const wide: readonly ColumnName[] = ["customer", "email", "number"];
  return name === wide.find((each) => columns.includes(each)) ? undefined : WIDTHS[name];
}
