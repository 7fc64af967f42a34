import { Skeleton } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { COLUMNS, type Column } from "./columns";
import css from "./InvoiceTable.module.css";
import { nextSort, type Sort, type SortField } from "./listState";

const SKELETON_ROWS = 12;

interface Props {
  rows: readonly InvoiceRowFragment[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Nothing is there yet: rows of placeholders. */
  loading?: boolean;
  /** Other rows are on their way: these are paler. */
  stale?: boolean;
}

/** The grid of documents, in the manner of the dashboard's own. */
export function InvoiceTable({ rows, sort, onSort, loading = false, stale = false }: Props) {
  const { t } = useLanguage();
  return (
    <div className={css.frame}>
      <table className={css.table} aria-busy={stale}>
        <caption className="visually-hidden">{t("title.invoices")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column.name} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {loading ? <SkeletonRows /> : rows.map((row) => <Row key={row.id} row={row} />)}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column, sort, onSort }: { column: Column } & Pick<Props, "sort" | "onSort">) {
  const { t } = useLanguage();
  const { name, sortField } = column;
  const label = t(`column.${name}`);
  const hidden = name === "actions";
  return (
    <th scope="col" className={cellClass(column)} aria-sort={ariaSort(sort, sortField)}>
      {sortField ? (
        <SortButton sort={sort} field={sortField} onSort={onSort}>
          {label}
        </SortButton>
      ) : (
        <span className={hidden ? "visually-hidden" : undefined}>{label}</span>
      )}
    </th>
  );
}

interface SortButtonProps {
  sort: Sort;
  field: SortField;
  onSort: (sort: Sort) => void;
  children: ReactNode;
}

function SortButton({ sort, field, onSort, children }: SortButtonProps) {
  const active = sort.field === field;
  return (
    <button
      type="button"
      className={css.sort}
      data-active={active ? sort.direction : undefined}
      onClick={() => onSort(nextSort(sort, field))}
    >
      {children}
      <svg className={css.arrow} viewBox="0 0 8 5" aria-hidden="true">
        <path d="M0 0h8L4 5z" />
      </svg>
    </button>
  );
}

function Row({ row }: { row: InvoiceRowFragment }) {
  return (
    <tr>
      {COLUMNS.map((column) => (
        <td key={column.name} className={cellClass(column)}>
          <column.Cell row={row} />
        </td>
      ))}
    </tr>
  );
}

function SkeletonRows() {
  const { t } = useLanguage();
  return Array.from({ length: SKELETON_ROWS }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other name
    <tr key={index}>
      {COLUMNS.map((column) => (
        <td key={column.name} className={cellClass(column)}>
          <Skeleton className={css.skeleton} />
          {index === 0 && column.name === "number" && (
            <span role="status" className="visually-hidden">
              {t("list.loading")}
            </span>
          )}
        </td>
      ))}
    </tr>
  ));
}

function cellClass({ name, end }: Column): string {
  return [css[name], end && css.end].filter(Boolean).join(" ");
}

function ariaSort(sort: Sort, field: SortField | undefined) {
  if (field === undefined) return undefined;
  if (sort.field !== field) return "none";
  return sort.direction === "ASC" ? "ascending" : "descending";
}
