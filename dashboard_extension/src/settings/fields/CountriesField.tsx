import { X } from "lucide-react";
import { useId, useMemo } from "react";
import { useLanguage } from "../../i18n/context";
import { SelectField } from "../../ui/fields";
import ctl from "../../ui/fields/Field.module.css";
import { FieldFrame, type FieldProps } from "../../ui/fields/FieldFrame";
import { countriesIn } from "./countries";
import css from "./fields.module.css";
import { useCountryName } from "./names";

interface Props extends FieldProps {
  value: readonly string[];
  onChange: (countries: string[]) => void;
}

/** Several countries. */
export function CountriesField({ value, onChange, ...props }: Props) {
  const { t, locale } = useLanguage();
  const id = useId();
  const name = useCountryName();
  const countries = useMemo(() => countriesIn(locale), [locale]);
  return (
    <FieldFrame {...props} id={id}>
      {(described) => (
        <div className={css.stack}>
          {value.length > 0 && (
            <ul className={`${css.line} ${css.list}`}>
              {value.map((code) => (
                <li key={code} className={css.chip}>
                  {name(code)}
                  <button
                    type="button"
                    disabled={props.disabled}
                    aria-label={t("field.remove", { name: name(code) })}
                    onClick={() => onChange(value.filter((each) => each !== code))}
                  >
                    <X size={14} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <select
            {...described}
            className={`${ctl.input} ${ctl.select}`}
            disabled={props.disabled}
            value=""
            onChange={(event) => onChange([...value, event.target.value])}
          >
            <option value="">{t("field.countries.add")}</option>
            {countries
              .filter(([code]) => !value.includes(code))
              .map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
          </select>
        </div>
      )}
    </FieldFrame>
  );
}

interface OneProps extends FieldProps {
  value: string;
  onChange: (country: string) => void;
}

/** One country. */
export function CountryField({ value, ...props }: OneProps) {
  const { t, locale } = useLanguage();
  const name = useCountryName();
  const options = useMemo(() => {
    const all = countriesIn(locale).map(([code, label]) => ({ value: code, label }));
    const known = value === "" || all.some((each) => each.value === value);
    const first = { value: "", label: t("field.country.choose") };
    return known ? [first, ...all] : [first, { value, label: name(value) }, ...all];
  }, [locale, value, name, t]);
  return <SelectField {...props} value={value} options={options} />;
}
