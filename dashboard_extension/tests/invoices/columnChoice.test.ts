import { expect, it } from "vitest";
import {
  COLUMN_NAMES,
  DEFAULT_COLUMNS,
  listedColumns,
  movedColumn,
  readColumns,
  toggledColumn,
} from "../../src/invoices/columnChoice";
import { columnWidth, tableWidth } from "../../src/invoices/tableWidth";

it.each([undefined, null, "number", {}, [], [1, "gone"]])(
  "takes %j for the usual columns",
  (value) => {
    expect(readColumns(value)).toEqual(DEFAULT_COLUMNS);
  },
);

it("keeps a choice without what is gone and what stands there twice", () => {
  expect(readColumns(["total", "gone", "number", "total"])).toEqual(["total", "number"]);
});

it("lists the chosen ones first, and each once", () => {
  const listed = listedColumns(["total", "number"]);
  expect(listed.slice(0, 2)).toEqual(["total", "number"]);
  expect(listed.toSorted()).toEqual([...COLUMN_NAMES].toSorted());
});

it("shows and hides columns, and never the last one", () => {
  expect(toggledColumn(["number"], "total")).toEqual(["number", "total"]);
  expect(toggledColumn(["number", "total"], "number")).toEqual(["total"]);
  expect(toggledColumn(["number"], "number")).toEqual(["number"]);
});

it("moves a column within the others", () => {
  expect(movedColumn(["number", "date", "total"], "total", -1)).toEqual([
    "number",
    "total",
    "date",
  ]);
  expect(movedColumn(["number", "date", "total"], "number", 1)).toEqual([
    "date",
    "number",
    "total",
  ]);
  expect(movedColumn(["number", "date"], "number", -1)).toEqual(["number", "date"]);
  expect(movedColumn(["number", "date"], "total", 1)).toEqual(["number", "date"]);
});

it("gives one column the room that is left", () => {
  expect(columnWidth("customer", DEFAULT_COLUMNS)).toBeUndefined();
  expect(columnWidth("number", DEFAULT_COLUMNS)).toBeGreaterThan(0);
  expect(columnWidth("number", ["number", "total"])).toBeUndefined();
  expect(tableWidth(["number"])).toBeLessThan(tableWidth(["number", "total"]));
});
