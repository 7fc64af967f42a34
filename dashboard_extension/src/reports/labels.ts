import { formatAmount, type Money } from "../format/money";
import type { ReportRevenueQuery, SalesRevenueBy } from "../generated/graphql";
import type { Translate } from "../i18n/translate";

export type RevenueRow = NonNullable<ReportRevenueQuery["salesRevenue"]>["rows"][number];

/** `2026-11` in a language's own form. */
export function monthLabel(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));
}

/** `DE` in a language's own form; the code where the browser does not know it. */
export function countryLabel(country: string, locale: string, t: Translate): string {
  if (!country) return t("reports.country.none");
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}

/** `19.00` as `19 %` in a language's own form. */
export function rateLabel(rate: string, locale: string): string {
  const plain = rate.includes(".") ? rate.replace(/\.?0+$/, "") : rate;
  const decimals = plain.split(".")[1]?.length ?? 0;
  const number = formatAmount({ amount: decimals ? plain : plain || "0", currency: "" }, locale);
  return `${number} %`;
}

/** What a row is about, in one of the ways that it is grouped by. */
export function groupLabel(
  row: RevenueRow,
  by: SalesRevenueBy,
  locale: string,
  t: Translate,
): string {
  switch (by) {
    case "MONTH":
      return row.month ? monthLabel(row.month, locale) : t("reports.none");
    case "COUNTRY":
      return countryLabel(row.country ?? "", locale, t);
    case "CHANNEL":
      return row.channel || t("reports.none");
    case "RATE": {
      const category = row.category ? t(`vat.${row.category}`) : "";
      const rate = row.rate === null ? "" : rateLabel(row.rate, locale);
      return [category, rate].filter(Boolean).join(" ") || t("reports.none");
    }
  }
}

/** What names a row among those of its group; stays the same in every language. */
export function groupKey(row: RevenueRow, by: SalesRevenueBy): string {
  switch (by) {
    case "MONTH":
      return row.month ?? "";
    case "COUNTRY":
      return row.country ?? "";
    case "CHANNEL":
      return row.channel ?? "";
    case "RATE":
      return `${row.category} ${row.rate}`;
  }
}

/** An amount with its currency, as text. */
export function moneyText(money: Money, locale: string): string {
  return `${money.currency} ${formatAmount(money, locale)}`;
}
