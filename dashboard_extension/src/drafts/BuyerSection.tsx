import { useApi } from "../api/context";
import { SaleorCustomersDocument, type SaleorCustomersQuery } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { Combobox } from "../ui/Combobox";
import { CheckField, TextField } from "../ui/fields";
import { AddressFields } from "./AddressFields";
import css from "./Draft.module.css";
import { type AddressForm, NO_ADDRESS, type PartyForm } from "./form";
import { Marked } from "./marks";
import type { SectionProps } from "./sections";

type Customer = NonNullable<SaleorCustomersQuery["saleorCustomers"]>[number];

/** Who buys: typed, or taken over from a customer of the shop. */
export function BuyerSection({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  const address = (fields: Partial<AddressForm>) =>
    dispatch({ do: "address", of: "delivery", fields });
  return (
    <Card title={t("draft.buyer")}>
      <div className={css.grid} data-place="buyer">
        <NameField form={form} dispatch={dispatch} />
        <BuyerField name="person" label={t("draft.buyer.person")} form={form} dispatch={dispatch} />
        <BuyerField
          name="vatId"
          label={t("draft.buyer.vatId")}
          help={t("draft.buyer.vatId.help")}
          form={form}
          dispatch={dispatch}
        />
        <EmailField form={form} dispatch={dispatch} />
      </div>
      <AddressFields
        place="buyer.address"
        address={form.buyer.address}
        onChange={(fields) => dispatch({ do: "address", of: "buyer", fields })}
      />
      <CheckField
        label={t("draft.delivery")}
        checked={form.deliverElsewhere}
        onChange={(deliverElsewhere) => dispatch({ do: "set", fields: { deliverElsewhere } })}
      />
      {form.deliverElsewhere && (
        <AddressFields place="deliveryAddress" address={form.deliveryAddress} onChange={address} />
      )}
      <MoreFields form={form} dispatch={dispatch} />
    </Card>
  );
}

function NameField({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  const api = useApi();
  const takeOver = (customer: Customer) => {
    dispatch({
      do: "buyer",
      fields: {
        name: customer.companyName || customer.name || customer.email,
        person: customer.companyName ? customer.name : "",
        vatId: customer.vatId,
      },
    });
    if (customer.address) {
      dispatch({
        do: "address",
        of: "buyer",
        fields: { ...NO_ADDRESS, ...addressOf(customer.address) },
      });
    }
    dispatch({ do: "set", fields: { customerId: customer.id, customerEmail: customer.email } });
  };
  return (
    <Marked place="buyer.name" className={css.wide}>
      {(mark) => (
        <Combobox
          {...mark}
          required
          name="customers"
          label={t("draft.buyer.name")}
          placeholder={t("draft.buyer.name.hint")}
          value={form.buyer.name}
          search={async (search, signal) =>
            (await api(SaleorCustomersDocument, { search }, signal)).saleorCustomers ?? []
          }
          itemKey={({ id }) => id}
          itemText={({ companyName, name, email }) => companyName || name || email}
          itemHint={({ companyName, name, email }) =>
            [companyName && name, email].filter(Boolean).join(" · ")
          }
          onSelect={takeOver}
          onType={(name) => dispatch({ do: "buyer", fields: { name } })}
        />
      )}
    </Marked>
  );
}

function addressOf({
  street,
  additional,
  postalCode,
  city,
  subdivision,
  country,
}: AddressForm): AddressForm {
  return { street, additional, postalCode, city, subdivision, country };
}

interface BuyerFieldProps extends SectionProps {
  name: Exclude<keyof PartyForm, "address" | "electronicAddress" | "electronicScheme">;
  label: string;
  help?: string;
}

function BuyerField({ name, label, help, form, dispatch }: BuyerFieldProps) {
  return (
    <Marked place={`buyer.${name}`} help={help}>
      {(mark) => (
        <TextField
          {...mark}
          label={label}
          value={form.buyer[name]}
          onChange={(value) => dispatch({ do: "buyer", fields: { [name]: value } })}
        />
      )}
    </Marked>
  );
}

function EmailField({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  const help = form.customerId ? (
    <>
      {t("draft.buyer.customer")}{" "}
      <button
        type="button"
        className={css.inline}
        onClick={() => dispatch({ do: "set", fields: { customerId: "" } })}
      >
        {t("draft.buyer.customer.drop")}
      </button>
    </>
  ) : (
    t("draft.buyer.email.help")
  );
  return (
    <Marked place="customerEmail" help={help}>
      {(mark) => (
        <TextField
          {...mark}
          type="email"
          label={t("draft.buyer.email")}
          value={form.customerEmail}
          onChange={(customerEmail) => dispatch({ do: "set", fields: { customerEmail } })}
        />
      )}
    </Marked>
  );
}

function MoreFields({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  const { tradingName, electronicAddress } = form.buyer;
  const filled = [tradingName, electronicAddress, form.buyerReference, form.purchaseOrder].some(
    Boolean,
  );
  return (
    <details className={css.more} open={filled || undefined}>
      <summary>{t("draft.buyer.more")}</summary>
      <div className={css.grid}>
        <BuyerField
          name="tradingName"
          label={t("draft.buyer.tradingName")}
          form={form}
          dispatch={dispatch}
        />
        <ElectronicFields form={form} dispatch={dispatch} />
        <Marked place="buyerReference" help={t("draft.buyer.reference.help")}>
          {(mark) => (
            <TextField
              {...mark}
              label={t("draft.buyer.reference")}
              value={form.buyerReference}
              onChange={(buyerReference) => dispatch({ do: "set", fields: { buyerReference } })}
            />
          )}
        </Marked>
        <Marked place="purchaseOrder">
          {(mark) => (
            <TextField
              {...mark}
              label={t("draft.buyer.purchaseOrder")}
              value={form.purchaseOrder}
              onChange={(purchaseOrder) => dispatch({ do: "set", fields: { purchaseOrder } })}
            />
          )}
        </Marked>
      </div>
    </details>
  );
}

function ElectronicFields({ form, dispatch }: SectionProps) {
  const { t } = useLanguage();
  return (
    <div className={css.pair}>
      <Marked place="buyer.electronicAddress" help={t("draft.buyer.electronic.help")}>
        {(mark) => (
          <TextField
            {...mark}
            label={t("draft.buyer.electronic")}
            value={form.buyer.electronicAddress}
            onChange={(electronicAddress) =>
              dispatch({ do: "buyer", fields: { electronicAddress } })
            }
          />
        )}
      </Marked>
      <Marked place="buyer.electronicAddress.scheme">
        {(mark) => (
          <TextField
            {...mark}
            label={t("draft.buyer.scheme")}
            placeholder="9930"
            maxLength={4}
            value={form.buyer.electronicScheme}
            onChange={(electronicScheme) => dispatch({ do: "buyer", fields: { electronicScheme } })}
          />
        )}
      </Marked>
    </div>
  );
}
