import { describe, expect, it } from "vitest";
import registry from "../../src/generated/storeSettings.json";
import { LANGUAGES, loadMessages } from "../../src/i18n/catalogue";
import { groupsShown } from "../../src/settings/model/topics";

/** Choices of these kinds are named by the browser: languages, countries. */
const NAMED_BY_INTL = new Set(["LANGUAGE"]);

describe.each(LANGUAGES)("in %s", (language) => {
  it.each(Object.keys(registry))("the setting %s has a name and an explanation", async (key) => {
    const messages: Record<string, unknown> = await loadMessages(language);
    expect(messages).toHaveProperty([`setting.${key}`]);
    expect(messages).toHaveProperty([`setting.${key}.hint`]);
  });

  it("each word to choose has a name", async () => {
    const messages: Record<string, unknown> = await loadMessages(language);
    for (const [key, { kind, choices }] of Object.entries(registry)) {
      if (NAMED_BY_INTL.has(kind)) continue;
      for (const choice of choices) {
        expect(messages).toHaveProperty([`choice.${key}.${choice}`]);
      }
    }
  });
});

it("every group of settings stands on a page", () => {
  const groups = new Set(Object.values(registry).map(({ group }) => group));
  expect([...groups].filter((group) => !groupsShown().has(group))).toEqual([]);
});
