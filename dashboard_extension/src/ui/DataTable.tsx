import { Skeleton } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { useLanguage } from "../i18n/context";
import css from "./DataTable.module.css";

export interface DataColumn<Row> {
  name: string;
  head: string;
  /** Numbers stand at the end. */
  end?: boolean;
  /** Stays in one line. */
  nowrap?: boolean;
  /** Takes the room that is left. */
  grow?: boolean;
  /** The head is for screen readers only: buttons. */
  headHidden?: boolean;
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  caption: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  loading?: boolean;
  /** Shown instead of rows where there are none. */
  empty?: ReactNode;
  /** A last row, e.g. of sums: a cell for each column. */
  foot?: readonly ReactNode[];
}

const SKELETON_ROWS = [1, 2, 3, 4, 5];

/** A plain table in the dashboard's look: reports, lines, payments. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  loading,
  empty,
  foot,
}: Props<Row>) {
  const { t } = useLanguage();
  if (!loading && rows.length === 0 && empty) return empty;
  return (
    <div className={css.frame}>
      <table className={css.table} aria-busy={loading}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={classOf(column)}>
                <span className={column.headHidden ? "visually-hidden" : undefined}>
                  {column.head}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {loading
            ? SKELETON_ROWS.map((row) => (
                <tr key={row}>
                  {columns.map((column) => (
                    <td key={column.name}>
                      <Skeleton className={css.skeleton} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <td key={column.name} className={classOf(column)}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
        {foot && !loading && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.name} className={classOf(column)}>
                  {foot[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {loading && (
        <span role="status" className="visually-hidden">
          {t("ui.loading")}
        </span>
      )}
    </div>
  );
}

function classOf<Row>({ end, grow, nowrap }: DataColumn<Row>): string | undefined {
  return (
    [end && css.end, grow && css.grow, nowrap && css.nowrap].filter(Boolean).join(" ") || undefined
  );
}
