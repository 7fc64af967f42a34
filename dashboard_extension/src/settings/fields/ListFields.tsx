import { Button } from "@saleor/macaw-ui";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useLanguage } from "../../i18n/context";
import ctl from "../../ui/fields/Field.module.css";
import { days, texts } from "../model/values";
import { type FieldProps, groupProps } from "./field";
import css from "./fields.module.css";

/** Several texts, in their order. */
export function TextsField(props: FieldProps) {
  return <ListOf {...props} lines={2} add="field.texts.add" item="field.texts.item" />;
}

/** Metadata keys: the first that is set wins, so their order counts. */
export function KeysField(props: FieldProps) {
  return <ListOf {...props} lines={1} add="field.keys.add" item="field.keys.item" ordered />;
}

interface ListProps extends FieldProps {
  lines: number;
  add: "field.texts.add" | "field.keys.add";
  item: "field.texts.item" | "field.keys.item";
  ordered?: boolean;
}

function ListOf({ lines, add, item, ordered = false, ...props }: ListProps) {
  const { t } = useLanguage();
  const all = texts(props.value);
  const put = (at: number, value: string) => props.onChange(all.with(at, value));
  const raise = (at: number) =>
    props.onChange(all.with(at - 1, all[at] ?? "").with(at, all[at - 1] ?? ""));
  return (
    <div {...groupProps(props)} className={css.stack}>
      {all.map((value, at) => {
        const label = t(item, { position: String(at + 1) });
        const shared = { "aria-label": label, value, disabled: props.disabled };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry has of its own
          <div key={at} className={css.line}>
            <div className={css.grow}>
              {lines > 1 ? (
                <textarea
                  {...shared}
                  rows={lines}
                  className={`${ctl.input} ${ctl.area}`}
                  onChange={(event) => put(at, event.target.value)}
                />
              ) : (
                <input
                  {...shared}
                  className={`${ctl.input} ${ctl.code}`}
                  spellCheck={false}
                  onChange={(event) => put(at, event.target.value)}
                />
              )}
            </div>
            {ordered && (
              <IconButton
                label={t("field.up", { name: label })}
                disabled={props.disabled || at === 0}
                onClick={() => raise(at)}
              >
                <ArrowUp size={16} aria-hidden />
              </IconButton>
            )}
            <IconButton
              label={t("field.remove", { name: label })}
              disabled={props.disabled}
              onClick={() => props.onChange(all.toSpliced(at, 1))}
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <AddButton
        label={t(add)}
        disabled={props.disabled}
        onClick={() => props.onChange([...all, ""])}
      />
    </div>
  );
}

/** Days before and after the due date. */
export function DayOffsetsField(props: FieldProps) {
  const { t } = useLanguage();
  const all = days(props.value);
  const last = all.findLast((day) => typeof day === "number");
  const add = () => props.onChange([...all, typeof last === "number" && last > 0 ? last + 7 : 7]);
  return (
    <div {...groupProps(props)} className={css.stack}>
      {all.map((day, at) => (
        <DayRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry has of its own
          key={at}
          day={day}
          position={at + 1}
          disabled={props.disabled}
          onChange={(changed) => props.onChange(all.with(at, changed))}
          onRemove={() => props.onChange(all.toSpliced(at, 1))}
        />
      ))}
      <AddButton label={t("field.days.add")} disabled={props.disabled} onClick={add} />
    </div>
  );
}

interface DayProps {
  day: number | string;
  position: number;
  disabled: boolean;
  onChange: (day: number | string) => void;
  onRemove: () => void;
}

function DayRow({ day, position, disabled, onChange, onRemove }: DayProps) {
  const { t } = useLanguage();
  const label = t("field.days.item", { position: String(position) });
  const before = typeof day === "number" && day < 0;
  const shown = typeof day === "number" ? String(Math.abs(day)) : day;
  const change = (typed: string, isBefore: boolean) => {
    const plain = typed.trim();
    onChange(/^\d{1,4}$/.test(plain) ? (isBefore ? -Number(plain) : Number(plain)) : typed);
  };
  return (
    <div className={css.line}>
      <input
        className={`${ctl.input} ${css.days}`}
        aria-label={label}
        inputMode="numeric"
        disabled={disabled}
        value={shown}
        onChange={(event) => change(event.target.value, before)}
      />
      <select
        className={`${ctl.input} ${ctl.select} ${css.medium} ${css.grow}`}
        aria-label={t("field.days.side", { name: label })}
        disabled={disabled}
        value={before ? "before" : "after"}
        onChange={(event) => change(shown, event.target.value === "before")}
      >
        <option value="before">{t("field.days.before")}</option>
        <option value="after">{t("field.days.after")}</option>
      </select>
      <IconButton label={t("field.remove", { name: label })} disabled={disabled} onClick={onRemove}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

interface ButtonProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
}

export function AddButton({ label, disabled, onClick }: ButtonProps) {
  if (disabled) return null;
  return (
    <div>
      <Button
        type="button"
        variant="secondary"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        onClick={onClick}
      >
        {label}
      </Button>
    </div>
  );
}

export function IconButton({
  label,
  disabled,
  onClick,
  children,
}: ButtonProps & { children: React.ReactNode }) {
  return (
    <button
      type="button"
      className={css.icon}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
