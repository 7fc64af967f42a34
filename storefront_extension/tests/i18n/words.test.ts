// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES, languageFor } from "../../src/i18n";
import { unpacked } from "../../src/i18n/unpacked";
import { en } from "../../src/i18n/words/en";

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries(LANGUAGES))("the words of %s", (code, words) => {
  it("are all there, with the same places to fill", () => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      const own = words[key as keyof typeof en];
      expect(own.trim(), key).not.toBe("");
      expect(places(own), key).toEqual(places(text));
    }
  });

  it("are packed for the bundle and unpacked as they were", () => {
    // The build joins the texts as they stand in the source.
    const source = readFileSync(
      new URL(`../../src/i18n/words/${code}.ts`, import.meta.url),
      "utf8",
    );
    const texts = [...source.matchAll(/^ {2}\w+:\s+"(.*)",$/gm)].map(([, text]) => text);
    expect(texts.join("")).not.toMatch(/[|\\]/);
    expect(unpacked(texts.join("|"))).toEqual(words);
  });
});

it("takes the first locale that there are words for", () => {
  expect(languageFor("cs", "de-CH").locale).toBe("de-CH");
  expect(languageFor("", null, "not a locale", "pl").locale).toBe("pl");
  expect(languageFor("de-", "fr").locale).toBe("fr");
  expect(languageFor("cs").t("pay")).toBe("Pay");
  expect(languageFor("ar-EG").direction).toBe("rtl");
  expect(languageFor("en").t("payAmount", { amount: "€1" })).toBe("Pay €1");
});
