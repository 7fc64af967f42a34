import { describe, expect, it } from "vitest";
import { compare, isPositive, isZero, negated, sum } from "../../src/format/exact";
import { formatMoney, formatQuantity, formatRate, parseAmount } from "../../src/format/money";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("an amount", () => {
  it.each([
    ["2450", "JPY", "en", "¥2,450"],
    ["119.00", "EUR", "de", "119,00 €"],
    ["15.925", "KWD", "en", "KWD 15.925"],
    ["9007199254740993.07", "USD", "en", "$9,007,199,254,740,993.07"],
    ["-0.50", "EUR", "en", "-€0.50"],
    ["100.00", "HUF", "en", "HUF 100.00"],
  ])("%s %s in %s is %s", (amount, currency, locale, text) => {
    expect(plain(formatMoney({ amount, currency }, locale))).toBe(text);
  });

  it("is added, compared and turned without a float", () => {
    expect(sum(["0.10", "0.20"])).toBe("0.30");
    expect(sum(["9007199254740993.07", "0.01"])).toBe("9007199254740993.08");
    expect(sum(["2450", "50"])).toBe("2500");
    expect(sum(["1.5", "-3.125"])).toBe("-1.625");
    expect(sum([])).toBe("0");
    expect(compare("10", "9.999")).toBe(1);
    expect(compare("0.50", "0.5")).toBe(0);
    expect(compare("-1", "0")).toBe(-1);
    expect(negated("0.00")).toBe("0.00");
    expect([negated("1.50"), negated("-1.50")]).toEqual(["-1.50", "1.50"]);
    expect([isZero("0.000"), isZero("0.001")]).toEqual([true, false]);
    expect([isPositive("-1"), isPositive("0.00"), isPositive("0.01")]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("what a person types", () => {
  it.each([
    ["12.5", 2, "en", "12.50"],
    ["12,5", 2, "en", "12.50"],
    ["1,234.50", 2, "en", "1234.50"],
    ["1,234", 2, "en", "1234.00"],
    ["1,234", 3, "en", "1234.000"],
    ["1.234", 3, "en", "1.234"],
    ["1.234", 2, "de", "1234.00"],
    ["1.234,5", 2, "de", "1234.50"],
    ["1 234,50", 2, "fr", "1234.50"],
    ["1’234.50", 2, "de-CH", "1234.50"],
    ["2450", 0, "ja", "2450"],
    ["007", 2, "en", "7.00"],
    ["١٢٫٥٠", 2, "ar-EG", "12.50"],
    ["5.", 2, "en", "5.00"],
  ])("%s with %d decimals in %s is %s", (typed, decimals, locale, amount) => {
    expect(parseAmount(typed, decimals, locale)).toBe(amount);
  });

  it.each([
    ["", 2, "en"],
    ["abc", 2, "en"],
    ["-5", 2, "en"],
    ["1e3", 2, "en"],
    ["1.005", 2, "en"],
    ["1.5", 0, "ja"],
    ["1.2.3", 2, "en"],
    ["1,23,456", 2, "en"],
    ["1,234", 2, "de"],
    ["9".repeat(16), 2, "en"],
  ])("%s with %d decimals in %s is asked for again", (typed, decimals, locale) => {
    expect(parseAmount(typed, decimals, locale)).toBeNull();
  });
});

it("writes rates and quantities without needless zeros", () => {
  expect(["19.00", "8.875", "0.00", "5.50"].map((rate) => formatRate(rate, "en"))).toEqual([
    "19%",
    "8.875%",
    "0%",
    "5.5%",
  ]);
  expect(formatQuantity("2.000", "en")).toBe("2");
  expect(formatQuantity("1.250", "de")).toBe("1,25");
});
