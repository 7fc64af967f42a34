import { describe, expect, it } from "vitest";
import { labelEvery, roundScale, stacked } from "../../src/reports/chart/scale";
import { isDay, nameOf, PERIODS, periodOf, today } from "../../src/reports/period";

describe("a period", () => {
  it.each([
    ["THIS_MONTH", "2026-02-01", "2026-02-28"],
    ["LAST_MONTH", "2026-01-01", "2026-01-31"],
    ["THIS_QUARTER", "2026-01-01", "2026-03-31"],
    ["LAST_QUARTER", "2025-10-01", "2025-12-31"],
    ["THIS_YEAR", "2026-01-01", "2026-12-31"],
    ["LAST_YEAR", "2025-01-01", "2025-12-31"],
  ] as const)("%s is from %s to %s", (name, from, to) => {
    expect(periodOf(name, "2026-02-15")).toEqual({ from, to });
  });

  it("reaches over the end of a year and to the end of a leap year's February", () => {
    expect(periodOf("LAST_MONTH", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(periodOf("THIS_MONTH", "2028-02-29").to).toBe("2028-02-29");
  });

  it("is known by its ends", () => {
    for (const name of PERIODS)
      expect(nameOf(periodOf(name, "2026-11-22"), "2026-11-22")).toBe(name);
    expect(nameOf({ from: "2026-11-02", to: "2026-11-22" }, "2026-11-22")).toBeUndefined();
  });

  it("begins with real days only", () => {
    expect(isDay("2026-02-30")).toBe(false);
    expect(isDay("2026-2-3")).toBe(false);
    expect([isDay(""), isDay(null), isDay("2026-02-03")]).toEqual([false, false, true]);
    expect(today(new Date(2026, 10, 5, 23, 59))).toBe("2026-11-05");
  });
});

describe("a chart's scale", () => {
  it("holds all values between round lines", () => {
    expect(roundScale([3, 97])).toEqual({ min: 0, max: 100, ticks: [0, 50, 100] });
    expect(roundScale([0, 0])).toEqual({ min: 0, max: 1, ticks: [0] });
    const { min, max, ticks } = roundScale([-130, 870]);
    expect([min, max]).toEqual([-500, 1000]);
    expect(ticks).toContain(0);
  });

  it("stacks what is below zero downwards", () => {
    expect(stacked([10, -4, 5]).map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [0, -4],
      [10, 15],
    ]);
  });

  it("leaves labels out where they would overlap", () => {
    expect(labelEvery(6, 720, 72)).toBe(1);
    expect(labelEvery(36, 720, 72)).toBe(4);
    expect(labelEvery(0, 0, 72)).toBe(1);
  });
});
