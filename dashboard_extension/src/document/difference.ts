/** How an order differs from its invoices, as the API tells it (JSON). */
export interface Difference {
  currency: string;
  grossBefore: string;
  grossNow: string;
  buyerChanged: boolean;
  billingAddressChanged: boolean;
  deliveryAddressChanged: boolean;
  lines: readonly LineChange[];
}

export interface LineChange {
  sourceId: string;
  name: string;
  change: "added" | "removed" | "changed";
  quantityBefore: string;
  quantityNow: string;
  grossBefore: string;
  grossNow: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The difference; undefined where there is none, or none that this page can read. */
export function differenceOf(value: unknown): Difference | undefined {
  if (!isRecord(value)) return undefined;
  const lines = Array.isArray(value.lines) ? value.lines.filter(isRecord) : [];
  return {
    currency: text(value, "currency"),
    grossBefore: text(value, "gross_before"),
    grossNow: text(value, "gross_now"),
    buyerChanged: value.buyer_changed === true,
    billingAddressChanged: value.billing_address_changed === true,
    deliveryAddressChanged: value.delivery_address_changed === true,
    lines: lines.map(lineOf),
  };
}

function lineOf(line: Json): LineChange {
  const change = text(line, "change");
  return {
    sourceId: text(line, "source_id"),
    name: text(line, "name"),
    change: change === "added" || change === "removed" ? change : "changed",
    quantityBefore: text(line, "quantity_before"),
    quantityNow: text(line, "quantity_now"),
    grossBefore: text(line, "gross_before"),
    grossNow: text(line, "gross_now"),
  };
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(from: Json, name: string): string {
  const value = from[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
