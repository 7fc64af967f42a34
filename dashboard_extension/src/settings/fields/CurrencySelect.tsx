import { useMemo } from "react";
import { useLanguage } from "../../i18n/context";
import { SelectField } from "../../ui/fields";
import type { FieldProps } from "../../ui/fields/FieldFrame";

interface Props extends FieldProps {
  value: string;
  onChange: (currency: string) => void;
}

/** A currency by code and name. */
export function CurrencySelect({ value, ...props }: Props) {
  const { t, locale } = useLanguage();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "currency" });
    const all = Intl.supportedValuesOf("currency").map((code) => ({
      value: code,
      label: `${code} · ${names.of(code)}`,
    }));
    return [{ value: "", label: t("field.currency.choose") }, ...all];
  }, [locale, t]);
  return <SelectField {...props} value={value} options={options} />;
}
