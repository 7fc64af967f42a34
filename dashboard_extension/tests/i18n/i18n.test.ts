import { describe, expect, it } from "vitest";
import {
  ENGLISH,
  formattingLocale,
  LANGUAGES,
  languageFor,
  loadMessages,
  type MessageKey,
  type Plural,
} from "../../src/i18n/catalogue";
import { createTranslate, fill } from "../../src/i18n/translate";

const forms = (message: string | Plural) =>
  typeof message === "string" ? [message] : Object.values(message);
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(LANGUAGES)("%s", (language) => {
  it("takes no value that English does not have, and leaves out none but a count", async () => {
    const messages = await loadMessages(language);
    for (const key of Object.keys(ENGLISH) as MessageKey[]) {
      const wanted = new Set(forms(ENGLISH[key]).flatMap(names));
      for (const form of forms(messages[key])) {
        for (const name of names(form)) expect(wanted, `${key}: ${form}`).toContain(name);
        const missing = [...wanted].filter(
          (name) => name !== "count" && !names(form).includes(name),
        );
        expect(missing, `${key}: ${form}`).toEqual([]);
      }
    }
  });

  it("has a form for every plural of the language", async () => {
    const messages = await loadMessages(language);
    // "many" of French counts millions only: there "other" serves.
    const needed = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((category) => language !== "fr" || category !== "many");
    for (const message of Object.values(messages)) {
      if (typeof message === "string") continue;
      expect(Object.keys(message)).toEqual(expect.arrayContaining(needed));
    }
  });

  it("leaves no message empty", async () => {
    for (const message of Object.values(await loadMessages(language))) {
      for (const form of forms(message)) expect(form.trim()).not.toBe("");
    }
  });
});

it("has no message that two areas name alike: one would take the other's place", () => {
  const areas = import.meta.glob<Record<string, Record<string, unknown>>>(
    "../../src/i18n/messages/en/*.ts",
    { eager: true },
  );
  const keys = Object.entries(areas)
    .filter(([path]) => !path.endsWith("index.ts"))
    .flatMap(([, area]) => Object.values(area).flatMap((messages) => Object.keys(messages)));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

it.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["pt_BR", "en"],
  ["PL", "pl"],
  ["", "en"],
  ["constructor", "en"],
])("has for the locale %j the words of %j", (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});

it("keeps the dashboard's locale for dates and amounts where it has no words", () => {
  expect(formattingLocale("pt-BR")).toBe("pt-BR");
  expect(formattingLocale("zh_Hans")).toBe("zh-Hans");
  expect(formattingLocale("no locale!")).toBe("en");
  expect(formattingLocale("")).toBe("en");
});

it.each([
  [1, "1 otwarty problem"],
  [2, "2 otwarte problemy"],
  [5, "5 otwartych problemów"],
  [22, "22 otwarte problemy"],
])("counts %i in Polish", async (count, expected) => {
  const t = createTranslate(await loadMessages("pl"), "pl", "pl");
  expect(t.count("problems.title", count)).toBe(expected);
});

it("writes the number of a message in the locale's form", () => {
  const t = createTranslate(ENGLISH, "en", "en");
  expect(t.count("list.shown", 1)).toBe("1 invoice shown");
  expect(t.count("list.shown", 12_000)).toBe("12,000 invoices shown");
});

it("puts values in as they are, and leaves what it does not know to be seen", () => {
  expect(fill("{a} and {b}", { a: "$& {b}" })).toBe("$& {b} and {b}");
});
