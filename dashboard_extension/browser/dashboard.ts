import { type Browser, chromium, type FrameLocator, type Page } from "playwright-core";
import { inject } from "vitest";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Opening {
  store: string;
  path?: string;
  theme?: "light" | "dark";
  locale?: string;
  size?: "page" | "popup" | "widget";
  /** Seconds that the first token lives. */
  life?: number;
  silent?: boolean;
  viewport?: { width: number; height: number };
}

export interface Opened {
  page: Page;
  frame: FrameLocator;
  /** What the browser complained about: errors of scripts and of the content security policy. */
  complaints: string[];
}

/** A message from the app to the dashboard. */
export interface Said {
  type: string;
  payload: Record<string, unknown>;
}

export const hasChromium = () => inject("chromium") !== "";

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromium"), args: FLAGS });
}

/** Opens a page of the app inside of the page that plays the dashboard. */
export async function openInDashboard(browser: Browser, opening: Opening): Promise<Opened> {
  const { viewport = { width: 1400, height: 900 }, silent, ...rest } = opening;
  const context = await browser.newContext({ viewport, timezoneId: "Europe/Warsaw" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const url = new URL(inject("parent"));
  const entries = Object.entries({ ...rest, app: inject("app") });
  for (const [name, value] of entries) url.searchParams.set(name, String(value));
  if (silent) url.searchParams.set("silent", "");
  await page.goto(url.href);
  return { page, frame: page.frameLocator("iframe"), complaints };
}

/** All that the app has told the dashboard so far, of one type. */
export async function saidTo(page: Page, type: string): Promise<Said[]> {
  const all = await page.evaluate(() => (window as unknown as { said: Said[] }).said);
  return all.filter((message) => message.type === type);
}

/** Lets the dashboard send a message to the app. */
export async function tell(page: Page, type: string, payload: object): Promise<void> {
  await page.evaluate(
    ([type, payload]) =>
      (window as unknown as { send: (type: unknown, payload: unknown) => void }).send(
        type,
        payload,
      ),
    [type, payload] as const,
  );
}

/** The files of ours that the frame has loaded by now, as paths below the bundle. */
export async function loadedFiles(page: Page): Promise<string[]> {
  const frame = page.frames().find((each) => each.parentFrame() !== null);
  const urls = await frame?.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  );
  const paths = (urls ?? []).map((url) => new URL(url).pathname);
  const ours = paths.filter((path) => path.startsWith("/dashboard/assets/"));
  return [...new Set(ours)].map((path) => path.slice("/dashboard/".length));
}
