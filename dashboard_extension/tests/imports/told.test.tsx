import { readFileSync } from "node:fs";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { LanguageProvider } from "../../src/i18n/context";
import {
  NAMES,
  placeWords,
  type Told,
  useFaultWords,
  useFindingWords,
} from "../../src/imports/told";
import { useSay, WordsProvider } from "../../src/imports/words";

const FINDING: Told = {
  code: "ODD",
  message: "It is odd.",
  remedy: "Something even.",
  column: "",
  value: "",
  stated: "",
  computed: "",
  earlier: "",
  most: "",
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

it("says as much as is known of a finding, and never half of a sentence", async () => {
  const told = await german(useFindingWords);
  const totals = { ...FINDING, code: "TOTALS_DIFFER", stated: "120", computed: "119" };
  expect(told(totals).message).toBe(
    "Eine Summe ist mit 120 angegeben, ihre Bestandteile ergeben 119.",
  );
  expect(told({ ...FINDING, code: "TOTALS_DIFFER" })).toEqual({
    message: "Eine Summe ist nicht die ihrer Bestandteile.",
    remedy: "Summen, die ihre Bestandteile ergeben.",
  });
  const long = { ...FINDING, code: "TEXT_TOO_LONG" };
  expect(told({ ...long, most: "255" }).remedy).toBe("Höchstens 255 Zeichen.");
  expect(told(long).remedy).toBe("Ein kürzerer Text.");
});

it("tells where a document stands already, as far as that is known", async () => {
  const told = await german(useFindingWords);
  const twice = { ...FINDING, code: "DUPLICATE_IN_FILE" };
  expect(told(twice).message).toBe("Derselbe Beleg steht mehrmals in der Datei.");
  const { message } = told({ ...twice, earlier: "row 2" });
  expect(message).toBe("Derselbe Beleg steht schon in der Datei: Zeile 2.");
});

it("keeps the API's own words where the code is not known", async () => {
  const told = await german(useFindingWords);
  const own = { message: "It is odd.", remedy: "Something even." };
  expect(told(FINDING)).toEqual(own);
  expect(told({ ...FINDING, code: "toString" })).toEqual(own);
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
  expect(words("SHEET_EMPTY: The sheet 'A' has no rows.")).toBe(
    "In diesem Tabellenblatt stehen keine Zeilen. Wählen Sie ein anderes unter „Tabellenblatt“.",
  );
  expect(words("DOCUMENT_ERASED: It was erased.")).not.toContain("in der Datei");
  expect(words("NEW_CODE: Something\nelse: odd.")).toBe("Something\nelse: odd.");
  expect(words("It broke.")).toBe("It broke.");
});

it("names what can be set as the report does", () => {
  const module = readFileSync("../saleor_invoices/imports/words/__init__.py", "utf8");
  for (const [name, word] of Object.entries(NAMES))
    expect(module).toContain(`"${name}": "${word}"`);
});
