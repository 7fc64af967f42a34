import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";
import { serveApp, serveParent } from "./server";

declare module "vitest" {
  export interface ProvidedContext {
    app: string;
    parent: string;
    /** Path of Chromium; empty where there is none. */
    chromium: string;
    dist: string;
  }
}

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Builds the pages as they are now and serves them beside a page that plays the dashboard. */
export default async function setup(project: TestProject) {
  const chromium = PLACES.find((place) => existsSync(place)) ?? "";
  if (!chromium) noChromium();
  const dist = await mkdtemp(join(tmpdir(), "saleor-invoices-dashboard-"));
  // As it is shipped: vitest's own value would bring the development build of React.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({
    root: resolve(import.meta.dirname, ".."),
    logLevel: "error",
    mode: "production",
    build: { outDir: dist, emptyOutDir: true },
  });
  process.env.NODE_ENV = NODE_ENV;
  const [app, parent] = await Promise.all([serveApp(dist), serveParent()]);
  project.provide("app", app.origin);
  project.provide("parent", parent.origin);
  project.provide("chromium", chromium);
  project.provide("dist", dist);
  return async () => {
    await Promise.all([app.close(), parent.close()]);
    await rm(dist, { recursive: true });
  };
}

function noChromium(): void {
  const words = "NO CHROMIUM: the dashboard pages are not tested in a browser (install 'chromium')";
  if (process.env.CI === "true") throw new Error(words);
  process.stderr.write(`\n!!! ${words}\n\n`);
}
