import { type MouseEvent, memo } from "react";
import { invoicePath } from "../app/paths";
import type { InvoiceRowFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { useGo } from "../ui/PageLink";
import { Tick } from "../ui/Tick";
import { AT_END, type ColumnName } from "./columnChoice";
import { CELLS, rowName } from "./columns";
import css from "./InvoiceTable.module.css";
import { PdfButton } from "./PdfButton";
import { RowMenu } from "./RowMenu";

interface Props {
  row: InvoiceRowFragment;
  /** Among all rows, the head being the first: for screen readers. */
  place: number;
  columns: readonly ColumnName[];
  chosen: boolean;
  onChoose: (id: string, range: boolean) => void;
}

/** One document; a click anywhere that is no control of its own opens it. */
export const InvoiceTableRow = memo(function Row({ row, place, columns, chosen, onChoose }: Props) {
  const { t } = useLanguage();
  const go = useGo();
  const open = ({ target }: MouseEvent) => {
    const control = target instanceof Element && target.closest("a, button, input, label");
    const selecting = window.getSelection()?.isCollapsed === false;
    if (!control && !selecting) go(invoicePath(row.id));
  };
  const name = rowName(row, t("state.DRAFT"));
  return (
    <tr className={css.row} aria-rowindex={place} data-chosen={chosen || undefined} onClick={open}>
      <td className={css.tick}>
        <Tick
          label={t("select.row", { number: name })}
          checked={chosen}
          onChange={(range) => onChoose(row.id, range)}
        />
      </td>
      {columns.map((column) => {
        const Cell = CELLS[column];
        return (
          <td key={column} className={AT_END.includes(column) ? css.end : undefined}>
            <Cell row={row} />
          </td>
        );
      })}
      <td className={css.actions}>
        <PdfButton row={row} />
        <RowMenu row={row} name={name} />
      </td>
    </tr>
  );
});
