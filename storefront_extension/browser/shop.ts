import { type Browser, chromium, type LaunchOptions, type Page } from "playwright-core";
import { inject } from "vitest";
import type { Store } from "./stores";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the page is opened with: attributes of the element, and words of `page.html`. */
export type Opening = Record<string, string> & { width?: never };

export interface Opened {
  page: Page;
  /** What the browser complained about. */
  complaints: string[];
}
export interface Heard {
  type: string;
  detail: Record<string, unknown>;
}

export const hasChromium = () => inject("chromium") !== "";

export function launch(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromium"), args: FLAGS, ...options });
}

/** Opens a shop's page with one element in it. */
export async function open(browser: Browser, opening: Opening, width = 1100): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const url = new URL(inject("shop"));
  for (const [name, value] of Object.entries(opening)) url.searchParams.set(name, value);
  await page.goto(url.href);
  return { page, complaints };
}

/** What the page has heard from the element so far, of one type. */
export async function heard(page: Page, type: string): Promise<Heard["detail"][]> {
  const all = await page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  return all.filter((event) => event.type === type).map(({ detail }) => detail);
}

/** A shop as the server has it now. */
export async function storeNow(name: string): Promise<Store> {
  return (await (await fetch(`${inject("shop")}/store/?name=${name}`)).json()) as Store;
}

/** Fills in the field that plays Stripe's, which is in the page itself. */
export async function fillCard(page: Page): Promise<void> {
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
}
