import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { matchPath } from "react-router";
import { BASE, PATHS } from "./paths";
import type { Viewer } from "./useViewer";

type Load = () => Promise<{ default: ComponentType }>;

export interface PageRoute {
  path: string;
  Page: LazyExoticComponent<ComponentType>;
  load: Load;
  /** Who may see it; without it everyone is let in, and the page says what is missing. */
  may?: (viewer: Viewer) => boolean;
  /** A popup or widget: without navigation, and not kept in the dashboard's address bar. */
  panel?: boolean;
}

const work = { may: ({ mayWork }: Viewer) => mayWork };
const panel = { panel: true };

const settings = { may: ({ mayReadSettings }: Viewer) => mayReadSettings };

const grid: Load = () => import("../invoices/InvoicesPage");

/** Every page: one line each, loaded when it is shown. The first that fits is taken. */
export const ROUTES: readonly PageRoute[] = [
  page(PATHS.home, grid, work),
  page(PATHS.invoices, grid, work),
  page(PATHS.invoice, () => import("../document/DocumentPage"), work),
  page(PATHS.settings, () => import("../settings/SettingsPages"), settings),
  page(PATHS.setup, () => import("../setup/SetupPage"), settings),
  page(PATHS.draftNew, () => import("../drafts/NewDraftPage"), work),
  page(PATHS.draft, () => import("../drafts/DraftPage"), work),
  page(PATHS.reports, () => import("../reports/ReportsPage"), work),
  page(PATHS.report, () => import("../reports/ReportsPage"), work),
  page(PATHS.jobs, () => import("../bulk/JobsPage"), work),
  page(PATHS.imports, () => import("../imports/ImportsPage"), work),
  page(PATHS.importNew, () => import("../imports/NewImportPage"), work),
  page(PATHS.import, () => import("../imports/ImportPage"), work),
  page(PATHS.order, () => import("../order/OrderPage"), panel),
  page(PATHS.customer, () => import("../customer/CustomerPage"), panel),
  page(PATHS.orderWidget, () => import("../order/OrderWidget"), panel),
  page(PATHS.customerWidget, () => import("../customer/CustomerWidget"), panel),
  page(PATHS.homeWidget, () => import("../home/HomeWidget"), panel),
];

function page(path: string, load: Load, rest: Partial<PageRoute> = {}): PageRoute {
  return { path, load, Page: lazy(load), ...rest };
}

/** The page at a path below the base. */
export function routeAt(pathname: string): PageRoute | undefined {
  return ROUTES.find(({ path }) => matchPath(path, pathname));
}

/** Begins to load the page that an address asks for, while the dashboard still introduces itself. */
export function preload(address: string): void {
  const below = address.startsWith(BASE) ? address.slice(BASE.length) : address;
  routeAt(below || "/")
    ?.load()
    .catch(() => undefined); // whoever shows the page says that it can't be had
}
