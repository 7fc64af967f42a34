/** Addresses of the pages below the bundle's base; those that manifest.json names. */
export const PATHS = {
  home: "/",
  invoices: "/invoices",
  order: "/order",
  customer: "/customer",
  orderWidget: "/order-widget",
  homeWidget: "/home-widget",
} as const;

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

/** A path that the dashboard asks for, below our base; some dashboards send it with the base. */
export function routeFromDashboard(path: string): string {
  const url = new URL(path, "https://app.invalid");
  const below = url.pathname.startsWith(`${BASE}/`) || url.pathname === BASE;
  const pathname = below ? url.pathname.slice(BASE.length) || "/" : url.pathname;
  return pathname + url.search;
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
