import { Skeleton } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import { AT_END, type ColumnName } from "./columnChoice";
import css from "./InvoiceTable.module.css";

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/** Placeholders while the first rows are on their way. */
export function SkeletonRows({ columns }: { columns: readonly ColumnName[] }) {
  const { t } = useLanguage();
  return ROWS.map((row) => (
    <tr key={row}>
      <td className={css.tick}>
        {row === 0 && (
          <span role="status" className="visually-hidden">
            {t("list.loading")}
          </span>
        )}
      </td>
      {columns.map((column) => (
        <td key={column} className={AT_END.includes(column) ? css.end : undefined}>
          <Skeleton className={css.skeleton} />
        </td>
      ))}
      <td className={css.actions} />
    </tr>
  ));
}
