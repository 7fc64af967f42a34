import { Button } from "@saleor/macaw-ui";
import { ChevronDown, ChevronUp, Columns3 } from "lucide-react";
import { useLanguage } from "../i18n/context";
import { CheckField } from "../ui/fields";
import { Popover } from "../ui/Popover";
import css from "./ColumnPicker.module.css";
import {
  type ColumnName,
  DEFAULT_COLUMNS,
  listedColumns,
  movedColumn,
  toggledColumn,
} from "./columnChoice";

interface Props {
  columns: readonly ColumnName[];
  /** null: the usual ones. */
  onChange: (columns: readonly ColumnName[] | null) => void;
}

/** Which columns a person sees, and in which order. */
export function ColumnPicker({ columns, onChange }: Props) {
  const { t } = useLanguage();
  return (
    <Popover
      label={t("columns.title")}
      end
      trigger={(props) => (
        <Button
          {...props}
          variant="secondary"
          aria-label={t("columns.title")}
          title={t("columns.title")}
          icon={<Columns3 size={16} aria-hidden />}
        />
      )}
    >
      {() => (
        <div className={css.picker}>
          <ul className={css.list}>
            {listedColumns(columns).map((name) => (
              <Line key={name} name={name} columns={columns} onChange={onChange} />
            ))}
          </ul>
          <Button
            variant="tertiary"
            size="small"
            disabled={columns.join() === DEFAULT_COLUMNS.join()}
            onClick={() => onChange(null)}
          >
            {t("columns.reset")}
          </Button>
        </div>
      )}
    </Popover>
  );
}

function Line({ name, columns, onChange }: Props & { name: ColumnName }) {
  const { t } = useLanguage();
  const label = t(`column.${name}`);
  const at = columns.indexOf(name);
  return (
    <li className={css.line}>
      <CheckField
        label={label}
        checked={at >= 0}
        disabled={at >= 0 && columns.length === 1}
        onChange={() => onChange(toggledColumn(columns, name))}
      />
      {at >= 0 && (
        <span className={css.moves}>
          <button
            type="button"
            className={css.move}
            aria-label={t("columns.up", { column: label })}
            disabled={at === 0}
            onClick={() => onChange(movedColumn(columns, name, -1))}
          >
            <ChevronUp size={14} aria-hidden />
          </button>
          <button
            type="button"
            className={css.move}
            aria-label={t("columns.down", { column: label })}
            disabled={at === columns.length - 1}
            onClick={() => onChange(movedColumn(columns, name, 1))}
          >
            <ChevronDown size={14} aria-hidden />
          </button>
        </span>
      )}
    </li>
  );
}
