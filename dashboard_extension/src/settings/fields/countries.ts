/** ISO 3166-1 alpha-2 of the countries that the browser can name. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Reserved, withdrawn, or no country: the browser has names for them all the same. */
const NONE = new Set(
  "AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UK UN XA XB YD YU ZR ZZ".split(" "),
);

/** Every country by its name in a language, in the language's order. */
export function countriesIn(locale: string): readonly (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const found: [string, string][] = [];
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second;
      const name = NONE.has(code) ? undefined : names.of(code);
      if (name !== undefined) found.push([code, name]);
    }
  }
  return found.sort(([, one], [, other]) => one.localeCompare(other, locale));
}
