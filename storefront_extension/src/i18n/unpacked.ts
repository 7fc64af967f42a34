import { en, type Words } from "./words/en";

/** The words of a language from its texts, in the order of the English ones; the bundle is built so. */
export function unpacked(texts: string): Words {
  const all = texts.split("|");
  return Object.fromEntries(Object.keys(en).map((key, index) => [key, all[index]])) as Words;
}
