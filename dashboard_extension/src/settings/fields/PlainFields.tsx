import { useMemo } from "react";
import { useLanguage } from "../../i18n/context";
import ctl from "../../ui/fields/Field.module.css";
import { contrastOnPaper, legibility } from "../model/contrast";
import { text } from "../model/values";
import { controlProps, type FieldProps } from "./field";
import css from "./fields.module.css";
import { useChoiceName } from "./names";

const MANY_CHARACTERS = 120;

export function FlagField(props: FieldProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      className={ctl.switch}
      {...controlProps(props)}
      aria-checked={props.value === true}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.target.checked)}
    />
  );
}

/** What is no number stays as it was typed, to be mended and not lost. */
export function NumberField(props: FieldProps) {
  const change = (typed: string) => {
    const plain = typed.trim();
    props.onChange(/^-?\d{1,15}$/.test(plain) ? Number(plain) : typed);
  };
  return (
    <input
      className={`${ctl.input} ${css.short}`}
      inputMode="numeric"
      autoComplete="off"
      {...controlProps(props)}
      value={text(props.value)}
      onChange={(event) => change(event.target.value)}
    />
  );
}

export function TextField(props: FieldProps) {
  const { value, onChange, setting } = props;
  const isLong = (setting.most ?? MANY_CHARACTERS + 1) > MANY_CHARACTERS;
  const shared = { ...controlProps(props), value: text(value), className: ctl.input };
  if (!isLong) return <input {...shared} onChange={(event) => onChange(event.target.value)} />;
  return <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  EMAIL: "accounting@example.com",
  URL: "https://",
  EXEMPTION_CODE: "VATEX-EU-132",
};

/** A line of text with a form of its own: an address, a code. */
export function LineField(props: FieldProps) {
  const { kind } = props.setting;
  return (
    <input
      className={ctl.input}
      type={kind === "EMAIL" ? "email" : "text"}
      inputMode={kind === "URL" ? "url" : undefined}
      autoComplete="off"
      spellCheck={false}
      placeholder={PLACEHOLDERS[kind]}
      {...controlProps(props)}
      value={text(props.value)}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

export function ChoiceField(props: FieldProps) {
  const name = useChoiceName();
  const { setting, value, onChange } = props;
  const chosen = text(value);
  // What an older version allowed is shown, not silently replaced by the first of the list.
  const all = setting.choices.includes(chosen) ? setting.choices : [chosen, ...setting.choices];
  return (
    <select
      className={`${ctl.input} ${ctl.select} ${css.medium}`}
      {...controlProps(props)}
      value={chosen}
      onChange={(event) => onChange(event.target.value)}
    >
      {all.map((choice) => (
        <option key={choice} value={choice}>
          {name(setting, choice)}
        </option>
      ))}
    </select>
  );
}

export function DateField(props: FieldProps) {
  return (
    <input
      type="date"
      className={`${ctl.input} ${css.short}`}
      {...controlProps(props)}
      value={text(props.value)}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

export function CurrencyField(props: FieldProps) {
  const { t, locale } = useLanguage();
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: "currency" }), [locale]);
  const codes = useMemo(() => Intl.supportedValuesOf("currency"), []);
  const chosen = text(props.value);
  const all = chosen === "" || codes.includes(chosen) ? codes : [chosen, ...codes];
  return (
    <select
      className={`${ctl.input} ${ctl.select} ${css.medium}`}
      {...controlProps(props)}
      value={chosen}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{t("field.none")}</option>
      {all.map((code) => (
        <option key={code} value={code}>
          {code} · {names.of(code)}
        </option>
      ))}
    </select>
  );
}

/** A colour by its code or by eye, with a word on how it reads on paper. */
export function ColourField(props: FieldProps) {
  const { t } = useLanguage();
  const value = text(props.value);
  const contrast = contrastOnPaper(value);
  return (
    <div className={css.stack}>
      <div className={css.line}>
        <input
          type="color"
          className={css.swatch}
          aria-label={t("field.colour.pick")}
          disabled={props.disabled}
          value={contrast === undefined ? "#000000" : value}
          onChange={(event) => props.onChange(event.target.value)}
        />
        <input
          className={`${ctl.input} ${css.short} ${ctl.code}`}
          autoComplete="off"
          spellCheck={false}
          {...controlProps(props)}
          value={value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </div>
      {contrast !== undefined && <Contrast contrast={contrast} />}
    </div>
  );
}

function Contrast({ contrast }: { contrast: number }) {
  const { t, locale } = useLanguage();
  const judged = legibility(contrast);
  const ratio = contrast.toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <span className={`${css.small} ${judged === "good" ? css.good : ""}`} role="status">
      {t(`field.contrast.${judged}`, { ratio })}
    </span>
  );
}
