import { describe, expect, it } from "vitest";
import { awaiting } from "../../src/document/awaiting";
import { differenceOf } from "../../src/document/difference";
import { momentOf, today } from "../../src/document/moments";
import { relations } from "../../src/document/parts/LinkedDocuments";
import type { Linked, SalesDocument } from "../../src/document/useDocument";
import { formatQuantity, formatRate } from "../../src/document/words";

const NOW = Date.parse("2026-11-29T10:00:00Z");
const DONE = {
  state: "ISSUED",
  source: "OWN",
  erasedAt: null,
  pdf: { size: 1, createdAt: "2026-11-29T10:00:00Z" },
  createdAt: "2026-11-29T09:59:58Z",
  history: [],
  dispatches: [],
  publications: [{ state: "DONE" }],
  transmission: null,
} as unknown as SalesDocument;
const waits = (part: object) => awaiting({ ...DONE, ...part } as SalesDocument, NOW);

describe("what is on its way", () => {
  it("is nothing once all is done, for a draft, and for what was imported", () => {
    expect(waits({})).toBe("nothing");
    expect(waits({ state: "DRAFT", pdf: null })).toBe("nothing");
    expect(waits({ source: "IMPORTED", pdf: null })).toBe("nothing");
  });

  it("is the PDF of a document that was just issued, for a while", () => {
    expect(waits({ pdf: null })).toBe("soon");
    expect(waits({ pdf: null, createdAt: "2026-11-29T08:00:00Z" })).toBe("nothing");
  });

  it("is a mail, a publication, an e-invoice, an answer of VIES", () => {
    expect(waits({ dispatches: [{ state: "SENDING", nextAttemptAt: null }] })).toBe("soon");
    expect(waits({ publications: [{ state: "PENDING" }] })).toBe("soon");
    expect(waits({ transmission: { state: "IN_FLIGHT", nextAttemptAt: null } })).toBe("soon");
    const asked = { event: "vat_check_requested", at: "2026-11-29T09:59:59Z" };
    expect(waits({ history: [asked] })).toBe("soon");
    expect(waits({ history: [asked, { event: "vat_checked", at: asked.at }] })).toBe("nothing");
  });

  it("is asked for seldom where the next attempt is far", () => {
    const later = "2026-11-29T11:00:00Z";
    expect(waits({ dispatches: [{ state: "PENDING", nextAttemptAt: later }] })).toBe("late");
    expect(waits({ dispatches: [{ state: "FAILED", nextAttemptAt: null }] })).toBe("nothing");
  });
});

describe("linked documents", () => {
  const linked = (id: string) => ({ id }) as Linked;

  it("stand there once, by their nearest relation", () => {
    const document = { precedingInvoice: linked("old"), creditNotes: [linked("note")] };
    const found = relations(document as Pick<SalesDocument, "precedingInvoice" | "creditNotes">, [
      linked("note"),
      linked("old"),
      linked("new"),
    ]);
    expect(found.map((one) => [one.relation, one.linked.id])).toEqual([
      ["preceding", "old"],
      ["credit", "note"],
      ["order", "new"],
    ]);
  });
});

describe("an order's difference", () => {
  it("is read from what the API tells", () => {
    const found = differenceOf({
      currency: "EUR",
      gross_before: "10.00",
      gross_now: "12.00",
      buyer_changed: true,
      lines: [{ source_id: "a", name: "Tee", change: "added", quantity_now: "1" }, "x"],
    });
    expect(found).toMatchObject({ grossNow: "12.00", buyerChanged: true });
    expect(found?.lines).toMatchObject([{ name: "Tee", change: "added", quantityBefore: "" }]);
  });

  it("is none where there is none", () => {
    expect([differenceOf(null), differenceOf("x"), differenceOf([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("days and rates", () => {
  it("makes a moment of a day that lies in the past", () => {
    const now = new Date();
    expect(momentOf(today(now), now)).toBe(now.toISOString());
    expect(Date.parse(momentOf("2026-01-02"))).toBe(new Date("2026-01-02T12:00:00").getTime());
  });

  it("shows rates and quantities exactly", () => {
    expect(formatRate("8.875", "en")).toBe("8.875%");
    expect(formatRate("19", "de")).toBe("19\u00a0%");
    expect(formatQuantity("1.500", "de")).toBe("1,5");
  });
});
