import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { fillCard, hasChromium, heard, launch, open, storeNow } from "./shop";

const ONE = { element: "saleor-invoice-payment", "invoice-ids": "invoice-1" };
const BACK = { saleor_invoice_payment: "payment-1", redirect_status: "succeeded" };
const THANKS = "Thank you, your payment has arrived.";

describe.skipIf(!hasChromium())("a payment at the provider's own page", () => {
  let browser: Browser;
  beforeAll(async () => {
    // As people have it: a page that is left is kept as it was.
    browser = await launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  });
  beforeEach(async () => {
    await fetch(`${inject("shop")}/reset/`);
  });
  afterAll(() => browser.close());

  const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();
  const pay = (page: Page) => page.getByRole("button", { name: /^Pay / }).last().click();
  const said = (page: Page, words: string) => page.getByText(words).waitFor();

  /** A payment that was begun, and became what the provider tells of it. */
  async function begun(state: string): Promise<void> {
    const { page } = await open(browser, ONE);
    await next(page);
    await page.getByLabel("Card number").waitFor();
    await fetch(`${inject("shop")}/provider/?secret=payment-1_secret&state=${state}`);
    await page.context().close();
  }

  it.each<[string, Record<string, string>]>([
    ["the list", {}],
    ["an invoice", { element: "saleor-invoice", "invoice-id": "invoice-1" }],
    ["the payment", ONE],
  ])("is gone on with in %s, whose page finds its token late", async (_, where) => {
    await begun("succeeded");
    const { page } = await open(browser, { ...where, ...BACK, token: "" });
    await expect.poll(() => page.url()).not.toContain("saleor_invoice_payment");
    await page.evaluate("document.querySelector('main > :last-child').token = 'fresh'");
    await said(page, THANKS);
    expect(await heard(page, "payment-success")).toHaveLength(1);
    await page.context().close();
  });

  it("that failed there is told in the customer's words, and made anew", async () => {
    await begun("refused");
    const { page } = await open(browser, { ...ONE, ...BACK, locale: "nl" });
    await said(page, "De betaling is mislukt.");
    expect(await page.getByText("PaymentMethod").count()).toBe(0);
    await page.getByRole("button", { name: "Opnieuw proberen" }).click();
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByLabel("Card number").waitFor();
    await page.context().close();
  });

  it("is given up where the browser's button leads back to the page as it was left", async () => {
    const { page } = await open(browser, { ...ONE, start: "" });
    await next(page);
    await fillCard(page);
    await page.evaluate("window.stripeAnswer = 'away'");
    await pay(page);
    await expect.poll(() => page.getByRole("button", { name: /^Pay / }).isDisabled()).toBe(true);
    await page.goto(`${inject("shop")}/stripe.js`); // the bank's page
    await page.goBack({ waitUntil: "commit" });
    await next(page);
    await page.evaluate("window.stripeAnswer = 'succeeded'");
    await fillCard(page);
    await pay(page);
    await said(page, THANKS);
    const { payments } = await storeNow("plain");
    expect(payments.map(({ state }) => state)).toEqual(["CANCELED", "SUCCEEDED"]);
    await page.context().close();
  });
});
