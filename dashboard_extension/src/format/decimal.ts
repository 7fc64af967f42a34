/** The sign between whole and fraction, and the one between thousands, in a language. */
function signs(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: of("decimal") || ".", group: of("group") };
}

/**
 * What a person typed as an exact decimal (`1234.50`); undefined where it is no number.
 *
 * Of several signs the last one parts the fraction off. A single one that the language uses between
 * thousands does so only before exactly three digits: `1.234` is 1234 in German, `12.5` is 12.5.
 */
export function parseDecimal(text: string, locale: string): string | undefined {
  const { group } = signs(locale);
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f'’]/g, "")
    .replace("−", "-");
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(plain)) return undefined;
  const [whole, fraction] = parted(plain, group);
  if (whole === undefined) return undefined;
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.replaceAll(/\D/g, "").replace(/^0+(?=\d)/, "") || "0";
  return sign + digits + (fraction ? `.${fraction}` : "");
}

function parted(plain: string, group: string): [whole?: string, fraction?: string] {
  const found = [...plain.matchAll(/[.,]/g)];
  const last = found.at(-1);
  if (last === undefined) return [plain];
  const [head, tail] = [plain.slice(0, last.index), plain.slice(last.index + 1)];
  const alike = found.every(([sign]) => sign === last[0]);
  const thousands = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(plain);
  if (found.length > 1 && alike) return thousands ? [plain] : [];
  if (found.length === 1 && last[0] === group && thousands) return [plain];
  // What stands before the fraction must be whole groups.
  if (found.length > 1 && !/^[+-]?\d{1,3}([.,]\d{3})*$/.test(head)) return [];
  return [head, tail];
}

/** An exact decimal to be edited: the language's own sign, no groups; anything else as it is. */
export function decimalText(value: string, locale: string): string {
  return /^[+-]?\d+(\.\d+)?$/.test(value) ? value.replace(".", signs(locale).decimal) : value;
}
