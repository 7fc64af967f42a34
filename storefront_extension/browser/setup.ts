import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Alias, build } from "vite";
import type { TestProject } from "vitest/node";
import { serve } from "./server";

declare module "vitest" {
  export interface ProvidedContext {
    shop: string;
    /** Path of Chromium; empty where there is none. */
    chromium: string;
    dist: string;
  }
}

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Builds the file as it is now and serves a shop's page that uses it. */
export default async function setup(project: TestProject) {
  const chromium = PLACES.find((place) => existsSync(place)) ?? "";
  if (!chromium) noChromium();
  const dist = await mkdtemp(join(tmpdir(), "saleor-invoices-storefront-"));
  const root = resolve(import.meta.dirname, "..");
  const outDir = dist;
  await build({
    root,
    logLevel: "error",
    mode: "production",
    build: { outDir, emptyOutDir: true },
  });
  await reactPage(dist, "react19", []);
  await reactPage(dist, "react18", [
    { find: /^react(?=$|\/)/, replacement: resolve(root, "node_modules/react-18") },
    { find: /^react-dom(?=$|\/)/, replacement: resolve(root, "node_modules/react-dom-18") },
  ]);
  const shop = await serve(dist);
  project.provide("shop", shop.origin);
  project.provide("chromium", chromium);
  project.provide("dist", dist);
  return async () => {
    await shop.close();
    await rm(dist, { recursive: true });
  };
}

/** The same page of a shop, with one of the two versions of React in it. */
async function reactPage(dist: string, name: string, alias: Alias[]): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, ".."),
    logLevel: "error",
    mode: "production",
    resolve: { alias },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: dist,
      emptyOutDir: false,
      lib: { entry: "browser/react.tsx", formats: ["es"], fileName: () => `${name}.js` },
    },
  });
}

function noChromium(): void {
  const words = "NO CHROMIUM: the storefront elements are not tested in a browser";
  if (process.env.CI === "true") throw new Error(words);
  process.stderr.write(`\n!!! ${words} (install 'chromium')\n\n`);
}
