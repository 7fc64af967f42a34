import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import findings from "../../../saleor_invoices/imports/words/en.json";
import { languageFor } from "../i18n/catalogue";
import { useLanguage } from "../i18n/context";
import { importFields } from "../i18n/messages/en/importFields";
import { imports } from "../i18n/messages/en/imports";
import { fill, type Values } from "../i18n/translate";
import { atRate } from "./fields";

const ENGLISH = { ...imports, ...importFields, ...findings };

export type ImportWord = keyof typeof ENGLISH;
export type ImportWords = Readonly<Record<ImportWord, string>>;

export interface Say {
  (word: ImportWord, values?: Values): string;
  /** The words of a key that is put together from data; undefined where there are none. */
  find: (key: string, values?: Values) => string | undefined;
  /** The same, where each of its places has something to stand in it. */
  whole: (key: string, values: Values) => string | undefined;
}

/** Words of these pages alone: they come with them, and not with every page as the others do. */
const LOADERS: Readonly<Record<string, () => Promise<ImportWords>>> = {
  de: async () => ({
    ...(await import("../i18n/messages/de/imports")).imports,
    ...(await import("../i18n/messages/de/importFields")).importFields,
    ...(await import("../../../saleor_invoices/imports/words/de.json")).default,
  }),
  fr: async () => ({
    ...(await import("../i18n/messages/fr/imports")).imports,
    ...(await import("../i18n/messages/fr/importFields")).importFields,
    ...(await import("../../../saleor_invoices/imports/words/fr.json")).default,
  }),
  pl: async () => ({
    ...(await import("../i18n/messages/pl/imports")).imports,
    ...(await import("../i18n/messages/pl/importFields")).importFields,
    ...(await import("../../../saleor_invoices/imports/words/pl.json")).default,
  }),
};

/** The words in a language; English where there are none, or the file can't be had. */
export async function loadWords(language: string): Promise<ImportWords> {
  try {
    return (await LOADERS[language]?.()) ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}

const WordsContext = createContext<ImportWords>(ENGLISH);

/** Gives the words below it; shows nothing until they are there. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const language = languageFor(useLanguage().locale);
  const [words, setWords] = useState<ImportWords | undefined>(
    language === "en" ? ENGLISH : undefined,
  );
  useEffect(() => {
    let wanted = true;
    void loadWords(language).then((found) => {
      if (wanted) setWords(found);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  if (words === undefined) return null;
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function useSay(): Say {
  const words = useContext(WordsContext);
  return useMemo(() => {
    const say = (word: ImportWord, values: Values = {}) => fill(words[word], values);
    const find = (key: string, values: Values = {}) =>
      Object.hasOwn(words, key) ? fill(words[key as ImportWord], values) : undefined;
    const whole = (key: string, values: Values) => {
      const text = Object.hasOwn(words, key) ? words[key as ImportWord] : "";
      const isWhole = [...text.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => values[name]);
      return isWhole ? find(key, values) : undefined;
    };
    return Object.assign(say, { find, whole });
  }, [words]);
}

/** What a field of ours is called. */
export function useFieldName(): (field: string) => string {
  const say = useSay();
  const { locale } = useLanguage();
  return (field) => {
    const amount = atRate(field);
    if (amount === undefined) return say.find(`imports.field.${field}`) ?? field;
    const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 3 });
    const rate = percent.format(`${amount.rate}e-2` as Intl.StringNumericLiteral);
    return say(`imports.rate.${amount.sum}`, { rate });
  };
}
