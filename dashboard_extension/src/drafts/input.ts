import { isExact } from "../format/exact";
import type { SalesDraftInput } from "../generated/graphql";
import type { AddressForm, AdjustmentForm, DraftForm, LineForm, PartyForm } from "./form";

/** What keeps a form from being sent: the field's place, e.g. `lines.0.quantity`. */
export type Faults = ReadonlyMap<string, "NUMBER" | "NEEDED">;

export interface Read {
  input: SalesDraftInput;
  faults: Faults;
}

/**
 * The form as the API takes it, and where it is no number yet. A fault is only what can't be sent:
 * whether it makes a right invoice is the API's to judge.
 */
export function readForm(form: DraftForm): Read {
  const faults = new Map<string, "NUMBER" | "NEEDED">();
  const number = (text: string, place: string): string => {
    if (isExact(text)) return text;
    faults.set(place, text.trim() === "" ? "NEEDED" : "NUMBER");
    return "0"; // an empty field may be kept and looked at, but not issued
  };
  if (!form.currency) faults.set("currency", "NEEDED");
  const input: SalesDraftInput = {
    ...plain(form),
    buyer: party(form.buyer),
    deliveryAddress: form.deliverElsewhere ? address(form.deliveryAddress) : null,
    lines: form.lines
      .filter((each) => !isBlank(each))
      .map((each, index) => line(each, `lines.${index}`, number)),
    allowances: form.allowances.map((each, index) => adjust(each, `allowances.${index}`, number)),
    charges: form.charges.map((each, index) => adjust(each, `charges.${index}`, number)),
    notes: form.notes.map(({ text }) => text.trim()).filter(Boolean),
  };
  return { input, faults };
}

/** A line that nobody has begun: it is kept on the page and left out of the draft. */
export function isBlank({ name, description, sku, unitPrice, discount }: LineForm): boolean {
  return [name, description, sku, unitPrice, discount].every((text) => text.trim() === "");
}

/** The place of a line in what is sent; blank ones don't count. */
export function sentIndex(lines: readonly LineForm[], id: string): number {
  return lines.filter((line) => !isBlank(line)).findIndex((line) => line.id === id);
}

type Numbers = (text: string, place: string) => string;

function plain(form: DraftForm) {
  return {
    legalEntity: form.legalEntity,
    channel: form.channel,
    currency: form.currency,
    language: form.language,
    orderId: form.orderId || null,
    customerId: form.customerId || null,
    customerEmail: form.customerEmail.trim(),
    supplyDate: form.supplyDate || null,
    dueDate: form.dueDate || null,
    paymentTerms: form.paymentTerms.trim(),
    buyerReference: form.buyerReference.trim(),
    purchaseOrder: form.purchaseOrder.trim(),
    pricesIncludeTax: form.pricesIncludeTax,
  };
}

function party(buyer: PartyForm): SalesDraftInput["buyer"] {
  const value = buyer.electronicAddress.trim();
  return {
    name: buyer.name.trim(),
    tradingName: buyer.tradingName.trim(),
    person: buyer.person.trim(),
    vatId: cleanVatId(buyer.vatId),
    electronicAddress: value ? { value, scheme: buyer.electronicScheme.trim() } : null,
    address: address(buyer.address),
  };
}

function address(one: AddressForm): SalesDraftInput["buyer"]["address"] {
  return {
    street: one.street.trim(),
    additional: one.additional.trim(),
    postalCode: one.postalCode.trim(),
    city: one.city.trim(),
    subdivision: one.subdivision.trim(),
    country: one.country,
  };
}

function line(each: LineForm, place: string, number: Numbers): SalesDraftInput["lines"][number] {
  const discount = each.discount.trim() ? number(each.discount, `${place}.discount`) : null;
  return {
    id: each.id,
    name: each.name.trim(),
    description: each.description.trim(),
    sku: each.sku.trim(),
    quantity: number(each.quantity, `${place}.quantity`),
    unitCode: each.unitCode,
    unitPrice: number(each.unitPrice, `${place}.unitPrice`),
    discountPercent: each.discountKind === "PERCENT" ? discount : null,
    discountAmount: each.discountKind === "AMOUNT" ? discount : null,
    discountReason: each.discountReason.trim(),
    taxCategory: each.taxCategory || null,
    taxRate: number(each.taxRate, `${place}.taxRate`),
    exemptionReason: each.exemptionReason.trim(),
    exemptionCode: each.exemptionCode.trim(),
    orderLineId: each.orderLineId,
  };
}

function adjust(
  each: AdjustmentForm,
  place: string,
  number: Numbers,
): NonNullable<SalesDraftInput["charges"]>[number] {
  return {
    id: each.id,
    amount: number(each.amount, `${place}.amount`),
    reason: each.reason.trim(),
    taxCategory: each.taxCategory || null,
    taxRate: number(each.taxRate, `${place}.taxRate`),
  };
}

/** `de 811 907 980` as it is written on documents: `DE811907980`. */
export function cleanVatId(vatId: string): string {
  return vatId.replaceAll(/[\s.-]/g, "").toUpperCase();
}
