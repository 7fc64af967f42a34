import { useApi } from "../api/context";
import { formatAmount } from "../format/money";
import { SaleorProductsDocument, type SaleorProductsQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Combobox } from "../ui/Combobox";
import { NumberField, SelectField, TextAreaField, TextField } from "../ui/fields";
import { CategoryField } from "./CategoryField";
import css from "./Draft.module.css";
import { withPresent } from "./ForSection";
import { type DraftForm, type LineForm, UNIT_CODES } from "./form";
import { Marked } from "./marks";

type Product = NonNullable<SaleorProductsQuery["saleorProducts"]>[number];

interface Props {
  line: LineForm;
  /** In what is sent; "" for a line that nobody has begun. */
  place: string;
  form: DraftForm;
  edit: (fields: Partial<LineForm>) => void;
}

/** What a line always says: what, how many, for how much, taxed how. */
export function LineFields({ line, place, form, edit, number }: Props & { number: string }) {
  const { t } = useLanguage();
  const units = UNIT_CODES.map((value) => ({
    value: value as string,
    label: t(`draft.unit.${value}`),
  }));
  return (
    <div className={css.lineMain}>
      <NameField {...{ line, place, form, edit, number }} />
      <Marked place={`${place}.quantity`}>
        {(mark) => (
          <NumberField
            {...mark}
            label={t("draft.line.quantity")}
            value={line.quantity}
            onChange={(quantity) => edit({ quantity })}
          />
        )}
      </Marked>
      <Marked place={`${place}.unitCode`}>
        {(mark) => (
          <SelectField
            {...mark}
            label={t("draft.line.unit")}
            value={line.unitCode}
            options={withPresent(units, line.unitCode)}
            onChange={(unitCode) => edit({ unitCode })}
          />
        )}
      </Marked>
      <Marked place={`${place}.unitPrice`}>
        {(mark) => (
          <NumberField
            {...mark}
            label={t("draft.line.price")}
            unit={form.currency}
            value={line.unitPrice}
            onChange={(unitPrice) => edit({ unitPrice })}
          />
        )}
      </Marked>
      <Marked place={`${place}.taxRate`}>
        {(mark) => (
          <NumberField
            {...mark}
            label={t("draft.line.rate")}
            unit="%"
            value={line.taxRate}
            onChange={(taxRate) => edit({ taxRate })}
          />
        )}
      </Marked>
    </div>
  );
}

function NameField({ line, place, form, edit, number }: Props & { number: string }) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const search = async (text: string, signal: AbortSignal): Promise<readonly Product[]> => {
    if (!form.channel) return []; // a price is a channel's
    const variables = { search: text, channel: form.channel };
    return (await api(SaleorProductsDocument, variables, signal)).saleorProducts ?? [];
  };
  const takeOver = (product: Product) => {
    const price = form.pricesIncludeTax ? product.grossPrice : product.netPrice;
    const fits = price !== null && price.currency === form.currency;
    edit({
      name: product.name,
      sku: product.sku,
      ...(fits ? { unitPrice: price.amount } : {}),
      ...(product.taxRate === null ? {} : { taxRate: product.taxRate }),
    });
  };
  return (
    <Marked place={`${place}.name`}>
      {(mark) => (
        <Combobox
          {...mark}
          name={`products ${form.channel}`}
          label={`${t("draft.line.name")} ${number}`}
          placeholder={t("draft.line.name.hint")}
          value={line.name}
          search={search}
          itemKey={({ variantId }) => variantId}
          itemText={({ name }) => name}
          itemHint={({ sku, price }) =>
            [sku, price && `${price.currency} ${formatAmount(price, locale)}`]
              .filter(Boolean)
              .join(" · ")
          }
          onSelect={takeOver}
          onType={(name) => edit({ name })}
        />
      )}
    </Marked>
  );
}

/** What a line may say besides. */
export function LineMore({ line, place, form, edit }: Props) {
  const { t } = useLanguage();
  const filled = [line.description, line.discount, line.taxCategory, line.exemptionReason].some(
    Boolean,
  );
  return (
    <details className={css.more} open={filled || undefined}>
      <summary>{t("draft.line.more")}</summary>
      <div className={css.grid}>
        <Marked place={`${place}.description`} className={css.wide}>
          {(mark) => (
            <TextAreaField
              {...mark}
              rows={2}
              label={t("draft.line.description")}
              value={line.description}
              onChange={(description) => edit({ description })}
            />
          )}
        </Marked>
        <DiscountFields {...{ line, place, form, edit }} />
        <Marked place={`${place}.discountReason`}>
          {(mark) => (
            <TextField
              {...mark}
              label={t("draft.line.discount.reason")}
              value={line.discountReason}
              onChange={(discountReason) => edit({ discountReason })}
            />
          )}
        </Marked>
        <Marked place={`${place}.sku`}>
          {(mark) => (
            <TextField
              {...mark}
              label={t("draft.line.sku")}
              value={line.sku}
              onChange={(sku) => edit({ sku })}
            />
          )}
        </Marked>
        <CategoryField
          place={`${place}.taxCategory`}
          value={line.taxCategory}
          onChange={(taxCategory) => edit({ taxCategory })}
        />
        <Marked place={`${place}.exemptionReason`}>
          {(mark) => (
            <TextField
              {...mark}
              label={t("draft.line.exemption")}
              value={line.exemptionReason}
              onChange={(exemptionReason) => edit({ exemptionReason })}
            />
          )}
        </Marked>
      </div>
    </details>
  );
}

const KINDS = ["PERCENT", "AMOUNT"] as const;

function DiscountFields({ line, place, form, edit }: Props) {
  const { t } = useLanguage();
  const percent = line.discountKind === "PERCENT";
  const field = percent ? "discountPercent" : "discountAmount";
  return (
    <div className={css.pair}>
      <Marked place={`${place}.${field}`}>
        {(mark) => (
          <NumberField
            {...mark}
            label={t("draft.line.discount")}
            unit={percent ? "%" : form.currency}
            value={line.discount}
            onChange={(discount) => edit({ discount })}
          />
        )}
      </Marked>
      <SelectField
        label={t("draft.line.discount")}
        labelHidden
        value={line.discountKind}
        options={KINDS.map((value) => ({ value, label: t(`draft.line.discount.${value}`) }))}
        onChange={(discountKind) => edit({ discountKind })}
      />
    </div>
  );
}
