import { expect, it } from "vitest";
import { formatDate, formatMoment } from "../../src/format/dates";
import { formatAmount, isZero } from "../../src/format/money";

/** Intl parts thousands by spaces of several kinds. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

it.each([
  ["1190.00", "EUR", "en", "1,190.00"],
  ["1190.00", "EUR", "de", "1.190,00"],
  ["21203.50", "PLN", "pl", "21 203,50"],
  ["21203.50", "PLN", "fr", "21 203,50"],
  ["5400", "JPY", "en", "5,400"],
  ["15.925", "KWD", "en", "15.925"],
  ["0.00", "USD", "en", "0.00"],
  ["-190.10", "EUR", "en", "-190.10"],
  ["100.00", "HUF", "hu", "100,00"],
])("writes %s %s in %s as %s", (amount, currency, locale, expected) => {
  expect(plain(formatAmount({ amount, currency }, locale))).toBe(expected);
});

it("keeps every digit of an amount that a number would round", () => {
  expect(formatAmount({ amount: "90071992547409.93", currency: "EUR" }, "en")).toBe(
    "90,071,992,547,409.93",
  );
  expect(formatAmount({ amount: "123456789012345.678", currency: "KWD" }, "en")).toBe(
    "123,456,789,012,345.678",
  );
});

it.each([
  ["0", true],
  ["0.00", true],
  ["-0.000", true],
  ["0.01", false],
  ["10.00", false],
])("knows whether %s is nothing", (amount, expected) => {
  expect(isZero({ amount, currency: "EUR" })).toBe(expected);
});

it("writes the same day in every time zone", () => {
  expect(formatDate("2026-11-22", "en")).toBe("Nov 22, 2026");
  expect(formatDate("2026-01-01", "de")).toBe("01.01.2026");
  expect(formatDate("2026-12-31", "pl")).toBe("31 gru 2026");
});

it("writes a moment in the reader's time zone", () => {
  const moment = "2026-11-22T23:30:00+00:00";
  expect(plain(formatMoment(moment, "en", "Europe/Warsaw"))).toBe("Nov 23, 2026, 12:30 AM");
});
