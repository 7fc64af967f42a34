import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { ENGLISH, formattingLocale, languageFor, loadMessages, type Messages } from "./catalogue";
import { createTranslate, type Translate } from "./translate";

interface Language {
  t: Translate;
  /** For dates and amounts: the dashboard's own, also where we have no words in it. */
  locale: string;
}

const LanguageContext = createContext<Language>({
  t: createTranslate(ENGLISH, "en", "en"),
  locale: "en",
});

/** Gives the words below it; shows nothing until the first language is there. */
export function LanguageProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const loaded = useMessages(languageFor(locale));
  const value = useMemo(() => {
    if (loaded === undefined) return undefined;
    const formatting = formattingLocale(locale);
    return {
      t: createTranslate(loaded.messages, loaded.language, formatting),
      locale: formatting,
    };
  }, [loaded, locale]);
  useEffect(() => {
    if (loaded) document.documentElement.lang = loaded.language;
  }, [loaded]);
  if (value === undefined) return null;
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

function useMessages(language: string) {
  const [loaded, setLoaded] = useState<{ language: string; messages: Messages } | undefined>(
    language === "en" ? { language, messages: ENGLISH } : undefined,
  );
  useEffect(() => {
    let wanted = true;
    // The words shown so far stay until the new ones are there.
    void loadMessages(language).then((messages) => {
      if (wanted) setLoaded({ language, messages });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded;
}
