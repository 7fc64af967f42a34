import { expect, it } from "vitest";
import type { SalesImportState } from "../../src/imports/generated/graphql";
import { canGoOn, findingLines, type ImportRow, isRunning, shareOf } from "../../src/imports/jobs";

const FINDING = {
  code: "DATE_INVALID",
  severity: "BLOCKING",
  message: "No date.",
  remedy: "A day.",
  column: "Date",
  value: "31.2.",
  stated: "",
  computed: "",
  earlier: "",
  most: "",
} as const;

function row(position: number, findings: ImportRow["findings"]): ImportRow {
  return {
    position,
    place: `row ${position}`,
    externalId: "",
    number: "",
    outcome: "REJECTED",
    documentId: null,
    findings,
  };
}

it.each<[SalesImportState, boolean, boolean]>([
  ["PENDING", true, false],
  ["RUNNING", true, false],
  ["DONE", false, false],
  ["STOPPED", false, true],
  ["FAILED", false, true],
])("%s: works %s, can go on %s", (state, works, goesOn) => {
  expect([isRunning({ state }), canGoOn({ state })]).toEqual([works, goesOn]);
});

it.each<[SalesImportState, number | null, number | undefined]>([
  ["PENDING", null, undefined],
  ["RUNNING", null, undefined],
  ["RUNNING", 0.4, 0.4],
  ["RUNNING", 1.2, 1],
  ["STOPPED", null, 0],
  ["STOPPED", 0.5, 0.5],
  ["FAILED", -1, 0],
  ["DONE", null, 1],
])("%s with %s is done to %s", (state, progress, share) => {
  expect(shareOf({ state, progress })).toBe(share);
});

it("gives each finding a line, and a row without any one too", () => {
  const lines = findingLines([row(7, [FINDING, { ...FINDING, column: "Net" }]), row(9, [])]);
  expect(lines.map(({ name, isFirst, finding }) => [name, isFirst, finding?.column])).toEqual([
    ["7-0", true, "Date"],
    ["7-1", false, "Net"],
    ["9-0", true, undefined],
  ]);
});
