import { Button } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useApi } from "../api/context";
import { useSourceSystems } from "../api/useSourceSystems";
import { GridChannelsDocument, GridCustomersDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { Combobox } from "../ui/Combobox";
import { CheckField, DateField, NumberField, SelectField } from "../ui/fields";
import css from "./FilterForm.module.css";
import {
  type Filters,
  KINDS,
  NO_FILTERS,
  PAYMENT_STATUSES,
  type Range,
  SOURCES,
  STATES,
} from "./filters";

interface Props {
  filters: Filters;
  onApply: (filters: Filters) => void;
}

/** All filters at once; they count when they are applied. */
export default function FilterForm({ filters, onApply }: Props) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState(filters);
  const set = <Name extends keyof Filters>(name: Name, value: Filters[Name]) =>
    setWanted((now) => ({ ...now, [name]: value }));
  const { channels, currencies } = useOffers(wanted);
  const systems = useSourceSystems(wanted.sourceSystem);
  const choices = (name: "state" | "source", values: readonly string[]) => [
    { value: "", label: t("filter.any") },
    ...values.map((value) => ({ value, label: t(`${name}.${value}` as "state.DRAFT") })),
  ];
  const root = useRef<HTMLFormElement>(null);
  // It comes later than the popover that it is in.
  useEffect(() => root.current?.querySelector("input")?.focus(), []);
  return (
    <form
      ref={root}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onApply(wanted);
      }}
    >
      <div className={css.columns}>
        <Pair title={t("filter.date")}>
          <DateRange value={wanted.date} onChange={(date) => set("date", date)} />
        </Pair>
        <Pair title={t("filter.due")}>
          <DateRange value={wanted.due} onChange={(due) => set("due", due)} />
        </Pair>
        <Pair title={t("filter.total")}>
          <NumberField
            label={t("filter.lower")}
            value={wanted.total.from}
            onChange={(from) => set("total", { ...wanted.total, from })}
          />
          <NumberField
            label={t("filter.upper")}
            value={wanted.total.to}
            onChange={(to) => set("total", { ...wanted.total, to })}
          />
        </Pair>
        <CustomerFilter
          value={wanted.customer}
          onChange={(customer) => set("customer", customer)}
        />
        <Checks
          title={t("filter.payment")}
          options={PAYMENT_STATUSES.map((value) => ({ value, label: t(`payment.${value}`) }))}
          chosen={wanted.payment}
          onChange={(payment) => set("payment", payment)}
        />
        <div className={css.stack}>
          <Checks
            title={t("filter.kind")}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            chosen={wanted.kind}
            onChange={(kind) => set("kind", kind)}
          />
          <fieldset className={css.checks}>
            <legend>{t("filter.attention")}</legend>
            <CheckField
              label={t("filter.overdue")}
              checked={wanted.overdue}
              onChange={(overdue) => set("overdue", overdue)}
            />
            <CheckField
              label={t("filter.failed")}
              checked={wanted.failed}
              onChange={(failed) => set("failed", failed)}
            />
          </fieldset>
        </div>
        <Checks
          title={t("filter.channel")}
          options={channels}
          chosen={wanted.channel}
          onChange={(channel) => set("channel", channel)}
        />
        <Checks
          title={t("filter.currency")}
          options={currencies}
          chosen={wanted.currency}
          onChange={(currency) => set("currency", currency)}
        />
        <SelectField
          label={t("filter.state")}
          value={wanted.state}
          options={choices("state", STATES)}
          onChange={(state) => set("state", state as Filters["state"])}
        />
        <SelectField
          label={t("filter.source")}
          value={wanted.source}
          options={choices("source", SOURCES)}
          onChange={(source) => set("source", source as Filters["source"])}
        />
        <Checks
          title={t("filter.sourceSystem")}
          options={systems.map((value) => ({ value, label: value }))}
          chosen={wanted.sourceSystem}
          onChange={(sourceSystem) => set("sourceSystem", sourceSystem)}
        />
        <SelectField
          label={t("filter.test")}
          value={wanted.test}
          options={[
            { value: "", label: t("filter.any") },
            { value: "no", label: t("filter.test.no") },
            { value: "yes", label: t("filter.test.yes") },
          ]}
          onChange={(test) => set("test", test)}
        />
      </div>
      <div className={css.foot}>
        <Button type="button" variant="tertiary" onClick={() => setWanted(NO_FILTERS)}>
          {t("filter.clear")}
        </Button>
        <Button type="submit">{t("filter.apply")}</Button>
      </div>
    </form>
  );
}

function Pair({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={css.pair}>
      <legend>{title}</legend>
      <div className={css.two}>{children}</div>
    </fieldset>
  );
}

function DateRange({ value, onChange }: { value: Range; onChange: (value: Range) => void }) {
  const { t } = useLanguage();
  return (
    <>
      <DateField
        label={t("filter.lower")}
        value={value.from}
        max={value.to || undefined}
        onChange={(from) => onChange({ ...value, from })}
      />
      <DateField
        label={t("filter.upper")}
        value={value.to}
        min={value.from || undefined}
        onChange={(to) => onChange({ ...value, to })}
      />
    </>
  );
}

interface ChecksProps<Value extends string> {
  title: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
}

function Checks<Value extends string>({ title, options, chosen, onChange }: ChecksProps<Value>) {
  if (options.length === 0) return null;
  return (
    <fieldset className={css.checks}>
      <legend>{title}</legend>
      {options.map(({ value, label }) => (
        <CheckField
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={(on) =>
            onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))
          }
        />
      ))}
    </fieldset>
  );
}

interface CustomerProps {
  value: Filters["customer"];
  onChange: (value: Filters["customer"]) => void;
}

function CustomerFilter({ value, onChange }: CustomerProps) {
  const { t } = useLanguage();
  const api = useApi();
  return (
    <Combobox
      label={t("filter.customer")}
      name="grid-customers"
      value={value?.name ?? ""}
      placeholder={t("filter.customer.hint")}
      search={async (search, signal) =>
        (await api(GridCustomersDocument, { search }, signal)).saleorCustomers ?? []
      }
      itemKey={({ id }) => id}
      itemText={({ companyName, name, email }) => companyName || name || email}
      itemHint={({ email }) => email}
      onSelect={({ id, companyName, name, email }) =>
        onChange({ id, name: companyName || name || email })
      }
      onType={(text) => text === "" && onChange(undefined)}
    />
  );
}

/** Channels and currencies of the shop, and those that are chosen though the shop has them no more. */
function useOffers({ channel, currency }: Filters) {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["channels"],
    queryFn: async ({ signal }) => (await api(GridChannelsDocument, {}, signal)).saleorChannels,
    staleTime: 300_000,
    retry: false,
  });
  const known = data ?? [];
  const slugs = new Map(known.map(({ slug, name }) => [slug, name]));
  const currencies = new Set([...known.map((each) => each.currency), ...currency]);
  for (const slug of channel) if (!slugs.has(slug)) slugs.set(slug, slug);
  return {
    channels: [...slugs].map(([value, label]) => ({ value, label })),
    currencies: [...currencies].toSorted().map((value) => ({ value, label: value })),
  };
}
