import { useCallback, useMemo } from "react";
import { useLanguage } from "../../i18n/context";
import type { Translate } from "../../i18n/translate";
import type { Setting } from "../model/edits";

/** A setting's words; its key where a later version has one that we have no words for. */
export function settingWords(t: Translate, key: string): { label: string; hint: string } {
  return {
    label: t.find(`setting.${key}`) ?? key,
    hint: t.find(`setting.${key}.hint`) ?? "",
  };
}

/** How a word to choose from is called in the reader's language. */
export function useChoiceName(): (
  setting: Pick<Setting, "key" | "kind">,
  choice: string,
) => string {
  const { t } = useLanguage();
  const languageName = useLanguageName();
  return useCallback(
    ({ key, kind }, choice) => {
      if (kind === "LANGUAGE") return choice === "" ? t("field.none") : languageName(choice);
      return t.find(`choice.${key}.${choice}`) ?? choice;
    },
    [t, languageName],
  );
}

export function useLanguageName(): (code: string) => string {
  const { locale } = useLanguage();
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: "language" }), [locale]);
  return useCallback((code) => capitalised(named(names, code), locale), [names, locale]);
}

export function useCountryName(): (code: string) => string {
  const { locale } = useLanguage();
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: "region" }), [locale]);
  return useCallback((code) => named(names, code), [names]);
}

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const capitalised = (word: string, locale: string) =>
  word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
