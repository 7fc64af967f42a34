import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { hasChromium, launch, type Opening, openInDashboard } from "./dashboard";
import { SAMPLE_CUSTOMER, SAMPLE_ORDER } from "./stores";

/** Where the pictures go: SCREENSHOTS names the folder. */
const FOLDER = process.env.SCREENSHOTS ?? "screenshots";

const SHOTS: Record<string, Opening & { wait?: string }> = {
  "list-light": { store: "plain" },
  "list-dark": { store: "plain", theme: "dark" },
  "list-problems": { store: "busy" },
  "list-problems-dark": { store: "busy", theme: "dark", locale: "pl" },
  "list-german": { store: "plain", locale: "de" },
  "list-long": { store: "long" },
  "list-narrow": { store: "plain", viewport: { width: 820, height: 700 } },
  empty: { store: "empty" },
  nothing: { store: "plain", path: "/invoices?search=zzz" },
  error: { store: "failing", wait: "[role=alert]" },
  forbidden: { store: "forbidden", theme: "dark", wait: "[role=alert]" },
  loading: { store: "slow", wait: "[aria-busy]" },
  order: { store: "order", path: `/order?orderId=${SAMPLE_ORDER}`, size: "popup" },
  "order-empty": { store: "issuing", path: `/order?orderId=${SAMPLE_ORDER}`, size: "popup" },
  "order-problem-dark": {
    store: "refusing",
    path: `/order?orderId=${SAMPLE_ORDER}`,
    size: "popup",
    theme: "dark",
  },
  "order-widget": { store: "order", path: `/order-widget?orderId=${SAMPLE_ORDER}`, size: "widget" },
  "customer-popup": {
    store: "plain",
    path: `/customer?customerId=${SAMPLE_CUSTOMER}`,
    size: "popup",
  },
  "home-widget": { store: "busy", path: "/home-widget", size: "widget" },
};

describe.skipIf(!hasChromium())("screenshots", () => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(Object.entries(SHOTS))("%s", async (name, { wait, ...opening }) => {
    const { page, frame } = await openInDashboard(browser, opening);
    await frame
      .locator(wait ?? "h1, h2, table, li, p")
      .first()
      .waitFor();
    if (!wait) await page.waitForLoadState("networkidle");
    await page.waitForTimeout(wait ? 50 : 150);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.context().close();
  });
});
