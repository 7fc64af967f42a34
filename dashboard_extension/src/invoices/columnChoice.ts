import type { SortField } from "./listState";

export const COLUMN_NAMES = [
  "number",
  "kind",
  "date",
  "due",
  "order",
  "customer",
  "email",
  "channel",
  "state",
  "payment",
  "overdue",
  "source",
  "total",
  "balance",
  "created",
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** What people see who have chosen nothing. */
export const DEFAULT_COLUMNS: readonly ColumnName[] = [
  "number",
  "kind",
  "date",
  "due",
  "order",
  "customer",
  "payment",
  "total",
  "balance",
];

/** A column's width in pixels; the customer takes what is left, and this at least. */
export const WIDTHS: Readonly<Record<ColumnName, number>> = {
  number: 140,
  kind: 96,
  date: 110,
  due: 110,
  order: 66,
  customer: 134,
  email: 180,
  channel: 124,
  state: 104,
  payment: 154,
  overdue: 96,
  source: 124,
  total: 114,
  balance: 90,
  created: 160,
};

export const SORTED_BY: Readonly<Partial<Record<ColumnName, SortField>>> = {
  number: "NUMBER",
  date: "ISSUE_DATE",
  due: "DUE_DATE",
  total: "TOTAL",
  balance: "BALANCE",
  created: "CREATED_AT",
};

export const AT_END: readonly ColumnName[] = ["total", "balance"];

/** A kept choice; what is no choice, or one of columns that are gone, is the usual one. */
export function readColumns(value: unknown): readonly ColumnName[] {
  if (!Array.isArray(value)) return DEFAULT_COLUMNS;
  const known = value.filter((name): name is ColumnName => COLUMN_NAMES.includes(name));
  const once = [...new Set(known)];
  return once.length > 0 ? once : DEFAULT_COLUMNS;
}

/** All columns, the chosen first and in their order: what the picker lists. */
export function listedColumns(chosen: readonly ColumnName[]): readonly ColumnName[] {
  return [...chosen, ...COLUMN_NAMES.filter((name) => !chosen.includes(name))];
}

/** Shows or hides a column; one stays in any case. */
export function toggledColumn(chosen: readonly ColumnName[], name: ColumnName) {
  if (!chosen.includes(name)) return [...chosen, name];
  return chosen.length > 1 ? chosen.filter((each) => each !== name) : chosen;
}

/** Moves a column by so many places. */
export function movedColumn(chosen: readonly ColumnName[], name: ColumnName, by: number) {
  const from = chosen.indexOf(name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return chosen;
  const next = chosen.filter((each) => each !== name);
  return [...next.slice(0, to), name, ...next.slice(to)];
}
