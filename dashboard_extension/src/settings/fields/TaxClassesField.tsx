import { Trash2 } from "lucide-react";
import { useLanguage } from "../../i18n/context";
import ctl from "../../ui/fields/Field.module.css";
import { type ClassRow, classRows } from "../model/values";
import { type FieldProps, groupProps } from "./field";
import css from "./fields.module.css";
import { AddButton, IconButton } from "./ListFields";
import { useChoiceName } from "./names";
import { useRows } from "./useRows";

const NEW: ClassRow = ["", "E"];

/** VAT categories by the name of a Saleor tax class. */
export function TaxClassesField(props: FieldProps) {
  const { t } = useLanguage();
  const choiceName = useChoiceName();
  const [rows, setRows] = useRows(props.value, classRows, props.onChange, Object.fromEntries);
  return (
    <div {...groupProps(props)} className={css.stack}>
      {rows.map(([name, category], at) => {
        const label = t("field.classes.item", { position: String(at + 1) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry has of its own
          <div key={at} className={css.line}>
            <input
              className={`${ctl.input} ${css.grow}`}
              aria-label={label}
              placeholder={t("field.classes.name")}
              disabled={props.disabled}
              value={name}
              onChange={(event) => setRows(rows.with(at, [event.target.value, category]))}
            />
            <select
              className={`${ctl.input} ${ctl.select} ${css.grow}`}
              aria-label={t("field.classes.category", { name: label })}
              disabled={props.disabled}
              value={category}
              onChange={(event) => setRows(rows.with(at, [name, event.target.value]))}
            >
              {props.setting.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choiceName(props.setting, choice)}
                </option>
              ))}
            </select>
            <IconButton
              label={t("field.remove", { name: label })}
              disabled={props.disabled}
              onClick={() => setRows(rows.toSpliced(at, 1))}
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <AddButton
        label={t("field.classes.add")}
        disabled={props.disabled}
        onClick={() => setRows([...rows, NEW])}
      />
    </div>
  );
}
