import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { hasChromium, heard, launch, open } from "./shop";

describe.skipIf(!hasChromium())("the list", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    await fetch(`${inject("shop")}/reset/`);
  });
  afterAll(() => browser.close());

  it("shows documents with state, date, order and amounts, without complaints", async () => {
    const { page, complaints } = await open(browser, {});
    const rows = page.getByRole("listitem");
    await expect.poll(() => rows.count()).toBe(8);
    const words = async (index: number) => (await rows.nth(index).innerText()).split(/\s*\n\s*/);
    expect(await words(0)).toEqual(
      expect.arrayContaining(["INV-2026-00001", "Open", "Due Dec 12, 2026", "€119.00", "Pay"]),
    );
    expect(await words(2)).toEqual(expect.arrayContaining(["Partly paid", "€59.50 due"]));
    expect(await words(6)).toContain("¥2,450");
    expect(await rows.nth(4).getByRole("button", { name: "Pay" }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("filters, searches after a pause and says what it found", async () => {
    const { page } = await open(browser, {});
    await page.getByRole("button", { name: "Overdue" }).click();
    await expect.poll(() => page.getByRole("listitem").count()).toBe(1);
    const all = page.getByRole("button", { name: "All", exact: true });
    await all.click();
    await expect.poll(() => all.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("searchbox").fill("CN-");
    await expect.poll(() => page.getByRole("listitem").count()).toBe(1);
    await expect
      .poll(() => page.getByRole("status").allInnerTexts())
      .toContain("Invoices shown: 1");
    await page.getByRole("searchbox").fill("nothing like it");
    await page.getByText("No invoice matches.").waitFor();
    await page.context().close();
  });

  it("shows more until there is no more", async () => {
    const { page } = await open(browser, { store: "busy" });
    const more = page.getByRole("button", { name: "Show more" });
    await more.click();
    await expect.poll(() => page.getByRole("listitem").count()).toBe(40);
    await more.click();
    await expect.poll(() => page.getByRole("listitem").count()).toBe(45);
    expect(await more.count()).toBe(0);
    await page.context().close();
  });

  it("lets invoices of one currency be chosen, with their exact sum", async () => {
    const { page } = await open(browser, { store: "currencies" });
    const boxes = page.getByRole("checkbox");
    await boxes.nth(3).check();
    await boxes.nth(4).check();
    await page.getByRole("button", { name: "Pay €0.30" }).waitFor();
    expect(await boxes.nth(0).isDisabled()).toBe(true);
    await page.getByText("Only invoices of one seller and currency").waitFor();
    expect(await heard(page, "invoice-select")).toEqual([
      { ids: ["invoice-4"], total: "0.10", currency: "EUR" },
      { ids: ["invoice-4", "invoice-5"], total: "0.30", currency: "EUR" },
    ]);
    await page.getByRole("button", { name: "Clear choice" }).click();
    expect(await boxes.nth(0).isDisabled()).toBe(false);
    await page.context().close();
  });

  it("opens a document by keyboard and gives the focus back where it came from", async () => {
    const { page } = await open(browser, {});
    const number = page.getByRole("button", { name: "INV-2026-00006", exact: true });
    await number.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "INV-2026-00006" }).waitFor();
    await expect.poll(() => page.evaluate(DEEP_FOCUS)).toContain("Back to all invoices");
    await page.getByRole("button", { name: "CN-2026-00001" }).click();
    await page.getByRole("heading", { name: "CN-2026-00001" }).waitFor();
    await page.getByRole("button", { name: "Back to all invoices" }).click();
    await expect.poll(() => page.evaluate(DEEP_FOCUS)).toBe("INV-2026-00006");
    expect(await heard(page, "invoice-open")).toEqual([
      { id: "invoice-6", number: "INV-2026-00006" },
      { id: "credit-1", number: "CN-2026-00001" },
    ]);
    await page.context().close();
  });

  it("leaves opening to a page that wants it", async () => {
    const { page } = await open(browser, {});
    await page.evaluate(
      "document.addEventListener('invoice-open', (event) => event.preventDefault())",
    );
    await page.getByRole("button", { name: "INV-2026-00001", exact: true }).click();
    await expect.poll(async () => (await heard(page, "invoice-open")).length).toBe(1);
    expect(await page.getByRole("listitem").count()).toBe(8);
    await page.context().close();
  });

  it("saves the PDF under the document's number", async () => {
    const { page } = await open(browser, {});
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download PDF: INV-2026-00004" }).click();
    expect((await saved).suggestedFilename()).toBe("inv-2026-00004.pdf");
    await page.context().close();
  });

  it("sends to an invoice's own payment address, and does not offer to pay it here", async () => {
    const { page } = await open(browser, { store: "external" });
    const link = page.getByRole("link", { name: "Pay INV-2026-00001" });
    expect(await link.getAttribute("href")).toBe("https://pay.example.com/1");
    expect(await link.getAttribute("rel")).toBe("noopener");
    expect(await page.getByRole("checkbox").count()).toBe(1);
    await page.context().close();
  });

  it("tells of an empty account, a failure and an ended session", async () => {
    const said = async (opening: Record<string, string>) => {
      const { page } = await open(browser, opening);
      const words = page.locator(".empty, .problem");
      await words.waitFor();
      const text = await words.innerText();
      const codes = (await heard(page, "invoice-error")).map(({ code }) => code);
      const again = await page.getByRole("button", { name: "Try again" }).count();
      await page.context().close();
      return [text.split("\n")[0], codes, again];
    };
    expect(await said({ store: "empty" })).toEqual(["You have no invoices yet.", [], 0]);
    expect(await said({ store: "broken" })).toEqual([
      "Something went wrong. Please try again.",
      ["INTERNAL_ERROR"],
      1,
    ]);
    const ended = "Your session has ended. Please sign in again.";
    expect(await said({ token: "stale" })).toEqual([ended, ["SESSION_ENDED"], 0]);
    expect(await said({ token: "" })).toEqual([ended, ["SESSION_ENDED"], 0]);
  });

  it("asks for a new token when one is over, and goes on when the page sets one", async () => {
    const { page } = await open(browser, { provided: "stale,fresh" });
    await expect.poll(() => page.getByRole("listitem").count()).toBe(8);
    expect(await page.evaluate("window.asked")).toEqual([null, "stale"]);
    await page.context().close();
    const other = (await open(browser, { token: "stale" })).page;
    await other.locator(".problem").waitFor();
    await other.evaluate("document.querySelector('saleor-invoices').token = 'fresh'");
    await expect.poll(() => other.getByRole("listitem").count()).toBe(8);
    await other.context().close();
  });

  it("takes nothing of the page's look and leaves none of its own", async () => {
    const { page } = await open(browser, {});
    const button = page.getByRole("button", { name: "Pay INV-2026-00001" });
    const style = (name: string) =>
      button.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), name);
    expect(await style("background-color")).toBe("rgb(255, 255, 255)");
    await page.addStyleTag({
      content:
        "saleor-invoices { --saleor-invoices-color-accent: rgb(1, 2, 3); } saleor-invoices::part(pay) { color: rgb(4, 5, 6); }",
    });
    expect(await style("color")).toBe("rgb(4, 5, 6)");
    await page.getByRole("checkbox").first().check();
    const pay = page.getByRole("button", { name: "Pay €119.00" });
    expect(await pay.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe(
      "rgb(1, 2, 3)",
    );
    expect(await page.locator("h1").evaluate((node) => getComputedStyle(node).fontSize)).toBe(
      "32px",
    );
    await page.context().close();
  });

  it.each([
    ["ar", "rtl"],
    ["he", "rtl"],
    ["ja", "ltr"],
  ])("in %s reads %s", async (locale, direction) => {
    const { page } = await open(browser, { locale });
    const root = page.locator("saleor-invoices .root");
    await expect.poll(() => root.getAttribute("dir")).toBe(direction);
    expect(await root.getAttribute("lang")).toBe(locale);
    const box = await page.getByRole("checkbox").first().boundingBox();
    expect((box?.x ?? 0) > 500).toBe(direction === "rtl");
    await page.context().close();
  });

  it.each(["", "long"])("fits into 320 pixels (%s)", async (store) => {
    const { page } = await open(browser, { store: store || "plain" }, 320);
    await page.getByRole("listitem").first().waitFor();
    const width = () => page.evaluate("document.documentElement.scrollWidth");
    expect(await width()).toBe(320);
    await page.locator("button.open").first().click();
    await page.getByRole("heading", { level: 2 }).waitFor();
    expect(await width()).toBe(320);
    await page.context().close();
  });

  it.each(["18", "19"])("works in React %s", async (react) => {
    const { page, complaints } = await open(browser, { react });
    await page.getByRole("checkbox").first().check();
    await expect.poll(() => page.locator("output").innerText()).toBe("119.00");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

const DEEP_FOCUS = `(() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node.innerText;
})()`;
