import { html, type TemplateResult } from "lit";
import { isPositive } from "../format/exact";
import type { StorefrontInvoiceRowFragment } from "../generated/graphql";
import type { Language } from "../i18n";
import type { Word } from "../i18n/words/en";
import { clockIcon, tickIcon, warnIcon } from "./icons";

export type Row = StorefrontInvoiceRowFragment;
type Tone = "" | "positive" | "caution" | "negative";

const PAYMENT: Readonly<Record<NonNullable<Row["paymentStatus"]>, [Word, Tone]>> = {
  UNPAID: ["open", "caution"],
  PARTIALLY_PAID: ["partlyPaid", "caution"],
  PAID: ["paid", "positive"],
  OVERPAID: ["overpaid", "positive"],
  REFUNDED: ["refunded", ""],
  PARTIALLY_REFUNDED: ["partlyRefunded", ""],
  CANCELLED: ["cancelled", ""],
};
const ICONS = { positive: tickIcon, caution: clockIcon, negative: warnIcon, "": "" };

/** How a document stands, as word and tone. */
export function standing(row: Row): [Word, Tone] {
  if (row.overdue) return ["overdue", "negative"];
  return row.paymentStatus ? PAYMENT[row.paymentStatus] : ["issued", ""];
}

/** The same as a badge; the word says it, not the colour. */
export function badge(row: Row, { t }: Language): TemplateResult {
  const [word, tone] = standing(row);
  return html`<span part="status" class="badge ${tone}">${ICONS[tone]}${t(word)}</span>`;
}

/** Whether the customer still owes something for it. */
export function isOpen(row: Row): boolean {
  return row.kind === "INVOICE" && row.balance !== null && isPositive(row.balance?.amount ?? "0");
}

/** The invoice's own payment address, which wins over ours; only https is followed. */
export function externalUrl(row: Row): string {
  const url = row.__typename === "SalesInvoice" ? row.paymentUrl : "";
  return url.startsWith("https://") ? url : "";
}
