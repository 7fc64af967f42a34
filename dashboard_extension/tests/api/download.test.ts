import { expect, it } from "vitest";
import { fileName, samePath } from "../../src/api/download";

it.each([
  ["INV-2026-00042", "INV-2026-00042.pdf"],
  ["FV/2026/11/7", "FV-2026-11-7.pdf"],
  ["Zażółć 1", "Zażółć-1.pdf"],
  ["../../etc/passwd", "etc-passwd.pdf"],
  ["", "document.pdf"],
  ["///", "document.pdf"],
])("saves %j as %j", (number, name) => {
  expect(fileName(number)).toBe(name);
});

it("reads a file from its own host, whatever the public name of the app", () => {
  expect(samePath("https://invoices.example.com/documents/a:b/?inline=1")).toBe(
    "/documents/a:b/?inline=1",
  );
  expect(samePath("/documents/a/")).toBe("/documents/a/");
});
