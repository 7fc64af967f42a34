import { expect, it } from "vitest";
import { decimalText, parseDecimal } from "../../src/format/decimal";

it.each([
  ["12.50", "en", "12.50"],
  ["12,50", "de", "12.50"],
  ["12.5", "de", "12.5"],
  ["1.234", "de", "1234"],
  ["1,234", "en", "1234"],
  ["1,234", "de", "1.234"],
  ["1.234,56", "de", "1234.56"],
  ["1,234,567.8", "en", "1234567.8"],
  ["1 234,56", "fr", "1234.56"],
  ["1 234,5", "pl", "1234.5"],
  ["-7", "en", "-7"],
  ["007", "en", "7"],
  [",5", "pl", "0.5"],
  ["12.", "en", "12"],
  ["123456789012345678.123456", "en", "123456789012345678.123456"],
])("reads %j in %s as %s", (text, locale, value) => {
  expect(parseDecimal(text, locale)).toBe(value);
});

it.each(["", "abc", "1-2", "1.2.3", "1,23,4", "12,34.5,6", "1e5", "."])(
  "takes %j for no number",
  (text) => {
    expect(parseDecimal(text, "en")).toBeUndefined();
  },
);

it("shows a number to be edited in the language's form, and what is none as it is", () => {
  expect(decimalText("1234.50", "de")).toBe("1234,50");
  expect(decimalText("12,3,4", "de")).toBe("12,3,4");
});
