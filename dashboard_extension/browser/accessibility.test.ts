import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launch, type Opening, openInDashboard } from "./dashboard";
import { SAMPLE_ORDER } from "./stores";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES: Record<string, Opening & { ready: string }> = {
  list: { store: "busy", ready: "tbody tr td" },
  "list in the dark": { store: "busy", theme: "dark", ready: "tbody tr td" },
  "an empty list": { store: "empty", ready: "h2" },
  "a failed list in the dark": { store: "forbidden", theme: "dark", ready: "[role=alert]" },
  order: { store: "order", path: `/order?orderId=${SAMPLE_ORDER}`, ready: "li" },
  "order with a problem in the dark": {
    store: "refusing",
    path: `/order?orderId=${SAMPLE_ORDER}`,
    theme: "dark",
    ready: "li",
  },
  "home widget": { store: "busy", path: "/home-widget", ready: "li" },
};

describe.skipIf(!hasChromium())("accessibility", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(Object.entries(PAGES))("%s has no findings", async (_name, { ready, ...opening }) => {
    const { page, frame } = await openInDashboard(browser, opening);
    await frame.locator(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    const inner = page.frames().find((each) => each.parentFrame() !== null);
    if (inner === undefined) throw new Error("There is no frame.");
    await inner.evaluate(AXE);
    const { violations } = (await inner.evaluate("axe.run()")) as AxeResults;
    const findings = violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary }) => [id, impact, html, failureSummary].join("\n")),
    );
    expect(findings).toEqual([]);
    await page.context().close();
  });
});
