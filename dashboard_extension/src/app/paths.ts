import { generatePath } from "react-router";

/** Addresses of the pages below the bundle's base; those that manifest.json names are among them. */
export const PATHS = {
  home: "/",
  invoices: "/invoices",
  invoice: "/invoices/:id",
  draftNew: "/drafts/new",
  draft: "/drafts/:id",
  reports: "/reports",
  report: "/reports/:report",
  settings: "/settings/*",
  setup: "/setup",
  jobs: "/jobs",
  imports: "/imports",
  importNew: "/imports/new",
  import: "/imports/:id",
  order: "/order",
  customer: "/customer",
  orderWidget: "/order-widget",
  customerWidget: "/customer-widget",
  homeWidget: "/home-widget",
} as const;

/** The page of one document. `doing` opens a dialog there, e.g. `credit`. */
export function invoicePath(id: string, doing?: string): string {
  const path = generatePath(PATHS.invoice, { id });
  return doing ? `${path}?do=${doing}` : path;
}

/** The form of a draft. */
export function draftPath(id: string): string {
  return generatePath(PATHS.draft, { id });
}

/** The page of one import. */
export function importPath(id: string): string {
  return generatePath(PATHS.import, { id });
}

/** The grid with the documents that one import brought. */
export function importedPath({ id, fileName }: { id: string; fileName: string }): string {
  return `${PATHS.invoices}?${new URLSearchParams({ importJob: `${id}~${fileName}` })}`;
}

/** A new import of the file of one that was, with what was set for it. */
export function importAgainPath(id: string): string {
  return `${PATHS.importNew}?from=${encodeURIComponent(id)}`;
}

/** Our page that mends what a finding's `place` names, at its field; undefined: none of ours. */
export function mendPath(place: string): string | undefined {
  const [kind, name = ""] = place.split(":");
  const field = encodeURIComponent(name);
  if (kind === "settings") return `/settings?key=${field}`;
  return kind === "seller" ? `/settings/sellers?field=${field}` : undefined;
}

/** Where the dashboard shows a page of ours; before 3.22 its own addresses were other ones. */
export function appRoute(
  { id, dashboardVersion }: { id: string; dashboardVersion?: string },
  to: string,
): string {
  const [major = 3, minor = 99] = (dashboardVersion ?? "").split(".").map(Number);
  const app = encodeURIComponent(id);
  return major === 3 && minor < 22 ? `/apps/${app}/app${to}` : `/extensions/app/${app}${to}`;
}

export const BASE = "/dashboard";

/** What the dashboard adds to a frame's address; it would add it twice if we gave it back. */
const CONTEXT_PARAMS = [
  "domain",
  "saleorApiUrl",
  "id",
  "theme",
  "locale",
  "featureFlags",
  "saleorVersion",
  "dashboardVersion",
  "appParams",
];

/** The address that the dashboard should keep for a page: its path and its own parameters. */
export function keptRoute(pathname: string, search: string): string {
  const params = new URLSearchParams(search);
  for (const name of CONTEXT_PARAMS) params.delete(name);
  const query = params.toString();
  return query ? `${pathname}?${query}` : pathname;
}

/** What a dashboard puts before our own path: its page of the app, since 3.22 or before. */
const APP_PAGE = /^\/(?:extensions\/app\/[^/]+|apps\/[^/]+(?:\/app)?)(?=\/|$)/;

/**
 * A path that the dashboard asks for, below our base. Some send it with the base; 3.22 and 3.23 mean
 * to cut their own page's address off and do not.
 */
export function routeFromDashboard(path: string): string {
  const url = new URL(path, "https://app.invalid");
  const below = url.pathname.startsWith(`${BASE}/`) || url.pathname === BASE;
  const pathname = below ? url.pathname.slice(BASE.length) : url.pathname;
  return (pathname.replace(APP_PAGE, "") || "/") + url.search;
}

/**
 * A route with what the dashboard gave to the present address: the frame's own reload needs it,
 * since the server lets only the store that the address names frame the page.
 */
export function withContext(route: string, search: string): string {
  const [pathname = "", query] = route.split("?");
  const params = new URLSearchParams(query);
  for (const [name, value] of new URLSearchParams(search)) {
    if (CONTEXT_PARAMS.includes(name) && !params.has(name)) params.append(name, value);
  }
  return `${pathname}?${params}`;
}
