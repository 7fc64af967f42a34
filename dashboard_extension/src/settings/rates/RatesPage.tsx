import { Button, Text } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { useApi } from "../../api/context";
import { formatDate, formatMoment } from "../../format/dates";
import {
  type ExchangeRateFieldsFragment,
  ExchangeRateListDocument,
  ExchangeRateSetDocument,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorLine } from "../../ui/ErrorLine";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { DateField, NumberField, TextField } from "../../ui/fields";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import { CurrencySelect } from "../fields/CurrencySelect";
import { useSettingsForm } from "../form/context";
import { useActorName } from "../history/useActorName";
import css from "../pages/pages.module.css";

const RATES = ["exchange-rates"];
const SHOWN = 100;

/** What currencies were worth on a day, as entered by a person. */
export default function RatesPage() {
  const { t } = useLanguage();
  const { mayWrite } = useSettingsForm();
  const api = useApi();
  const rates = useQuery({
    queryKey: RATES,
    queryFn: async ({ signal }) =>
      (await api(ExchangeRateListDocument, { first: SHOWN }, signal)).salesExchangeRates ?? [],
  });
  return (
    <div className={css.narrow}>
      <section className={css.part}>
        <Text as="h2" size={5} fontWeight="medium" margin={0}>
          {t("settings.nav.rates")}
        </Text>
        <Text as="p" size={3} color="default2" margin={0}>
          {t("rates.text")}
        </Text>
        {mayWrite && <RateForm />}
      </section>
      <section className={css.part} aria-label={t("settings.nav.rates")}>
        {rates.isError ? (
          <ErrorNotice compact error={rates.error} retry={() => void rates.refetch()} />
        ) : (
          <RateTable rows={rates.data ?? []} loading={rates.isPending} />
        )}
      </section>
    </div>
  );
}

interface Entered {
  currency: string;
  target: string;
  on: string;
  rate: string;
  source: string;
}

function RateForm() {
  const { t } = useLanguage();
  const [entered, setEntered] = useState<Entered>(() => ({
    currency: "EUR",
    target: "",
    on: new Date().toISOString().slice(0, 10),
    rate: "",
    source: "",
  }));
  const save = useMutationWithFeedback({
    run: (api) => api(ExchangeRateSetDocument, { input: entered }),
    success: () => t("rates.saved"),
    invalidates: [RATES, ["setting-history"]],
    onDone: () => setEntered((now) => ({ ...now, rate: "" })),
  });
  const change = (changed: Partial<Entered>) => {
    setEntered((now) => ({ ...now, ...changed }));
    save.reset();
  };
  const fault = (field: keyof Entered) =>
    save.error instanceof ApiError && save.error.params.field === field ? save.error.message : null;
  const isAtField = save.error instanceof ApiError && save.error.params.field !== undefined;
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <CurrencySelect
        label={t("rates.currency")}
        value={entered.currency}
        error={fault("currency")}
        onChange={(currency) => change({ currency })}
      />
      <CurrencySelect
        label={t("rates.target")}
        value={entered.target}
        error={fault("target")}
        onChange={(target) => change({ target })}
      />
      <DateField
        label={t("rates.on")}
        value={entered.on}
        error={fault("on")}
        onChange={(on) => change({ on })}
      />
      <NumberField
        label={t("rates.rate")}
        help={t("rates.rate.help", {
          currency: entered.currency || "…",
          target: entered.target || "…",
        })}
        value={entered.rate}
        error={fault("rate")}
        onChange={(rate) => change({ rate })}
      />
      <TextField
        label={t("rates.source")}
        placeholder={t("rates.source.placeholder")}
        maxLength={60}
        value={entered.source}
        error={fault("source")}
        onChange={(source) => change({ source })}
      />
      <div className={css.wide}>
        <Button
          type="submit"
          disabled={save.running || !entered.target || !entered.rate || !entered.source}
        >
          {t(save.running ? "ui.saving" : "rates.add")}
        </Button>
        {!isAtField && <ErrorLine error={save.error} />}
      </div>
    </form>
  );
}

function RateTable({
  rows,
  loading,
}: {
  rows: readonly ExchangeRateFieldsFragment[];
  loading: boolean;
}) {
  const { t, locale } = useLanguage();
  const actor = useActorName();
  return (
    <DataTable
      caption={t("settings.nav.rates")}
      loading={loading}
      rows={rows}
      rowKey={({ currency, target, on }) => `${currency}/${target}/${on}`}
      empty={<EmptyState compact title={t("rates.empty")} />}
      columns={[
        { name: "on", head: t("rates.on"), cell: ({ on }) => formatDate(on, locale) },
        {
          name: "pair",
          head: t("rates.pair"),
          grow: true,
          cell: ({ currency, target }) => `1 ${currency} → ${target}`,
        },
        {
          name: "rate",
          head: t("rates.rate"),
          end: true,
          cell: ({ rate }) => rateText(rate, locale),
        },
        { name: "source", head: t("rates.source"), cell: ({ source }) => source },
        {
          name: "by",
          head: t("history.by"),
          cell: ({ enteredBy, enteredAt }) => (
            <>
              {actor(enteredBy)}
              <br />
              <span className={css.small}>{formatMoment(enteredAt, locale)}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Exact, with all of its decimals. */
const rateText = (rate: string, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(
    rate as Intl.StringNumericLiteral,
  );
