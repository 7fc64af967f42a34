import type { SalesDocumentVatCategory, SalesDraftInput } from "../generated/graphql";

/** A draft as it is being typed: numbers are exact decimals, or what was typed where it is none. */
export interface DraftForm {
  legalEntity: string;
  channel: string;
  currency: string;
  language: string;
  orderId: string;
  customerId: string;
  customerEmail: string;
  buyer: PartyForm;
  deliverElsewhere: boolean;
  deliveryAddress: AddressForm;
  supplyDate: string;
  dueDate: string;
  paymentTerms: string;
  buyerReference: string;
  purchaseOrder: string;
  pricesIncludeTax: boolean;
  lines: readonly LineForm[];
  allowances: readonly AdjustmentForm[];
  charges: readonly AdjustmentForm[];
  notes: readonly NoteForm[];
}

export interface PartyForm {
  name: string;
  tradingName: string;
  person: string;
  vatId: string;
  electronicAddress: string;
  electronicScheme: string;
  address: AddressForm;
}

export interface AddressForm {
  street: string;
  additional: string;
  postalCode: string;
  city: string;
  subdivision: string;
  country: string;
}

export type Category = SalesDocumentVatCategory | "";

export interface LineForm {
  /** Its name, here and in the draft that is kept. */
  id: string;
  name: string;
  description: string;
  sku: string;
  quantity: string;
  unitCode: string;
  unitPrice: string;
  discountKind: "PERCENT" | "AMOUNT";
  discount: string;
  discountReason: string;
  taxCategory: Category;
  taxRate: string;
  exemptionReason: string;
  exemptionCode: string;
  orderLineId: string;
}

export interface AdjustmentForm {
  id: string;
  amount: string;
  reason: string;
  taxCategory: Category;
  taxRate: string;
}

export interface NoteForm {
  id: string;
  text: string;
}

/** What the API gives back for what was put in; absent parts are null. */
export type ServerForm = {
  [Field in keyof Required<SalesDraftInput>]: Exclude<SalesDraftInput[Field], undefined>;
};

export const NO_ADDRESS: AddressForm = {
  street: "",
  additional: "",
  postalCode: "",
  city: "",
  subdivision: "",
  country: "",
};

export const UNIT_CODES = [
  "C62",
  "HUR",
  "DAY",
  "MON",
  "KGM",
  "GRM",
  "LTR",
  "MTR",
  "MTK",
  "MTQ",
  "KMT",
  "SET",
  "XPP",
] as const;

export const CATEGORIES: readonly SalesDocumentVatCategory[] = [
  "STANDARD",
  "ZERO",
  "EXEMPT",
  "REVERSE_CHARGE",
  "INTRA_COMMUNITY",
  "EXPORT",
  "OUTSIDE_SCOPE",
];

let made = 0;

/** A name for a new row. */
export function newId(): string {
  made += 1;
  return `new-${Date.now().toString(36)}-${made}`;
}

export function emptyLine(taxRate = ""): LineForm {
  return {
    id: newId(),
    name: "",
    description: "",
    sku: "",
    quantity: "1",
    unitCode: "C62",
    unitPrice: "",
    discountKind: "PERCENT",
    discount: "",
    discountReason: "",
    taxCategory: "",
    taxRate,
    exemptionReason: "",
    exemptionCode: "",
    orderLineId: "",
  };
}

export function emptyAdjustment(taxRate = ""): AdjustmentForm {
  return { id: newId(), amount: "", reason: "", taxCategory: "", taxRate };
}

/** A page with nothing on it but one line to begin with. */
export function emptyForm(): DraftForm {
  return {
    legalEntity: "",
    channel: "",
    currency: "",
    language: "",
    orderId: "",
    customerId: "",
    customerEmail: "",
    buyer: {
      name: "",
      tradingName: "",
      person: "",
      vatId: "",
      electronicAddress: "",
      electronicScheme: "",
      address: NO_ADDRESS,
    },
    deliverElsewhere: false,
    deliveryAddress: NO_ADDRESS,
    supplyDate: "",
    dueDate: "",
    paymentTerms: "",
    buyerReference: "",
    purchaseOrder: "",
    pricesIncludeTax: false,
    lines: [emptyLine()],
    allowances: [],
    charges: [],
    notes: [],
  };
}

/** The form of what the API has. */
export function formOf(server: ServerForm): DraftForm {
  const { buyer, deliveryAddress, lines, allowances, charges, notes, ...rest } = server;
  return {
    ...rest,
    orderId: rest.orderId ?? "",
    customerId: rest.customerId ?? "",
    supplyDate: rest.supplyDate ?? "",
    dueDate: rest.dueDate ?? "",
    legalEntity: rest.legalEntity ?? "",
    channel: rest.channel ?? "",
    language: rest.language ?? "",
    customerEmail: rest.customerEmail ?? "",
    paymentTerms: rest.paymentTerms ?? "",
    buyerReference: rest.buyerReference ?? "",
    purchaseOrder: rest.purchaseOrder ?? "",
    pricesIncludeTax: rest.pricesIncludeTax ?? false,
    buyer: partyOf(buyer),
    deliverElsewhere: deliveryAddress !== null,
    deliveryAddress: addressOf(deliveryAddress),
    lines: lines.map(lineOf),
    allowances: (allowances ?? []).map(adjustmentOf),
    charges: (charges ?? []).map(adjustmentOf),
    notes: (notes ?? []).map((text, index) => ({ id: `note-${index}`, text })),
  };
}

function partyOf(party: ServerForm["buyer"]): PartyForm {
  return {
    name: party.name,
    tradingName: party.tradingName ?? "",
    person: party.person ?? "",
    vatId: party.vatId ?? "",
    electronicAddress: party.electronicAddress?.value ?? "",
    electronicScheme: party.electronicAddress?.scheme ?? "",
    address: addressOf(party.address),
  };
}

function addressOf(address: ServerForm["deliveryAddress"]): AddressForm {
  if (address === null) return NO_ADDRESS;
  const { street, additional, postalCode, city, subdivision, country } = {
    ...NO_ADDRESS,
    ...address,
  };
  return {
    street: street ?? "",
    additional: additional ?? "",
    postalCode: postalCode ?? "",
    city: city ?? "",
    subdivision: subdivision ?? "",
    country,
  };
}

function lineOf(line: ServerForm["lines"][number], index: number): LineForm {
  const discount = line.discountPercent ?? line.discountAmount ?? "";
  return {
    id: line.id || `line-${index}`,
    name: line.name,
    description: line.description ?? "",
    sku: line.sku ?? "",
    quantity: line.quantity,
    unitCode: line.unitCode ?? "C62",
    unitPrice: line.unitPrice,
    discountKind: line.discountAmount == null ? "PERCENT" : "AMOUNT",
    discount: discount,
    discountReason: line.discountReason ?? "",
    taxCategory: line.taxCategory ?? "",
    taxRate: line.taxRate,
    exemptionReason: line.exemptionReason ?? "",
    exemptionCode: line.exemptionCode ?? "",
    orderLineId: line.orderLineId ?? "",
  };
}

function adjustmentOf(
  one: NonNullable<ServerForm["charges"]>[number],
  index: number,
): AdjustmentForm {
  return {
    id: one.id || `row-${index}`,
    amount: one.amount,
    reason: one.reason,
    taxCategory: one.taxCategory ?? "",
    taxRate: one.taxRate,
  };
}
