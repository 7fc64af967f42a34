import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FIELD_GROUPS } from "../../src/imports/fields";
import { loadWords } from "../../src/imports/words";

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it.each(["de", "fr", "pl"])(
  "has every word in %s, with the places of English",
  async (language) => {
    const [words, english] = [await loadWords(language), await loadWords("en")];
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe("");
      expect(places(text), key).toEqual(places(english[key as keyof typeof english]));
    }
    expect(words).not.toEqual(english);
  },
);

it("offers the fields that the readers know, each with a name", async () => {
  const table = readFileSync("../saleor_invoices/imports/readers/fields.py", "utf8");
  const known = [...table.matchAll(/^ {4}Field\("(\w+)"/gm)].map(([, name]) => name).sort();
  const offered: string[] = Object.values(FIELD_GROUPS).flat();
  expect(offered.toSorted()).toEqual(known);
  const words = Object.keys(await loadWords("en"));
  for (const name of offered) expect(words).toContain(`imports.field.${name}`);
  const named = words.filter((word) => /^imports\.(field|meaning)\.\w+$/.test(word));
  const fields = named.map((word) => word.replace(/^imports\.\w+\./, ""));
  const others = ["leave", "none", "of"]; // what the list says besides
  expect(fields.filter((name) => !offered.includes(name) && !others.includes(name))).toEqual([]);
});
