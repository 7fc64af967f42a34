import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import type { ColumnName } from "./columnChoice";
import css from "./InvoiceTable.module.css";
import { InvoiceTableRow } from "./InvoiceTableRow";
import type { Sort } from "./listState";
import { walkRows } from "./rowKeys";
import { SkeletonRows } from "./SkeletonRows";
import type { Choosing } from "./selection";
import { TableHead } from "./TableHead";
import { tableWidth } from "./tableWidth";

const ROW_HEIGHT = 41;
const OVERSCAN = 12;

interface Props {
  rows: readonly InvoiceRowFragment[];
  columns: readonly ColumnName[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  choosing: Choosing;
  /** Nothing is there yet: rows of placeholders. */
  loading?: boolean;
  /** Other rows are on their way: these are paler. */
  stale?: boolean;
}

/** The grid of documents, in the manner of the dashboard's own; only rows in sight are drawn. */
export function InvoiceTable({ rows, columns, sort, onSort, choosing, loading, stale }: Props) {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const sight = useVirtualizer({
    count: loading ? 0 : rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const shown = sight.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = sight.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={frame} className={css.frame}>
      <table
        className={css.table}
        style={{ minWidth: tableWidth(columns) }}
        aria-busy={stale}
        aria-rowcount={loading ? undefined : rows.length + 1}
      >
        <caption className="visually-hidden">{t("title.invoices")}</caption>
        <TableHead columns={columns} sort={sort} onSort={onSort} choosing={choosing} />
        <tbody onKeyDown={walkRows}>
          {loading && <SkeletonRows columns={columns} />}
          <Gap height={above} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <InvoiceTableRow
                  key={row.id}
                  row={row}
                  place={index + 2}
                  columns={columns}
                  chosen={choosing.isChosen(row.id)}
                  onChoose={choosing.toggle}
                />
              )
            );
          })}
          <Gap height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** In place of the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={css.gap}>
      <td style={{ height }} />
    </tr>
  );
}
