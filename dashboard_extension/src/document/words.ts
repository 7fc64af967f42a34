import { formatAmount, type Money } from "../format/money";
import type { SalesDocumentKind, SalesDocumentVatCategory } from "../generated/graphql";
import type { Translate } from "../i18n/translate";

/** A percentage (`19`) in a language's own form: `19 %`. Exact, as it never is a number. */
export function formatRate(rate: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 6 }).format(
    `${rate}e-2` as Intl.StringNumericLiteral,
  );
}

/** A quantity without needless zeros. */
export function formatQuantity(quantity: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(
    quantity as Intl.StringNumericLiteral,
  );
}

/** An amount inside a sentence: `EUR 12.30`. */
export function moneyText(money: Money, locale: string): string {
  return `${money.currency}\u00a0${formatAmount(money, locale)}`;
}

/** A country's name, or its code where the browser knows none. */
export function countryName(code: string, locale: string): string {
  return named(code, locale, "region");
}

/** A language's name, or its tag. */
export function languageName(tag: string, locale: string): string {
  return named(tag, locale, "language");
}

function named(code: string, locale: string, type: "region" | "language"): string {
  if (!code) return "";
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The rate of a row, with the reason where none is charged. */
export function taxText(
  { category, rate }: { category: SalesDocumentVatCategory; rate: string },
  t: Translate,
  locale: string,
): string {
  const percent = formatRate(rate, locale);
  return category === "STANDARD" ? percent : `${percent} ${t(`doc.vat.${category}`)}`;
}

/** `Invoice INV-1`, or `Draft of a credit note`. */
export function documentTitle(
  { kind, number }: { kind: SalesDocumentKind; number: string },
  t: Translate,
): string {
  return number ? `${t(`kind.${kind}`)} ${number}` : t(`doc.draft.${kind}`);
}
