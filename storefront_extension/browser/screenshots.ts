import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { fillCard, launch, type Opening, open } from "./shop";

const FOLDER = process.env.SCREENSHOTS ?? "";
type Scene = { opening: Opening; width?: number; act?: (page: Page) => Promise<void> };

const openFirst = (page: Page) => page.locator("button.open").first().click();
const INVOICE = { element: "saleor-invoice", "invoice-id": "invoice-3" };
const PAYMENT = { element: "saleor-invoice-payment", "invoice-ids": "invoice-1" };
const pay = async (page: Page) => {
  await page.getByRole("button", { name: "Continue" }).click();
  await fillCard(page);
};

const SCENES: Record<string, Scene> = {
  list: { opening: {} },
  "list-dark": { opening: { scheme: "dark" } },
  "list-320": { opening: {}, width: 320 },
  "list-600": { opening: {}, width: 600 },
  "list-arabic": { opening: { locale: "ar" } },
  "list-hebrew-narrow": { opening: { locale: "he", scheme: "dark" }, width: 390 },
  "list-german": { opening: { locale: "de-CH" } },
  "list-japanese": { opening: { locale: "ja", store: "currencies" } },
  "list-chosen": {
    opening: {},
    act: async (page) => {
      await page.getByRole("checkbox").nth(0).check();
      await page.getByRole("checkbox").nth(1).check();
    },
  },
  "list-long": { opening: { store: "long" } },
  "list-long-320": { opening: { store: "long" }, width: 320 },
  "list-empty": { opening: { store: "empty" } },
  "list-error-dark": { opening: { store: "broken", scheme: "dark" } },
  invoice: { opening: { ...INVOICE, "order-url": "/orders/{id}" } },
  "invoice-in-list": { opening: {}, act: openFirst },
  "invoice-dark-320": { opening: { ...INVOICE, scheme: "dark" }, width: 320 },
  "invoice-arabic": { opening: { ...INVOICE, locale: "ar" } },
  "invoice-long-320": {
    opening: { ...INVOICE, "invoice-id": "invoice-1", store: "long" },
    width: 320,
  },
  "credit-note": { opening: { ...INVOICE, "invoice-id": "credit-1", locale: "fr" } },
  "payment-choice": { opening: PAYMENT },
  "payment-part": {
    opening: { ...PAYMENT, store: "saved" },
    act: async (page) => {
      await page.getByLabel("Another amount").first().check();
      await page.getByRole("textbox").fill("0.10");
      await page.locator("button.big").click();
    },
  },
  "payment-form": { opening: PAYMENT, act: pay },
  "payment-form-dark-320": { opening: { ...PAYMENT, scheme: "dark" }, width: 320, act: pay },
  "payment-declined": {
    opening: PAYMENT,
    act: async (page) => {
      await pay(page);
      await page.evaluate("window.stripeAnswer = 'declined'");
      await page.locator("button.big").click();
    },
  },
  "payment-done": {
    opening: PAYMENT,
    act: async (page) => {
      await pay(page);
      await page.locator("button.big").click();
    },
  },
  "payment-already": {
    opening: { ...PAYMENT, store: "paidelsewhere" },
    act: async (page) => {
      await pay(page);
      await page.locator("button.big").click();
    },
  },
  "payment-processing": {
    opening: { ...PAYMENT, store: "endless", scheme: "dark" },
    act: async (page) => {
      await pay(page);
      await page.locator("button.big").click();
    },
  },
};

describe("pictures", () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(Object.entries(SCENES))("%s", async (name, { opening, width, act }) => {
    const { page } = await open(browser, opening, width);
    await page.waitForLoadState("networkidle");
    await act?.(page);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
    await page.context().close();
  });
});
