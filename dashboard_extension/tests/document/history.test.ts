import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actorText, eventText, type HistoryEvent, keyOf } from "../../src/document/history";
import { ENGLISH } from "../../src/i18n/catalogue";
import { createTranslate } from "../../src/i18n/translate";

const BACK_END = join(__dirname, "../../../saleor_invoices");
const t = createTranslate(ENGLISH, "en", "en");
const OF = { currency: "EUR", total: { amount: "117.27", currency: "EUR" } };

function event(name: string, params: object = {}, actor = "app", actorName = ""): HistoryEvent {
  return { at: "2026-11-29T10:00:00Z", actor, actorName, event: name, params };
}

const text = (name: string, params: object = {}) => eventText(event(name, params), OF, t, "en");

describe("history in words", () => {
  it.each([
    ["issued", { number: "RE-1" }, "Issued as RE-1"],
    ["issued", { number: "GS-1", invoice: "RE-1" }, "Issued as GS-1 to credit RE-1"],
    ["credited", { number: "GS-1", amount_minor: 999 }, "Credited with GS-1: EUR 9.99"],
    ["payment_recorded", { amount_minor: 11727 }, "Payment of EUR 117.27 recorded"],
    ["payment_recorded", { amount_minor: -500 }, "Money that went back recorded: EUR 5.00"],
    ["payment_changed", { status: "paid" }, "Payment status is now: Paid"],
    ["vat_checked", { answer: "valid" }, "VIES: the VAT ID is valid"],
    ["mail_sent", { purpose: "manual" }, "E-mail sent"],
    ["mail_sent", { purpose: "reminder:7" }, "Reminder sent"],
    ["reminders_held", { until: "" }, "Reminders held"],
    ["reminders_held", { until: "2026-12-24" }, "Reminders held until Dec 24, 2026"],
    ["einvoice_submitted", { channel: "email" }, "E-invoice handed over (by e-mail)"],
    ["something_new", {}, "something new"],
  ] as const)("%s with %j", (name, params, words) => {
    expect(text(name, params)).toBe(words);
  });

  it("says who", () => {
    expect(actorText(event("issued", {}, "staff:VXNlcjox", "admin@example.com"), t)).toBe(
      "admin@example.com",
    );
    expect(actorText(event("issued"), t)).toBe("the app");
    expect(actorText(event("issued", {}, "saleor"), t)).toBe("Saleor");
    expect(actorText(event("issued", {}, "customer"), t)).toBe("the customer");
  });

  it("has words for every event that the back end writes", () => {
    const unknown = [...eventsOf(BACK_END)].filter((name) => keyOf(name, {}) === undefined);
    expect(unknown).toEqual([]);
  });
});

/** Names of events in the Python code: beside `history_append`, or told by a helper. */
function eventsOf(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".py")) continue;
    const source = readFileSync(join(folder, entry), "utf8");
    if (!source.includes("history_append")) continue;
    const named = [
      ...source.matchAll(/\bevent(?:: str)? ?= ?"([a-z_]+)"/g),
      ...source.matchAll(/\bevent = "[a-z_]+" if .* else "([a-z_]+)"/g),
      ...source.matchAll(/\b_(?:tell|note)\(\w+, "([a-z_]+)"/g),
    ];
    for (const [, name = ""] of named) found.add(name);
    for (const [, name = ""] of source.matchAll(/\bevent=([A-Z_]+)/g)) {
      found.add(constantOf(source, name));
    }
  }
  expect(found.size).toBeGreaterThan(30);
  return found;
}

/** The text of a constant, also where several are set at once. */
function constantOf(source: string, name: string): string {
  for (const [, names = "", values = ""] of source.matchAll(/^([A-Z_, ]+) = (".*")$/gm)) {
    const at = names.split(", ").indexOf(name);
    const text = values.split(", ")[at];
    if (at >= 0 && text) return text.replaceAll('"', "");
  }
  return name;
}
