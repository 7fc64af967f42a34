import { useMemo } from "react";
import { named } from "../format/countries";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { SelectField } from "../ui/fields";
import css from "./Draft.module.css";
import { Marked } from "./marks";
import { OrderField } from "./OrderField";
import type { SectionProps } from "./sections";
import type { Surroundings } from "./useDraft";

/** The languages that documents are written in. */
const LANGUAGES = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "zh"];
const NO_CHANNEL = "";

interface Props extends SectionProps {
  surroundings: Surroundings;
  /** The number of the order, where it is known. */
  orderNumber: string;
  takeOrder: (orderId: string, number: string) => void;
}

/** What the invoice is for: an order or none, channel, seller, currency, language. */
export function ForSection({ form, dispatch, surroundings, orderNumber, takeOrder }: Props) {
  const { t, locale } = useLanguage();
  const set = (fields: Partial<Pick<typeof form, "legalEntity" | "currency" | "language">>) =>
    dispatch({ do: "set", fields });
  const { channels, sellers } = surroundings;
  const languages = useMemo(() => named(LANGUAGES, "language", locale), [locale]);
  return (
    <Card title={t("draft.for")}>
      <div className={css.grid}>
        <OrderField form={form} dispatch={dispatch} number={orderNumber} take={takeOrder} />
        <ChannelField form={form} dispatch={dispatch} channels={channels} />
        {sellers.length > 1 && (
          <Marked place="legalEntity">
            {(mark) => (
              <SelectField
                {...mark}
                label={t("draft.seller")}
                value={form.legalEntity}
                options={[
                  { value: "", label: t("draft.seller.channel") },
                  ...sellers.map(({ key, name }) => ({ value: key, label: name || key })),
                ]}
                onChange={(legalEntity) => set({ legalEntity })}
              />
            )}
          </Marked>
        )}
        <CurrencyField form={form} dispatch={dispatch} channels={channels} />
        <Marked place="language">
          {(mark) => (
            <SelectField
              {...mark}
              label={t("draft.language")}
              value={form.language}
              options={withPresent(
                [{ value: "", label: t("draft.language.store") }, ...languages],
                form.language,
              )}
              onChange={(language) => set({ language })}
            />
          )}
        </Marked>
        <Marked place="pricesIncludeTax">
          {(mark) => (
            <SelectField
              {...mark}
              label={t("draft.prices")}
              value={form.pricesIncludeTax ? "gross" : "net"}
              options={[
                { value: "net", label: t("draft.prices.net") },
                { value: "gross", label: t("draft.prices.gross") },
              ]}
              onChange={(kind) =>
                dispatch({ do: "set", fields: { pricesIncludeTax: kind === "gross" } })
              }
            />
          )}
        </Marked>
      </div>
    </Card>
  );
}

interface ChannelProps extends SectionProps {
  channels: Surroundings["channels"];
}

function ChannelField({ form, dispatch, channels }: ChannelProps) {
  const { t } = useLanguage();
  const choose = (slug: string) => {
    const channel = channels.find((each) => each.slug === slug);
    // Its currency comes with it, and how its prices are meant, while nothing is priced yet.
    const priced = form.lines.some(({ unitPrice }) => unitPrice !== "");
    const fresh =
      channel && !priced
        ? { currency: channel.currency, pricesIncludeTax: channel.pricesIncludeTax }
        : {};
    dispatch({ do: "set", fields: { channel: slug, ...fresh } });
  };
  const options = channels.map(({ slug, name }) => ({ value: slug, label: name || slug }));
  return (
    <Marked place="channel">
      {(mark) => (
        <SelectField
          {...mark}
          label={t("draft.channel")}
          value={form.channel}
          disabled={form.orderId !== ""}
          options={withPresent(
            [{ value: NO_CHANNEL, label: t("draft.channel.none") }, ...options],
            form.channel,
          )}
          onChange={choose}
        />
      )}
    </Marked>
  );
}

function CurrencyField({ form, dispatch, channels }: ChannelProps) {
  const { t, locale } = useLanguage();
  const options = useMemo(() => {
    const own = [...new Set(channels.map(({ currency }) => currency))].sort();
    const rest = Intl.supportedValuesOf("currency").filter((code) => !own.includes(code));
    return [
      ...own.map((code) => ({ value: code, label: code })),
      ...named(rest, "currency", locale).map(({ value, label }) => ({
        value,
        label: `${value} ${label}`,
      })),
    ];
  }, [channels, locale]);
  return (
    <Marked place="currency">
      {(mark) => (
        <SelectField
          {...mark}
          label={t("draft.currency")}
          value={form.currency}
          options={withPresent(options, form.currency)}
          onChange={(currency) => dispatch({ do: "set", fields: { currency } })}
        />
      )}
    </Marked>
  );
}

/** The options and the present value, which a list from elsewhere may lack. */
export function withPresent(
  options: readonly { value: string; label: string }[],
  present: string,
): { value: string; label: string }[] {
  if (options.some(({ value }) => value === present)) return [...options];
  return [{ value: present, label: present }, ...options];
}
