/** An amount as the API gives it: exact, with as many decimals as its currency has. */
export interface Money {
  amount: string;
  currency: string;
}

/**
 * The amount in a language's own form, without the currency: `1,234.50`.
 *
 * Decimals are those that were given, so that no currency table of the browser (whose exponents
 * differ from Saleor's, e.g. for HUF) adds or drops a digit; the text goes to Intl as it is, since
 * a number would lose digits.
 */
export function formatAmount({ amount }: Money, locale: string): string {
  const decimals = amount.split(".")[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount as Intl.StringNumericLiteral);
}

/** Whether nothing is left to pay. */
export function isZero({ amount }: Money): boolean {
  return /^-?0*\.?0*$/.test(amount);
}
