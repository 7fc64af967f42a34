import { Text } from "@saleor/macaw-ui";
import { useId, useMemo } from "react";
import { useLanguage } from "../../i18n/context";
import { SelectField, TextField } from "../../ui/fields";
import { CountryField } from "../fields/CountriesField";
import css from "../pages/pages.module.css";
import type { SellerField, SellerForm } from "./form";
import { hasVat, lawKeys, VAT_SAMPLES } from "./law";
import { ELECTRONIC_SCHEMES, REGISTRATION_SCHEMES } from "./schemes";

interface Props {
  form: SellerForm;
  faults: Partial<Record<SellerField, string>>;
  disabled: boolean;
  onChange: (changed: Partial<SellerForm>) => void;
}

/** All that a document says of a seller, in the order in which one knows it. */
export function SellerFields(props: Props) {
  const { t } = useLanguage();
  const line = (field: SellerField, more: { placeholder?: string; type?: "email" } = {}) => (
    <Line key={field} {...props} field={field} {...more} />
  );
  return (
    <>
      <Group title={t("seller.group.company")}>
        {line("name")}
        {line("tradingName")}
        <Country {...props} />
        <Zone {...props} />
      </Group>
      <Group title={t("seller.group.address")}>
        {line("street")}
        {line("additional")}
        {line("postalCode")}
        {line("city")}
        {line("subdivision")}
      </Group>
      <Group title={t("seller.group.tax")}>
        <TaxLines {...props} />
        <Identified
          {...props}
          value="registration"
          scheme="registrationScheme"
          schemes={REGISTRATION_SCHEMES}
        />
        {line("legalInformation")}
      </Group>
      <Group title={t("seller.group.contact")}>
        {line("contactName")}
        {line("phone")}
        {line("email", { type: "email" })}
        <Identified
          {...props}
          value="electronic"
          scheme="electronicScheme"
          schemes={ELECTRONIC_SCHEMES}
        />
      </Group>
    </>
  );
}

function TaxLines(props: Props) {
  return (
    <>
      <Line {...props} field="vatId" placeholder={VAT_SAMPLES[props.form.country]} />
      <Line {...props} field="taxRegistration" />
    </>
  );
}

/** The numbers by which the tax office knows a seller, with what the law wants of them. */
export function TaxFields({ wanted, ...props }: Props & { wanted: boolean }) {
  const { t } = useLanguage();
  const { vatId, taxRegistration } = props.form;
  const missing =
    wanted && hasVat(props.form.country) && vatId.trim() === "" && taxRegistration.trim() === "";
  return (
    <Group title={t("seller.group.taxIds")}>
      <TaxLines {...props} />
      {missing && (
        <div role="note" className={`${css.note} ${css.wide}`}>
          {t("seller.gaps", { fields: t("seller.taxIdEither") })}
        </div>
      )}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <fieldset className={css.group} aria-labelledby={id}>
      <Text as="h3" id={id} size={4} fontWeight="medium" margin={0}>
        {title}
      </Text>
      <div className={css.form}>{children}</div>
    </fieldset>
  );
}

type LineProps = Props & { field: SellerField; placeholder?: string; type?: "email" };

function Line({ form, faults, disabled, onChange, field, placeholder, type }: LineProps) {
  const { t } = useLanguage();
  const help = useLaw(form.country, field);
  return (
    <div data-seller-field={field}>
      <TextField
        label={t(`seller.${field}`)}
        help={help}
        type={type}
        maxLength={300}
        placeholder={placeholder}
        value={form[field]}
        error={faults[field]}
        disabled={disabled}
        onChange={(value) => onChange({ [field]: value })}
      />
    </div>
  );
}

function Country({ form, faults, disabled, onChange }: Props) {
  const { t } = useLanguage();
  return (
    <CountryField
      label={t("seller.country")}
      value={form.country}
      error={faults.country}
      disabled={disabled}
      onChange={(country) => onChange({ country })}
    />
  );
}

function Zone({ form, faults, disabled, onChange }: Props) {
  const { t } = useLanguage();
  const options = useMemo(() => {
    const zones = Intl.supportedValuesOf("timeZone");
    const all = form.timezone && !zones.includes(form.timezone) ? [form.timezone, ...zones] : zones;
    return [
      { value: "", label: t("seller.timezone.byCountry") },
      ...all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    ];
  }, [form.timezone, t]);
  return (
    <SelectField
      label={t("seller.timezone")}
      help={t("seller.timezone.help")}
      value={form.timezone}
      options={options}
      error={faults.timezone}
      disabled={disabled}
      onChange={(timezone) => onChange({ timezone })}
    />
  );
}

interface IdentifiedProps extends Props {
  value: "registration" | "electronic";
  scheme: "registrationScheme" | "electronicScheme";
  schemes: readonly (readonly [code: string, name: string])[];
}

/** A number with the list that it comes from. */
function Identified({ value, scheme, schemes, ...props }: IdentifiedProps) {
  const { t } = useLanguage();
  const { form, faults, disabled, onChange } = props;
  const known = form[scheme] === "" || schemes.some(([code]) => code === form[scheme]);
  const all = known ? schemes : [[form[scheme], form[scheme]] as const, ...schemes];
  return (
    <>
      <Line {...props} field={value} />
      <SelectField
        label={t(`seller.${scheme}`)}
        help={t(`seller.${scheme}.help`)}
        value={form[scheme]}
        options={[
          { value: "", label: t("field.none") },
          ...all.map(([code, name]) => ({ value: code, label: `${name} (${code})` })),
        ]}
        error={faults[scheme]}
        disabled={disabled}
        onChange={(code) => onChange({ [scheme]: code })}
      />
    </>
  );
}

/** What the law of a country, or of the EU, says of a field; else what the field is for. */
function useLaw(country: string, field: SellerField): string | undefined {
  const { t } = useLanguage();
  for (const key of lawKeys(country, field)) {
    const found = t.find(key);
    if (found) return found;
  }
  return undefined;
}
