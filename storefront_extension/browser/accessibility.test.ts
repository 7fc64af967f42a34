import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { fillCard, hasChromium, launch, type Opening, open } from "./shop";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Scene = {
  opening: Opening;
  width?: number;
  ready: string;
  act?: (page: Page) => Promise<void>;
};
const INVOICE = { element: "saleor-invoice", "invoice-id": "invoice-3" };
const PAYMENT = { element: "saleor-invoice-payment", "invoice-ids": "invoice-1" };
const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

const SCENES: Record<string, Scene> = {
  "the list": {
    opening: {},
    ready: ".selection",
    act: (page) => page.getByRole("checkbox").first().check(),
  },
  "the list in the dark": { opening: { scheme: "dark" }, ready: "li .open" },
  "the list in Arabic": { opening: { locale: "ar" }, ready: "li .open" },
  "a narrow list with long names": { opening: { store: "long" }, width: 320, ready: "li .open" },
  "an empty list": { opening: { store: "empty" }, ready: ".empty" },
  "a failed list in the dark": { opening: { store: "broken", scheme: "dark" }, ready: ".problem" },
  "an invoice": { opening: { ...INVOICE, "order-url": "/orders/{id}" }, ready: "table" },
  "an invoice in the dark": { opening: { ...INVOICE, scheme: "dark" }, ready: "table" },
  "a choice": { opening: { ...PAYMENT, store: "saved" }, ready: "form" },
  "a wrong amount in the dark": {
    opening: { ...PAYMENT, scheme: "dark" },
    ready: "[role=alert]",
    async act(page) {
      await page.getByLabel("Another amount").check();
      await next(page);
    },
  },
  "the provider's fields": { opening: PAYMENT, ready: "saleor-invoice-payment label", act: next },
  "a payment that is done": {
    opening: PAYMENT,
    ready: ".mark",
    async act(page) {
      await next(page);
      await fillCard(page);
      await page.getByRole("button", { name: /^Pay / }).click();
    },
  },
};

describe.skipIf(!hasChromium())("accessibility", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    await fetch(`${inject("shop")}/reset/`);
  });
  afterAll(() => browser.close());

  it.each(Object.entries(SCENES))("%s has no findings", async (_name, scene) => {
    const { page } = await open(browser, scene.opening, scene.width);
    await scene.act?.(page);
    await page.locator(scene.ready).first().waitFor();
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate("axe.run('main')")) as AxeResults;
    const findings = violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary }) => [id, impact, html, failureSummary].join("\n")),
    );
    expect(findings).toEqual([]);
    await page.context().close();
  });
});
