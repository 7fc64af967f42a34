import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import {
  appRoute,
  BASE,
  draftPath,
  importedPath,
  invoicePath,
  keptRoute,
  mendPath,
  routeFromDashboard,
  withContext,
} from "../../src/app/paths";
import { routeAt } from "../../src/app/routes";
import { filterInput, readFilters } from "../../src/invoices/filters";

interface Extension {
  url: string;
  target: string;
}

const manifest: { appUrl: string; extensions: Extension[] } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../../manifest.json"), "utf8"),
);

it("has a page for every address of the manifest", () => {
  expect(manifest.appUrl).toBe(`${BASE}/`);
  // Of an app page the URL stands below appUrl, of all others below the host.
  const paths = manifest.extensions.map(({ url, target }) =>
    target === "APP_PAGE" ? url : url.replace(BASE, ""),
  );
  for (const path of paths) expect(routeAt(path), path).toBeDefined();
});

it("builds addresses of documents and drafts that their pages match", () => {
  expect(invoicePath("U2FsZXM6MQ==", "credit")).toBe("/invoices/U2FsZXM6MQ%3D%3D?do=credit");
  expect(draftPath("a")).toBe("/drafts/a");
});

it("leads to the documents of one import, whatever its file is called", () => {
  const job = { id: "U2FsZXM6MQ==", fileName: "März & April+1.csv" };
  const { pathname, searchParams } = new URL(importedPath(job), "https://app.example.com");
  expect(pathname).toBe("/invoices");
  expect(filterInput(readFilters(searchParams))).toEqual({ importJob: job.id });
  expect(readFilters(searchParams).importJob).toEqual({ id: job.id, name: job.fileName });
});

it.each([
  ["settings:zero_rate_reason", "/settings?key=zero_rate_reason"],
  ["seller:vat_id", "/settings/sellers?field=vat_id"],
  ["order:billing", undefined],
  ["", undefined],
])("leads from a finding at %j to where it is mended", (place, route) => {
  expect(mendPath(place)).toBe(route);
});

it.each([
  ["3.21.4", "/apps/QXBwOjE%3D/app/invoices"],
  ["3.22.27", "/extensions/app/QXBwOjE%3D/invoices"],
  [undefined, "/extensions/app/QXBwOjE%3D/invoices"],
])("knows where a dashboard %s shows a page of ours", (dashboardVersion, route) => {
  expect(appRoute({ id: "QXBwOjE=", dashboardVersion }, "/invoices")).toBe(route);
});

it("keeps a page's own parameters and none of the dashboard's", () => {
  const search =
    "?domain=shop.example.com&saleorApiUrl=x&id=QXBw&theme=dark&locale=pl&featureFlags=a,b&search=GmbH&sort=-total";
  expect(keptRoute("/invoices", search)).toBe("/invoices?search=GmbH&sort=-total");
  expect(keptRoute("/", "?domain=x&id=1")).toBe("/");
});

it.each([
  ["/invoices?search=a", "/invoices?search=a"],
  ["/dashboard/invoices", "/invoices"],
  ["/dashboard/", "/"],
  ["/dashboard", "/"],
  ["/dashboards", "/dashboards"],
  ["invoices", "/invoices"],
  ["https://elsewhere.example.com/invoices", "/invoices"],
  ["/extensions/app/QXBwOjE%3D/invoices/42", "/invoices/42"],
  ["/extensions/app/QXBwOjE%3D", "/"],
  ["/apps/QXBwOjEy/app/settings", "/settings"],
  ["/apps/QXBwOjEy/invoices", "/invoices"],
])("goes for the dashboard's %j to %j", (path, route) => {
  expect(routeFromDashboard(path)).toBe(route);
});

it("carries the dashboard's parameters on to another page, and no page's own", () => {
  const search = "?saleorApiUrl=x&theme=dark&search=old&sort=-total";
  expect(withContext("/invoices?search=new", search)).toBe(
    "/invoices?search=new&saleorApiUrl=x&theme=dark",
  );
  expect(withContext("/invoices?theme=light", "?theme=dark")).toBe("/invoices?theme=light");
});
