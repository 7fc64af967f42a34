import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { BASE, keptRoute, PATHS, routeFromDashboard, withContext } from "../../src/app/paths";

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
  expect(paths.toSorted()).toEqual(
    Object.values(PATHS)
      .filter((path) => path !== "/")
      .toSorted(),
  );
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
