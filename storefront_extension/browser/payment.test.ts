import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { fillCard, hasChromium, heard, launch, open, storeNow } from "./shop";

const ONE = { element: "saleor-invoice-payment", "invoice-ids": "invoice-1" };

interface Call {
  name: string;
  [detail: string]: unknown;
}

describe.skipIf(!hasChromium())("a payment", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    await fetch(`${inject("shop")}/reset/`);
  });
  afterAll(() => browser.close());

  const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();
  const pay = (page: Page) => page.getByRole("button", { name: /^Pay / }).last().click();
  const calls = (page: Page) => page.evaluate("window.stripeCalls ?? []") as Promise<Call[]>;
  const said = (page: Page, words: string) => page.getByText(words).waitFor();

  it("of a part goes through Stripe's fields, in the page itself, and is told to the page", async () => {
    const { page, complaints } = await open(browser, ONE);
    await page.getByLabel("Another amount").check();
    await page.getByRole("textbox").fill("0.20");
    await next(page);
    await page.getByRole("alert").getByText("Enter an amount from €0.50 to €119.00.").waitFor();
    expect(await calls(page)).toEqual([]); // nothing of Stripe is loaded before somebody pays
    await page.getByRole("textbox").fill("19");
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    const detail = {
      paymentId: "payment-1",
      invoiceIds: ["invoice-1"],
      amount: "19.00",
      currency: "EUR",
    };
    expect(await heard(page, "payment-start")).toEqual([detail]);
    expect(await heard(page, "payment-success")).toEqual([detail]);
    const confirmed = (await calls(page)).filter(({ name }) => name === "confirmPayment");
    expect(confirmed).toEqual([
      expect.objectContaining({
        fields: true,
        clientSecret: "payment-1_secret",
        redirect: "if_required",
        confirmParams: { return_url: expect.stringContaining("saleor_invoice_payment=payment-1") },
      }),
    ]);
    expect(await page.locator("[slot]").count()).toBe(0); // the fields are taken away
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("of several invoices begins in the list, is shown with its parts, and clears them", async () => {
    const { page } = await open(browser, {});
    await page.getByRole("checkbox").nth(0).check();
    await page.getByRole("checkbox").nth(1).check();
    await page.getByRole("button", { name: "Pay €238.00" }).click();
    await next(page);
    await said(page, "INV-2026-00002 · €119.00");
    await fillCard(page);
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    await page.getByRole("button", { name: "Back to all invoices" }).click();
    const rows = page.getByRole("listitem");
    await expect.poll(() => rows.nth(0).innerText()).toContain("Paid");
    await expect.poll(() => rows.nth(1).innerText()).toContain("Paid");
    await page.context().close();
  });

  it("inside of an invoice shows it paid", async () => {
    const { page } = await open(browser, { element: "saleor-invoice", "invoice-id": "invoice-1" });
    await page.getByRole("button", { name: "Pay", exact: true }).click();
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    await page.getByText("Paid", { exact: true }).waitFor();
    await page.context().close();
  });

  it("with a saved method is one click, and nothing is filled in", async () => {
    const { page } = await open(browser, { ...ONE, store: "saved" });
    await page.getByRole("radio", { name: "Visa ending in 4242, valid to 04/2031" }).waitFor();
    await page.getByRole("button", { name: "Pay €119.00" }).click();
    await said(page, "Thank you, your payment has arrived.");
    const { payments } = await storeNow("saved");
    expect(payments).toMatchObject([{ savedMethodId: "card-4242", saveMethod: false }]);
    expect((await calls(page)).map(({ name }) => name)).toEqual(["Stripe", "confirmPayment"]);
    await page.context().close();
  });

  it("keeps a method where the customer wants it, and forgets one", async () => {
    const { page } = await open(browser, { ...ONE, store: "saved" });
    await page.getByRole("button", { name: /^Remove Visa ending in 4242/ }).click();
    await expect.poll(() => page.getByRole("radio").count()).toBe(4);
    await page.getByLabel("Another payment method").check();
    await page.getByLabel("Save for my next payments").check();
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, "Thank you");
    const { payments, savedMethods } = await storeNow("saved");
    expect(payments).toMatchObject([{ saveMethod: true, savedMethodId: null }]);
    expect(savedMethods.map(({ id }) => id)).toEqual(["card-1881"]);
    await page.context().close();
  });

  it("says what is wrong with the card, and takes another one", async () => {
    const { page } = await open(browser, ONE);
    await next(page);
    await page.getByLabel("Card number").waitFor();
    await pay(page);
    await said(page, "Your card number is incomplete.");
    await fillCard(page);
    await page.evaluate("window.stripeAnswer = 'declined'");
    await pay(page);
    await said(page, "Your card has insufficient funds. You have not been charged.");
    expect(await heard(page, "payment-failure")).toMatchObject([{ code: "insufficient_funds" }]);
    await page.evaluate("window.stripeAnswer = 'succeeded'");
    await pay(page);
    await said(page, "Thank you");
    expect((await storeNow("plain")).payments).toHaveLength(1);
    await page.context().close();
  });

  it("that failed in the end says why, and can be begun anew", async () => {
    const { page } = await open(browser, ONE);
    await next(page);
    await fillCard(page);
    await page.evaluate("window.stripeAnswer = 'failed'");
    await pay(page);
    await said(page, "Your bank said no. You have not been charged.");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Continue" }).waitFor();
    await page.context().close();
  });

  it.each([
    ["paidelsewhere", "Already paid. You have not been charged again.", "INVOICE_PAID"],
    ["fell", "The amount due has changed. You have not been charged.", "AMOUNT_TOO_LARGE"],
  ])("in a second tab (%s) is told before anything is charged", async (store, words, code) => {
    const { page } = await open(browser, { ...ONE, store });
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, words);
    expect((await calls(page)).map(({ name }) => name)).not.toContain("confirmPayment");
    expect(await heard(page, "payment-failure")).toMatchObject([{ code }]);
    await page.context().close();
  });

  it("that takes its time is asked after until it is there", async () => {
    const { page } = await open(browser, { ...ONE, store: "slow" });
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, "Your payment is being processed.");
    await said(page, "Thank you, your payment has arrived.");
    await page.context().close();
  });

  it("whose answer was lost on the way counts as what it is", async () => {
    const { page } = await open(browser, ONE);
    await next(page);
    await fillCard(page);
    await page.evaluate("window.stripeAnswer = 'lost'");
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    expect(await heard(page, "payment-failure")).toEqual([]);
    await page.context().close();
  });

  it("is given up by going back, and begun anew with another amount", async () => {
    const { page } = await open(browser, ONE);
    await next(page);
    await page.getByLabel("Card number").waitFor();
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByRole("button", { name: "Continue" }).waitFor();
    const { payments } = await storeNow("plain");
    expect(payments.map(({ state }) => state)).toEqual(["CANCELED"]);
    await page.context().close();
  });

  it.each([
    ["small", "Online payments start at €0.50."],
    ["notoffered", "This can’t be paid online."],
    ["otherapp", "This can’t be paid online."],
  ])("that is not possible (%s) says so first", async (store, words) => {
    const { page } = await open(browser, { ...ONE, store });
    if (store === "otherapp") await next(page);
    await said(page, words);
    await page.context().close();
  });

  it("by Saleor's Stripe app tells it the method, and confirms with its secret", async () => {
    const { page } = await open(browser, { ...ONE, store: "stripeapp" });
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    const { payments } = await storeNow("stripeapp");
    expect(payments[0]?.processed).toEqual([{ paymentIntent: { paymentMethod: "card" } }, null]);
    const [stripe, elements] = await calls(page);
    expect(stripe?.key).toBe("pk_test_app");
    expect(elements?.options).toMatchObject({ mode: "payment", amount: 11900, currency: "eur" });
    await page.context().close();
  });

  it("by the dummy app is a button", async () => {
    const { page } = await open(browser, { ...ONE, store: "dummy", start: "" });
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    const event = { type: "CHARGE_SUCCESS", includePspReference: true };
    expect((await storeNow("dummy")).payments[0]?.processed).toEqual([{ event }]);
    expect(await calls(page)).toEqual([]);
    await page.context().close();
  });

  it("by an app of the shop's own goes through the adapter that the page has registered", async () => {
    const { page } = await open(browser, { ...ONE, store: "otherapp" });
    await page.evaluate(`import("/saleor-invoices.js").then(({ registerPaymentAdapter }) =>
      registerPaymentAdapter("example.payments", {
        async open({ process, container }) {
          container.textContent = "Our own fields";
          return {
            prepare: async () => null,
            confirm: async () => { await process({ event: { type: "CHARGE_SUCCESS" } }); return null; },
            destroy: () => {},
          };
        },
      }))`);
    await next(page);
    await said(page, "Our own fields");
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    await page.context().close();
  });

  it("of a guest with a private link needs no account, and keeps no method", async () => {
    const { page } = await open(browser, { element: "saleor-invoice", link: "private" });
    await page.getByRole("button", { name: "Pay", exact: true }).click();
    expect(await page.getByLabel("Save for my next payments").count()).toBe(0);
    await next(page);
    await fillCard(page);
    await pay(page);
    await said(page, "Thank you, your payment has arrived.");
    await page.context().close();
    const closed = (await open(browser, { element: "saleor-invoice", link: "closed" })).page;
    await said(closed, "This link no longer opens the invoice.");
    await closed.context().close();
  });
});
