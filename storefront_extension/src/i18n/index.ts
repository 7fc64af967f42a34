import { ar } from "./words/ar";
import { de } from "./words/de";
import { en, type Word, type Words } from "./words/en";
import { es } from "./words/es";
import { fr } from "./words/fr";
import { he } from "./words/he";
import { it } from "./words/it";
import { ja } from "./words/ja";
import { nl } from "./words/nl";
import { pl } from "./words/pl";
import { zh } from "./words/zh";

/** The languages of the documents that buyers get. */
export const LANGUAGES: Readonly<Record<string, Words>> = {
  en,
  de,
  fr,
  pl,
  es,
  it,
  nl,
  ar,
  he,
  ja,
  zh,
};
const RIGHT_TO_LEFT = new Set(["ar", "he"]);

export interface Language {
  /** BCP 47, for Intl. */
  locale: string;
  direction: "ltr" | "rtl";
  t: (word: Word, values?: Readonly<Record<string, string>>) => string;
}

/** The first locale that there are words for, else English. */
export function languageFor(...wanted: readonly (string | null | undefined)[]): Language {
  const locale = wanted.filter(Boolean).find((each) => known(each ?? "")) ?? "en";
  const code = codeOf(locale);
  const words = LANGUAGES[code] ?? en;
  return {
    locale,
    direction: RIGHT_TO_LEFT.has(code) ? "rtl" : "ltr",
    t: (word, values = {}) => fill(words[word], values),
  };
}

function known(locale: string): boolean {
  if (!(codeOf(locale) in LANGUAGES)) return false;
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

function codeOf(locale: string): string {
  return locale.toLowerCase().split("-")[0] ?? "";
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
