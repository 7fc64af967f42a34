import { readdirSync, readFileSync } from "node:fs";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { LanguageProvider } from "../../src/i18n/context";
import { placeWords, type Told, useFaultWords, useFindingWords } from "../../src/imports/told";
import { loadWords, useSay, WordsProvider } from "../../src/imports/words";

const FINDING: Told = {
  code: "ODD",
  message: "It is odd.",
  remedy: "Something even.",
  column: "",
  value: "",
  stated: "",
  computed: "",
  earlier: "",
};

afterEach(cleanup);

async function german<Result>(use: () => Result): Promise<Result> {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <LanguageProvider locale="de">
      <WordsProvider>{children}</WordsProvider>
    </LanguageProvider>
  );
  const { result } = renderHook(use, { wrapper });
  await waitFor(() => expect(result.current).toBeTruthy());
  return result.current;
}

it("tells a finding in the reader's language, with the names of what is to be set", async () => {
  const told = await german(useFindingWords);
  const date = { ...FINDING, code: "DATE_INVALID", column: "Datum", value: "31.02.2026" };
  expect(told(date)).toEqual({
    message: "„31.02.2026“ ist kein Datum.",
    remedy:
      "Ein Datum wie 2026-11-02; oder wählen Sie „Reihenfolge im Datum“ unter " +
      "„Wie die Datei gelesen wird“, wenn Tag und Monat vertauscht sind.",
  });
  const totals = {
    ...FINDING,
    code: "TOTALS_DIFFER",
    column: "Brutto",
    stated: "120",
    computed: "119",
  };
  expect(told(totals)).toEqual({
    message: "Brutto: 120 ist angegeben, die Bestandteile ergeben 119.",
    remedy: "119, oder Positionen, die 120 ergeben.",
  });
});

it("tells where a document stands already, as far as that is known", async () => {
  const told = await german(useFindingWords);
  const twice = { ...FINDING, code: "DUPLICATE_IN_FILE" };
  expect(told(twice).message).toBe("Derselbe Beleg steht mehrmals in der Datei.");
  const { message } = told({ ...twice, earlier: "row 2" });
  expect(message).toBe("Derselbe Beleg steht schon in der Datei: Zeile 2.");
});

it("keeps the API's own words where the code is not known, or something of it is not told", async () => {
  const told = await german(useFindingWords);
  const own = { message: "It is odd.", remedy: "Something even." };
  expect(told(FINDING)).toEqual(own);
  expect(told({ ...FINDING, code: "toString" })).toEqual(own);
  expect(told({ ...FINDING, code: "TOTALS_DIFFER", stated: "1", computed: "2" })).toEqual(own);
});

it.each([
  ["row 7", "Zeile 7"],
  ["rows 7-9", "Zeilen 7-9"],
  ["line 3", "Zeile 3"],
  ["2026/a.csv row 12", "2026/a.csv Zeile 12"],
  ["my row.xml", "my row.xml"],
  ["row 7.xml", "row 7.xml"],
])("tells where %s is", async (place, words) => {
  expect(placeWords(await german(useSay), place)).toBe(words);
});

it("tells why an import does not go on", async () => {
  const words = await german(useFaultWords);
  expect(words("UPLOAD_GONE: The file is gone.")).toMatch(/^Die Datei/);
  expect(words("NEW_CODE: Something\nelse: odd.")).toBe("Something\nelse: odd.");
  expect(words("It broke.")).toBe("It broke.");
});

it("translates codes that the importers give, each with a remedy", async () => {
  const folders = [
    "imports/readers",
    "imports/readers/xml",
    "imports/shaping",
    "invoices/services",
  ];
  const code = folders
    .flatMap((folder) => {
      const path = `../saleor_invoices/${folder}`;
      return readdirSync(path)
        .filter((name) => name.endsWith(".py"))
        .map((name) => readFileSync(`${path}/${name}`, "utf8"));
    })
    .join("");
  const keys = Object.keys(await loadWords("en"));
  const named = (kind: string) =>
    keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length));
  const found = named("imports.finding.").filter((name) => !name.endsWith(".at"));
  expect(found.length).toBeGreaterThanOrEqual(25);
  expect(named("imports.right.")).toEqual(found);
  for (const each of found) expect(code).toContain(`"${each}"`);
});
