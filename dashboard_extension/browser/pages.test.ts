import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { hasChromium, launch, loadedFiles, openInDashboard, saidTo, tell } from "./dashboard";
import { SAMPLE_CUSTOMER, SAMPLE_ORDER } from "./stores";

const FIRST_PAGE_LIMIT = 350_000;

describe.skipIf(!hasChromium())("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    await fetch(`${inject("app")}/reset/`);
  });
  afterAll(() => browser.close());

  describe("the list", () => {
    it("shows the store's documents, the newest first, and breaks no policy", async () => {
      const { page, frame, complaints } = await openInDashboard(browser, { store: "plain" });
      const rows = frame.locator("tbody tr");
      await frame.getByText("14 invoices shown").waitFor();
      await expect.poll(() => rows.count()).toBe(14);
      await expect
        .poll(() => rows.first().locator("td").allInnerTexts())
        .toEqual([
          "",
          "INV-2026-00014",
          "Invoice",
          "Nov 22, 2026",
          "",
          "#34",
          "Sample Buyer GmbH",
          "Paid",
          expect.stringMatching(/^EUR\s*1,190\.00$/),
          "0.00",
          "",
        ]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it("searches after a pause and keeps the search in the dashboard's address", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain", path: "/invoices" });
      await frame.getByRole("textbox").fill("przykładowa");
      await frame.getByText("2 invoices shown").waitFor();
      await expect
        .poll(async () =>
          (await saidTo(page, "updateRouting")).map(({ payload }) => payload.newRoute),
        )
        .toEqual(["/invoices?search=przyk%C5%82adowa"]);
      await frame.getByRole("textbox").press("Escape");
      await frame.getByText("14 invoices shown").waitFor();
      await page.context().close();
    });

    it("starts with the search and order of a copied link", async () => {
      const path = "/invoices?search=Example&sort=total";
      const { page, frame } = await openInDashboard(browser, { store: "plain", path });
      await frame.getByText("3 invoices shown").waitFor();
      await expect.poll(() => frame.getByRole("textbox").inputValue()).toBe("Example");
      expect(await saidTo(page, "updateRouting")).toEqual([]);
      const head = frame.getByRole("columnheader", { name: "Total" });
      await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
      await page.context().close();
    });

    it("sorts by a column, and the other way round at the second click", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain" });
      const total = frame.locator("tbody tr").first().locator("td").nth(8);
      const head = frame.getByRole("columnheader", { name: "Total" });
      await head.getByRole("button").click();
      await expect.poll(() => total.textContent()).toContain("21,203.50");
      await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
      await head.getByRole("button").press("Enter");
      await expect.poll(() => total.textContent()).toContain("15.925");
      await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
      await page.context().close();
    });

    it("loads more until there is no more, and draws only what is in sight", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "busy" });
      const more = frame.getByRole("button", { name: "Load more" });
      await frame.getByText("50 invoices shown").waitFor();
      await more.click();
      await frame.getByText("120 invoices shown").waitFor();
      await expect.poll(() => more.count()).toBe(0);
      await expect.poll(() => frame.getByRole("table").getAttribute("aria-rowcount")).toBe("121");
      expect(await frame.locator("tbody tr").count()).toBeLessThan(60);
      await page.context().close();
    });

    it("saves the PDF under the document's number", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain" });
      const download = page.waitForEvent("download");
      await frame.getByRole("button", { name: "Download INV-2026-00013 as PDF" }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe("INV-2026-00013.pdf");
      expect(readFileSync(await file.path(), "utf8")).toMatch(/^%PDF/);
      await page.context().close();
    });

    it("leads to the order and the customer in the dashboard", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain" });
      await frame.getByRole("button", { name: "Open order #34" }).click();
      await frame.getByRole("button", { name: "Open customer Sample Buyer GmbH" }).first().click();
      const order = encodeURIComponent(Buffer.from("Order:14").toString("base64"));
      await expect
        .poll(async () => (await saidTo(page, "redirect")).map(({ payload }) => payload.to))
        .toEqual([`/orders/${order}`, `/customers/${encodeURIComponent(SAMPLE_CUSTOMER)}`]);
      await page.context().close();
    });

    it("shows markup in a name as text", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "long" });
      await frame.getByText('<b>Sample & Sons</b> "quoted"').waitFor();
      await expect.poll(() => frame.locator("td b").count()).toBe(0);
      await page.context().close();
    });

    it("says what to do where there is nothing yet, and where nothing was found", async () => {
      const empty = await openInDashboard(browser, { store: "empty" });
      await empty.frame.getByRole("heading", { name: "No invoices yet" }).waitFor();
      await empty.page.context().close();
      const path = "/?search=zzz";
      const nothing = await openInDashboard(browser, { store: "plain", path });
      await nothing.frame.getByRole("button", { name: "Clear search" }).click();
      await nothing.frame.getByText("14 invoices shown").waitFor();
      await nothing.page.context().close();
    });

    it("shows placeholders while a slow API works", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "slow" });
      await frame.getByText("Loading invoices").waitFor({ state: "attached" });
      await frame.getByText("14 invoices shown").waitFor();
      await expect.poll(() => frame.getByText("Loading invoices").count()).toBe(0);
      await page.context().close();
    });

    it("says what failed, and works again after a retry", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "failing" });
      await frame.getByRole("alert").getByText("The app has a problem").waitFor();
      await fetch(`${inject("app")}/heal/`);
      await frame.getByRole("button", { name: "Try again" }).click();
      await frame.getByText("3 invoices shown").waitFor();
      await page.context().close();
    });

    it("names the permission that is missing", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "forbidden" });
      await frame.getByText("The permission “Manage orders” is needed").waitFor();
      await page.context().close();
    });
  });

  describe("the dashboard around it", () => {
    it("renews a token that has expired, unseen by the person", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain", life: -60 });
      await frame.getByText("14 invoices shown").waitFor();
      await expect.poll(() => frame.getByRole("alert").count()).toBe(0);
      await page.context().close();
    });

    it("changes theme and language while it is open", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain" });
      const body = frame.locator("body");
      const background = () => body.evaluate((node) => getComputedStyle(node).backgroundColor);
      await frame.getByText("14 invoices shown").waitFor();
      await expect.poll(() => background()).toBe("rgb(255, 255, 255)");
      await tell(page, "theme", { theme: "dark" });
      await expect.poll(background).toBe("rgb(38, 40, 54)");
      await tell(page, "localeChanged", { locale: "pl" });
      await frame.getByRole("heading", { name: "Faktury" }).waitFor();
      await frame.getByText("Pokazano 14 faktur").waitFor();
      await expect.poll(() => frame.locator("html").getAttribute("lang")).toBe("pl");
      await page.context().close();
    });

    it("goes where the dashboard asks, without telling it back", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain" });
      await frame.getByText("14 invoices shown").waitFor();
      await tell(page, "redirect", { path: "/invoices?search=Exemple" });
      await frame.getByText("2 invoices shown").waitFor();
      expect(await saidTo(page, "updateRouting")).toEqual([]);
      await page.context().close();
    });

    it("says when the dashboard does not answer, and asks it again", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain", silent: true });
      const retry = frame.getByRole("button", { name: "Try again" });
      await retry.waitFor({ timeout: 15_000 });
      const asked = (await saidTo(page, "notifyReady")).length;
      await retry.click();
      await expect.poll(async () => (await saidTo(page, "notifyReady")).length).toBe(asked + 1);
      await page.context().close();
    });

    it("tells who opens its address by itself where it is to be found", async () => {
      const context = await browser.newContext({ locale: "de-DE" });
      const page = await context.newPage();
      await page.goto(`${inject("app")}/dashboard/`);
      await page.getByRole("heading", { name: "Bitte im Saleor-Dashboard öffnen" }).waitFor();
      await context.close();
    });

    it("has a page for an address that it does not know", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain", path: "/nowhere" });
      await frame.getByRole("link", { name: "Go to the invoices" }).click();
      await frame.getByText("14 invoices shown").waitFor();
      await page.context().close();
    });
  });

  describe("problems", () => {
    it("are shown with what to do, tried again and gone when healed", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "busy" });
      const banner = frame.getByRole("region", { name: "2 open problems" });
      const first = banner.getByRole("listitem").first();
      await first.getByText("Check the order's prices in Saleor").waitFor();
      await first.getByRole("button", { name: "Try again" }).click();
      await frame.getByRole("region", { name: "1 open problem" }).waitFor();
      await expect
        .poll(() => frame.getByText("lines, shipping and prepaid amounts").count())
        .toBe(0);
      await page.context().close();
    });

    it("can be put away", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "busy" });
      const remedy = frame.getByText("Check the order's prices in Saleor");
      await remedy.waitFor();
      await frame.getByRole("button", { name: "Hide" }).click();
      await remedy.waitFor({ state: "hidden" });
      await page.context().close();
    });
  });

  describe("on the order's page", () => {
    const path = `/order?orderId=${SAMPLE_ORDER}`;

    it("shows this order's documents with what is still open", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "order", path });
      const cards = frame.getByRole("listitem");
      await cards.first().waitFor();
      await expect.poll(() => cards.count()).toBe(2);
      await cards.first().getByText("190.00 open").waitFor();
      await cards.nth(1).getByText("Credit note").waitFor();
      await expect.poll(() => frame.getByRole("button", { name: "Issue invoice" }).count()).toBe(0);
      expect(await saidTo(page, "updateRouting")).toEqual([]);
      await page.context().close();
    });

    it("issues an invoice once, tells the dashboard, and offers the PDF when it is there", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "issuing", path });
      await frame.getByText("This order has no invoice yet.").waitFor();
      await frame.getByRole("button", { name: "Issue invoice" }).dblclick();
      await frame.getByText("INV-2026-00501").waitFor();
      await expect
        .poll(async () => (await saidTo(page, "notification")).map(({ payload }) => payload.text))
        .toEqual(["Invoice INV-2026-00501 was issued."]);
      await expect.poll(() => saidTo(page, "refreshEntity")).toHaveLength(1);
      await expect.poll(() => frame.getByRole("button", { name: "Issue invoice" }).count()).toBe(0);
      await frame.getByRole("button", { name: "The PDF is being made" }).waitFor();
      await frame.getByRole("button", { name: "Download INV-2026-00501 as PDF" }).waitFor();
      await page.context().close();
    });

    it("says why nothing was issued, and offers to try again", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "refusing", path });
      await frame.getByRole("button", { name: "Issue invoice" }).click();
      await frame.getByRole("alert").getByText("The order has no billing address.").waitFor();
      // What stands in the way is told too, as a problem of this order.
      await frame.getByText("Check the order's prices in Saleor").waitFor();
      await frame.getByText("This order has no invoice yet.").waitFor();
      expect(await saidTo(page, "notification")).toEqual([]);
      await frame.getByRole("button", { name: "Issue invoice" }).waitFor();
      await page.context().close();
    });

    it("asks for nothing when the dashboard names no order", async () => {
      const { page, frame } = await openInDashboard(browser, { store: "plain", path: "/order" });
      await frame.getByText("The dashboard did not say which order this is.").waitFor();
      await expect.poll(() => frame.getByRole("listitem").count()).toBe(0);
      await page.context().close();
    });

    it("as a widget tells the height that it needs", async () => {
      const widget = `/order-widget?orderId=${SAMPLE_ORDER}`;
      const opening = { store: "order", path: widget, size: "widget" } as const;
      const { page, frame } = await openInDashboard(browser, opening);
      await frame.getByText("Credit note").waitFor();
      const content = await frame.locator("ul").evaluate((node) => node.clientHeight);
      await expect
        .poll(async () => Number((await saidTo(page, "widgetResize")).at(-1)?.payload.height))
        .toBeGreaterThanOrEqual(content);
      await page.context().close();
    });
  });

  it("shows what a customer owes and bought last, and leads to all of it", async () => {
    const path = `/customer?customerId=${SAMPLE_CUSTOMER}`;
    const { page, frame } = await openInDashboard(browser, { store: "plain", path });
    await frame.getByText("Latest documents").waitFor();
    await expect.poll(() => frame.getByRole("listitem").count()).toBe(5);
    await frame.getByRole("button", { name: "All invoices" }).click();
    await expect
      .poll(async () => (await saidTo(page, "redirect")).map(({ payload }) => payload.to))
      .toEqual([
        expect.stringContaining(`/invoices?customer=${encodeURIComponent(SAMPLE_CUSTOMER)}`),
      ]);
    await page.context().close();
  });

  it("tells on the home page what is due and failed, and leads there", async () => {
    const opening = { store: "busy", path: "/home-widget", size: "widget" } as const;
    const { page, frame } = await openInDashboard(browser, opening);
    await frame.getByRole("button", { name: "Failed 2" }).click();
    await frame.getByRole("button", { name: "Orders to invoice 3" }).click();
    await expect
      .poll(async () => (await saidTo(page, "redirect")).map(({ payload }) => payload.to))
      .toEqual([
        "/extensions/app/QXBwOjE%3D/reports/failed",
        "/extensions/app/QXBwOjE%3D/invoices?tab=toIssue",
      ]);
    await page.context().close();
  });

  it("weighs little enough for a first page", async () => {
    const { page, frame, complaints } = await openInDashboard(browser, {
      store: "plain",
      path: "/invoices",
    });
    await frame.getByText("14 invoices shown").waitFor();
    await page.waitForLoadState("networkidle");
    // Of the fonts the one that an English page needs: others come with the names that need them.
    const files = (await loadedFiles(page)).filter(
      (name) => !name.endsWith(".woff2") || name.includes("inter-latin-wght"),
    );
    expect(files.filter((name) => name.endsWith(".woff2"))).toHaveLength(1);
    expect(files.some((name) => name.includes("InvoicesPage"))).toBe(true);
    const bytes = files.map((file) => gzipSync(readFileSync(join(inject("dist"), file))).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(FIRST_PAGE_LIMIT);
    expect(complaints).toEqual([]);
    const index = readFileSync(join(inject("dist"), "index.html"), "utf8");
    expect(index).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\son\w+=|style=/);
    await page.context().close();
  });
});
