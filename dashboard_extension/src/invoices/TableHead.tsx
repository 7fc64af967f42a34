import type { ReactNode } from "react";
import { useLanguage } from "../i18n/context";
import { Tick } from "../ui/Tick";
import { AT_END, type ColumnName, SORTED_BY } from "./columnChoice";
import css from "./InvoiceTable.module.css";
import { nextSort, type Sort, type SortField } from "./listState";
import type { Choosing } from "./selection";
import { columnWidth } from "./tableWidth";

interface Props {
  columns: readonly ColumnName[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  choosing: Choosing;
}

/** The heads of the columns: a tick for all loaded rows, and buttons that sort. */
export function TableHead({ columns, sort, onSort, choosing }: Props) {
  const { t } = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col" className={css.tick}>
          <Tick
            label={t("select.all")}
            checked={choosing.allLoaded ? true : choosing.count > 0 ? "mixed" : false}
            onChange={choosing.toggleAll}
          />
        </th>
        {columns.map((name) => (
          <Head key={name} name={name} columns={columns} sort={sort} onSort={onSort} />
        ))}
        <th scope="col" className={css.actions}>
          <span className="visually-hidden">{t("column.actions")}</span>
        </th>
      </tr>
    </thead>
  );
}

function Head({ name, columns, sort, onSort }: Omit<Props, "choosing"> & { name: ColumnName }) {
  const { t } = useLanguage();
  const field = SORTED_BY[name];
  const label = t(`column.${name}`);
  return (
    <th
      scope="col"
      style={{ width: columnWidth(name, columns) }}
      className={AT_END.includes(name) ? css.end : undefined}
      aria-sort={ariaSort(sort, field)}
    >
      {field ? (
        <SortButton sort={sort} field={field} onSort={onSort}>
          {label}
        </SortButton>
      ) : (
        label
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

function ariaSort(sort: Sort, field: SortField | undefined) {
  if (field === undefined) return undefined;
  if (sort.field !== field) return "none";
  return sort.direction === "ASC" ? "ascending" : "descending";
}
