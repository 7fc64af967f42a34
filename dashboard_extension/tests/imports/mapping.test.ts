import { describe, expect, it } from "vitest";
import { FIELD_GROUPS, ratesOf } from "../../src/imports/fields";
import {
  claimedTwice,
  FOUND_OUT,
  isSource,
  keptEdits,
  mappingFor,
  missingNeeds,
  optionsInput,
  type Preview,
  sourceName,
} from "../../src/imports/mapping";

const PREVIEW: Preview = {
  format: "csv",
  headers: ["Nr", "Date", "Buyer", "Gross", "Odd"],
  rows: [],
  hasColumns: true,
  proposal: [
    { header: "Nr", field: "number" },
    { header: "Date", field: "issue_date" },
    { header: "Buyer", field: "buyer_company" },
    { header: "Gross", field: "gross_total" },
  ],
  options: { ...FOUND_OUT, columns: [], language: "en" },
  findings: [],
  sheets: [],
};

describe("a mapping", () => {
  it("is the proposal until a person says otherwise", () => {
    expect(mappingFor(PREVIEW, {})).toEqual({
      Nr: "number",
      Date: "issue_date",
      Buyer: "buyer_company",
      Gross: "gross_total",
    });
    const edited = mappingFor(PREVIEW, { Gross: "", Odd: "currency", Gone: "note" });
    expect(edited).toEqual({
      Nr: "number",
      Date: "issue_date",
      Buyer: "buyer_company",
      Odd: "currency",
    });
  });

  it("that is kept decides about every column of the file, and knows none that is not there", () => {
    const edits = keptEdits({ Nr: "external_id", Elsewhere: "number" }, PREVIEW.headers);
    expect(mappingFor(PREVIEW, edits)).toEqual({ Nr: "external_id" });
  });

  it("goes out in the file's order, without what is left out", () => {
    const mapping = { Gross: "gross_total", Nr: "number", Gone: "note" };
    expect(optionsInput(FOUND_OUT, mapping, PREVIEW.headers).columns).toEqual([
      { header: "Nr", field: "number" },
      { header: "Gross", field: "gross_total" },
    ]);
    expect(optionsInput(FOUND_OUT, {}, []).columns).toBeNull();
  });

  it("tells fields that two columns claim", () => {
    expect([...claimedTwice({ a: "number", b: "note", c: "number" })]).toEqual(["number"]);
    expect(claimedTwice({ a: "number" }).size).toBe(0);
  });
});

describe("what is needed", () => {
  const whole = { a: "number", b: "issue_date", c: "buyer_name", d: "line_net", e: "currency" };

  it("is told until some column says it", () => {
    expect(missingNeeds({}, FOUND_OUT)).toEqual([
      "number",
      "issueDate",
      "buyer",
      "amount",
      "currency",
    ]);
    expect(missingNeeds(whole, FOUND_OUT)).toEqual([]);
  });

  it("may be a currency for the whole file, if it is one", () => {
    const { e: _currency, ...others } = whole;
    expect(missingNeeds(others, { currency: "EU" })).toEqual(["currency"]);
    expect(missingNeeds(others, { currency: "EUR" })).toEqual([]);
  });

  it("may be an amount at a rate", () => {
    const { d: _net, ...others } = whole;
    expect(missingNeeds({ ...others, d: "rate_net_19" }, FOUND_OUT)).toEqual([]);
  });
});

it.each([
  ["Netto 19 %", "", ["19"]],
  ["VAT 5,5%", "", ["5.5"]],
  ["Net", "rate_net_7", ["7"]],
  ["Order 12345", "", []],
  ["Total", "gross_total", []],
])("finds in the heading %j, mapped to %j, the rates %j", (header, field, rates) => {
  expect(ratesOf(header, field)).toEqual(rates);
});

it("takes a name of a source as the API does", () => {
  expect(sourceName(" Müller & Söhne ERP/2")).toBe("muller--sohne-erp-2");
  expect(sourceName("_.x")).toBe("x");
  expect(isSource("erp-2.old_1")).toBe(true);
  for (const wrong of ["", "-erp", "ERP", "a b", "x".repeat(61)]) {
    expect(isSource(wrong), wrong).toBe(false);
  }
});

it("offers every field once", () => {
  const names = Object.values(FIELD_GROUPS).flat();
  expect(new Set(names).size).toBe(names.length);
});
