import { decimalsOf, type Money } from "./exact";

/**
 * An amount in a language's own form: `1.234,50 €`.
 *
 * Decimals are those that were given, so that no currency table of the browser adds or drops a
 * digit; the text goes to Intl as it is, since a number would lose digits.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return formatNumber(amount, locale, { style: "currency", currency });
}

/** An exact number in a language's own form, with the decimals that were given. */
export function formatNumber(
  amount: string,
  locale: string,
  options: Intl.NumberFormatOptions = {},
): string {
  const decimals = decimalsOf(amount);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...options,
  }).format(amount as Intl.StringNumericLiteral);
}

/** A quantity without needless zeros: `2` for `2.000`. */
export function formatQuantity(quantity: string, locale: string): string {
  return formatNumber(withoutZeros(quantity), locale);
}

/** A tax rate that is given in percent: `19 %`. */
export function formatRate(rate: string, locale: string): string {
  const text = withoutZeros(rate);
  const [whole = "0", fraction = ""] = text.split(".");
  const padded = whole.padStart(3, "0");
  // Intl multiplies by 100, so the point goes two places to the left.
  const hundredth = `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
  return new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: fraction.length,
    maximumFractionDigits: fraction.length,
  }).format(hundredth as Intl.StringNumericLiteral);
}

/** What a person typed, as an exact amount with `decimals`; null if it can't be meant as one. */
export function parseAmount(typed: string, decimals: number, locale: string): string | null {
  const plain = latinDigits(typed, locale).replaceAll(/[\s'’\u200e\u200f]/g, "");
  const ungrouped = plain.replace(groups(decimalSign(locale)), (text) =>
    text.replaceAll(/\D/g, ""),
  );
  const [, whole, fraction = ""] = /^(\d{1,15})(?:[.,٫](\d*))?$/.exec(ungrouped) ?? [];
  if (whole === undefined || fraction.length > decimals) return null;
  const digits = whole.replace(/^0+(?=\d)/, "");
  return decimals ? `${digits}.${fraction.padEnd(decimals, "0")}` : digits;
}

/** Thousands as a language may group them: by any sign that is not its decimal one. */
function groups(decimalSign: string): RegExp {
  const signs = [".", ",", "٬"].filter((sign) => sign !== decimalSign).join("");
  return new RegExp(`^\\d{1,3}(?:[${signs}]\\d{3})+(?!\\d)`);
}

function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

function latinDigits(text: string, locale: string): string {
  const own = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210n)];
  const digits = own.reverse();
  return [...text].map((sign) => (digits.includes(sign) ? digits.indexOf(sign) : sign)).join("");
}

function withoutZeros(number: string): string {
  return number.includes(".") ? number.replace(/\.?0+$/, "") : number;
}
