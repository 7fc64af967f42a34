// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";

const LIMIT = 40_000;
const dist = mkdtempSync(join(tmpdir(), "saleor-invoices-size-"));
const FILE = "saleor-invoices.js";

beforeAll(async () => {
  const root = resolve(import.meta.dirname, "..");
  await build({ root, logLevel: "error", mode: "production", build: { outDir: dist } });
}, 60_000);
afterAll(() => rmSync(dist, { recursive: true }));

it("is one file below its limit, without Stripe", () => {
  expect(readdirSync(dist).filter((name) => name.endsWith(".js"))).toEqual([FILE]);
  const content = readFileSync(join(dist, FILE));
  expect(gzipSync(content).length).toBeLessThan(LIMIT);
  expect(content.toString()).not.toContain("js.stripe.com");
});

it("can be imported where there is no window, and defines nothing there", () => {
  const script = `const all = await import(${JSON.stringify(join(dist, FILE))});
    if (typeof window !== "undefined" || typeof HTMLElement !== "undefined") throw new Error();
    console.log(Object.keys(all).sort().join());`;
  const out = execFileSync(process.execPath, ["--input-type=module", "--eval", script]);
  expect(out.toString().trim()).toBe(
    "SaleorInvoice,SaleorInvoicePayment,SaleorInvoices,registerPaymentAdapter",
  );
});
