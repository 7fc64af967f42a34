import { describe, expect, it } from "vitest";
import {
  compare,
  fromMinor,
  isDecimal,
  magnitude,
  placesOf,
  sumOf,
} from "../../src/document/decimals";

describe("exact decimals", () => {
  it.each([
    [[], "0"],
    [["12.30", "0.70"], "13.00"],
    [["-12.30", "0.30"], "-12.00"],
    [["0.05", "-0.10"], "-0.05"],
    [["9007199254740993.01", "0.01"], "9007199254740993.02"],
    [["3", "0.125"], "3.125"],
    [["1480", "500"], "1980"],
  ] as const)("%j make %s", (parts, sum) => {
    expect(sumOf(parts)).toBe(sum);
  });

  it.each([
    ["1", "1.00", 0],
    ["0.1", "0.09", 1],
    ["-1", "0", -1],
    ["99999999999999999999.01", "99999999999999999999.02", -1],
  ] as const)("%s to %s is %d", (a, b, order) => {
    expect(compare(a, b)).toBe(order);
  });

  it.each([
    [1230, 2, "12.30"],
    [-5, 2, "-0.05"],
    [1980, 0, "1980"],
    ["12345", 3, "12.345"],
  ] as const)("%s smallest units with %d decimals are %s", (minor, places, shown) => {
    expect(fromMinor(minor, places)).toBe(shown);
  });

  it("knows what is one", () => {
    expect(["1", "-1.5", "0.00"].every(isDecimal)).toBe(true);
    expect(["", "1.", ".5", "1e2", "1,5", "x"].some(isDecimal)).toBe(false);
    expect([placesOf("1"), placesOf("1.50")]).toEqual([0, 2]);
    expect(magnitude("-3.10")).toBe("3.10");
  });
});
