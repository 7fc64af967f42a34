import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { languageFor } from "../../i18n/catalogue";
import { useLanguage } from "../../i18n/context";
import { webhooks as ENGLISH } from "../../i18n/messages/en/webhooks";
import { fill, type Values } from "../../i18n/translate";

export type WebhookWord = keyof typeof ENGLISH;
export type WebhookWords = Readonly<Record<WebhookWord, string>>;
export type Say = (word: WebhookWord, values?: Values) => string;

/** Words of this page alone: they come with it, and not with every page as the others do. */
const LOADERS: Readonly<Record<string, () => Promise<WebhookWords>>> = {
  de: async () => (await import("../../i18n/messages/de/webhooks")).webhooks,
  fr: async () => (await import("../../i18n/messages/fr/webhooks")).webhooks,
  pl: async () => (await import("../../i18n/messages/pl/webhooks")).webhooks,
};

/** The words in a language; English where there are none, or the file can't be had. */
export async function loadWords(language: string): Promise<WebhookWords> {
  try {
    return (await LOADERS[language]?.()) ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}

const WordsContext = createContext<WebhookWords>(ENGLISH);

/** Gives the words below it; shows nothing until they are there. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const language = languageFor(useLanguage().locale);
  const [words, setWords] = useState<WebhookWords | undefined>(
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
  return (word, values = {}) => fill(words[word], values);
}
