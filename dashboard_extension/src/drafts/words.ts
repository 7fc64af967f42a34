import type { MessageKey, PluralKey } from "../i18n/catalogue";
import type { Translate } from "../i18n/translate";
import type { AddressForm, AdjustmentForm, DraftForm, LineForm, NoteForm } from "./form";
import type { Part } from "./merge";

type Word = Exclude<MessageKey, PluralKey>;

const PARTS: Readonly<Record<string, Word>> = {
  legalEntity: "draft.seller",
  channel: "draft.channel",
  currency: "draft.currency",
  language: "draft.language",
  orderId: "draft.order",
  customerId: "draft.buyer.customer",
  customerEmail: "draft.buyer.email",
  deliverElsewhere: "draft.delivery",
  deliveryAddress: "draft.delivery",
  supplyDate: "draft.supplyDate",
  dueDate: "draft.dueDate",
  paymentTerms: "draft.terms.text",
  buyerReference: "draft.buyer.reference",
  purchaseOrder: "draft.buyer.purchaseOrder",
  pricesIncludeTax: "draft.prices",
  allowances: "draft.allowance",
  charges: "draft.charge",
  notes: "draft.notes",
  "buyer.name": "draft.buyer.name",
  "buyer.tradingName": "draft.buyer.tradingName",
  "buyer.person": "draft.buyer.person",
  "buyer.vatId": "draft.buyer.vatId",
  "buyer.electronicAddress": "draft.buyer.electronic",
  "buyer.electronicScheme": "draft.buyer.scheme",
  "buyer.address": "draft.buyer",
};

/** What a part of the form is called. */
export function partLabel(part: Part, form: DraftForm, other: DraftForm, t: Translate): string {
  const word = PARTS[part];
  if (word) return t(word);
  const id = part.slice("lines.".length);
  const at = (lines: DraftForm["lines"]) => lines.findIndex((line) => line.id === id);
  const place = at(form.lines) < 0 ? at(other.lines) : at(form.lines);
  return t("draft.line", { place: `${place + 1}` });
}

/** What stands in a part of the form, in one line. */
export function valueText(part: Part, value: unknown, t: Translate): string {
  if (value === undefined) return t("conflict.empty");
  if (part === "pricesIncludeTax") return t(value ? "draft.prices.gross" : "draft.prices.net");
  if (typeof value === "boolean") return t(value ? "ui.yes" : "ui.no");
  if (typeof value === "string") return value || t("conflict.empty");
  if (Array.isArray(value))
    return value.map((row) => rowText(row)).join("; ") || t("conflict.empty");
  if (part.startsWith("lines.")) return lineText(value as LineForm);
  return addressText(value as AddressForm) || t("conflict.empty");
}

function lineText(line: LineForm): string {
  const discount =
    line.discount && `-${line.discount}${line.discountKind === "PERCENT" ? " %" : ""}`;
  const price = `${line.quantity} × ${line.unitPrice}`;
  const tax = [line.taxRate && `${line.taxRate} %`, line.taxCategory].filter(Boolean).join(" ");
  return [line.name, line.description, line.sku, price, discount, tax].filter(Boolean).join(", ");
}

function rowText(row: AdjustmentForm | NoteForm): string {
  if ("text" in row) return row.text;
  return [row.reason, row.amount, row.taxRate && `${row.taxRate} %`].filter(Boolean).join(", ");
}

function addressText(address: AddressForm): string {
  const { street, additional, postalCode, city, subdivision, country } = address;
  const place = [postalCode, city].filter(Boolean).join(" ");
  return [street, additional, place, subdivision, country].filter(Boolean).join(", ");
}
