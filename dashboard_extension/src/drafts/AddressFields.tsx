import { useMemo } from "react";
import { countries } from "../format/countries";
import { useLanguage } from "../i18n/context";
import { SelectField, TextField } from "../ui/fields";
import css from "./Draft.module.css";
import { withPresent } from "./ForSection";
import type { AddressForm } from "./form";
import { Marked } from "./marks";

interface Props {
  place: string;
  address: AddressForm;
  onChange: (fields: Partial<AddressForm>) => void;
}

const LINES = ["street", "additional", "postalCode", "city", "subdivision"] as const;

/** A postal address. */
export function AddressFields({ place, address, onChange }: Props) {
  const { t, locale } = useLanguage();
  const options = useMemo(() => countries(locale), [locale]);
  const choose = { value: "", label: t("draft.address.country.choose") };
  return (
    <div className={css.grid} data-place={place}>
      {LINES.map((line) => (
        <Marked key={line} place={`${place}.${line}`}>
          {(mark) => (
            <TextField
              {...mark}
              label={t(`draft.address.${line}`)}
              value={address[line]}
              onChange={(value) => onChange({ [line]: value })}
            />
          )}
        </Marked>
      ))}
      <Marked place={`${place}.country`}>
        {(mark) => (
          <SelectField
            {...mark}
            required
            label={t("draft.address.country")}
            value={address.country}
            options={withPresent([choose, ...options], address.country)}
            onChange={(country) => onChange({ country })}
          />
        )}
      </Marked>
    </div>
  );
}
