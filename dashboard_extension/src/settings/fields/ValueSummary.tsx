import { useLanguage } from "../../i18n/context";
import type { Translate } from "../../i18n/translate";
import type { Setting } from "../model/edits";
import { accounts, classRows, days, mailTexts, rules, text, texts } from "../model/values";
import { useChoiceName, useLanguageName } from "./names";
import { MASK } from "./SecretField";

const LONGEST = 90;

type Shown = Pick<Setting, "key" | "kind" | "secret">;

/** A value in a few words, to tell what holds elsewhere or held before. */
export function ValueSummary({ setting, value }: { setting: Shown; value: unknown }) {
  return <span>{useSummary()(setting, value)}</span>;
}

export function useSummary(): (setting: Shown, value: unknown) => string {
  const { t, locale } = useLanguage();
  const choiceName = useChoiceName();
  const languageName = useLanguageName();
  return (setting, value) => {
    if (value === null || value === undefined) return t("summary.nothing");
    if (setting.secret) return t(value === MASK ? "field.secret.set" : "field.secret.none");
    const words = {
      choice: (chosen: string) => choiceName(setting, chosen),
      language: languageName,
    };
    return cut(summary(setting, value, t, words, locale) || t("summary.nothing"));
  };
}

interface Names {
  choice: (chosen: string) => string;
  language: (code: string) => string;
}

function summary(
  { kind }: Shown,
  value: unknown,
  t: Translate,
  names: Names,
  locale: string,
): string {
  switch (kind) {
    case "FLAG":
      return t(value === true ? "ui.yes" : "ui.no");
    case "CHOICE":
    case "LANGUAGE":
      return names.choice(text(value));
    case "DATE":
      return date(text(value), locale);
    case "TEXTS":
    case "METADATA_KEYS":
      return texts(value).join(" · ");
    case "DAY_OFFSETS":
      return days(value).join(", ");
    case "BANK_ACCOUNTS":
      return accounts(value)
        .map(({ account }) => account)
        .join(" · ");
    case "ISSUE_RULES":
      return counted(t, "summary.rules", rules(value).length);
    case "MAIL_TEXTS":
      return Object.keys(mailTexts(value)).map(names.language).join(", ");
    case "TAX_CLASS_CATEGORIES":
      return classRows(value)
        .map((row) => row.join(": "))
        .join(" · ");
    case "SOURCE":
      return counted(t, "summary.lines", text(value) === "" ? 0 : text(value).split("\n").length);
    default:
      return plain(value);
  }
}

/** A text; of a party's part, its own texts. */
function plain(value: unknown): string {
  if (typeof value !== "object" || value === null) return text(value);
  return Object.values(value).map(plain).filter(Boolean).join(", ");
}

const counted = (t: Translate, key: "summary.rules" | "summary.lines", count: number) =>
  count === 0 ? "" : t.count(key, count);

function date(day: string, locale: string): string {
  const read = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(read.getTime())) return day;
  return read.toLocaleDateString(locale, { dateStyle: "medium", timeZone: "UTC" });
}

const cut = (said: string) => (said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said);
