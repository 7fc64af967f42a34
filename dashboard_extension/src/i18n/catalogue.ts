import { en } from "./messages/en/index";

/** Forms of a message that depend on a number, by CLDR plural category. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type MessageKey = keyof typeof en;
/** The keys whose message depends on a number, `count`. */
export type PluralKey = {
  [Key in MessageKey]: (typeof en)[Key] extends string ? never : Key;
}[MessageKey];
/** Messages in another language: the same keys, with plural forms where English has them. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};
/** A whole language. */
export type Messages = Translated<typeof en>;

/** English comes with the first page, the others when somebody needs them. */
const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {
  de: async () => (await import("./messages/de/index")).de,
  en: async () => en,
  fr: async () => (await import("./messages/fr/index")).fr,
  pl: async () => (await import("./messages/pl/index")).pl,
};

export const LANGUAGES = Object.keys(LOADERS);
export const ENGLISH: Messages = en;

/** The language of ours for a dashboard's locale, English where we have none. */
export function languageFor(locale: string): string {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  return Object.hasOwn(LOADERS, language) ? language : "en";
}

/** A language's words; English where the file can't be had. */
export async function loadMessages(language: string): Promise<Messages> {
  try {
    return (await LOADERS[language]?.()) ?? en;
  } catch {
    return en;
  }
}

/** A locale that Intl takes for dates and amounts: the dashboard's own, else English. */
export function formattingLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
