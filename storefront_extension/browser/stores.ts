/** A document as the API's resolvers get it. */
export interface Sample {
  __typename: "SalesInvoice" | "CreditNote";
  id: string;
  number: string;
  kind: "INVOICE" | "CREDIT_NOTE";
  issueDate: string;
  dueDate: string | null;
  overdue: boolean;
  currency: string;
  paymentStatus: string | null;
  total: Money;
  balance: Money | null;
  paymentUrl: string;
  [field: string]: unknown;
}
export interface Money {
  amount: string;
  currency: string;
}
export interface SamplePayment {
  id: string;
  key: string;
  state: string;
  provider: "STRIPE" | "SALEOR_APP";
  amount: Money;
  invoiceIds: string[];
  failureCode: string;
  failureMessage: string;
  saveMethod: boolean;
  savedMethodId: string | null;
  processed: unknown[];
}
/** A shop with its customer's documents, and how it takes money. */
export interface Store {
  documents: Sample[];
  payments: SamplePayment[];
  provider: "STRIPE" | "SALEOR_APP" | null;
  gateway?: string;
  refusal?: string;
  minimum?: string;
  step?: string;
  partial?: boolean;
  savedMethods: { id: string; brand: string; last4: string; expMonth: number; expYear: number }[];
  testMode?: boolean;
  /** An error of every answer. */
  fails?: string;
  /** An error of the check before the charge. */
  checkFails?: string;
  /** How often a status is asked before the charge is known. */
  slow?: number;
}

const SELLER = {
  name: "Sample Shop GmbH",
  tradingName: "",
  person: "",
  vatId: "DE123456789",
  address: address("Musterstraße 1", "10115", "Berlin", "DE"),
};
const BUYER = {
  name: "Ada Example",
  tradingName: "",
  person: "",
  vatId: "",
  address: address("12 Sample Road", "EC1A 1BB", "London", "GB"),
};

/** All shops of the tests, by the first part of their host name. */
export function sampleStores(): Map<string, Store> {
  const app = (gateway: string) => store({ provider: "SALEOR_APP", gateway, partial: false });
  return new Map<string, Store>([
    ["plain", store({})],
    ["busy", store({ documents: many(45) })],
    ["empty", store({ documents: [] })],
    ["broken", store({ fails: "INTERNAL_ERROR" })],
    ["signedout", store({ fails: "TOKEN_INVALID" })],
    ["long", store({ documents: long() })],
    ["currencies", store({ documents: currencies() })],
    ["saved", store({ savedMethods: [card("4242"), card("1881")] })],
    ["paidelsewhere", store({ checkFails: "INVOICE_PAID" })],
    ["fell", store({ checkFails: "AMOUNT_TOO_LARGE" })],
    ["slow", store({ slow: 2 })],
    ["endless", store({ slow: 1_000 })],
    ["small", store({ refusal: "AMOUNT_TOO_SMALL", minimum: "0.50" })],
    ["notoffered", store({ provider: null, refusal: "PAYMENT_NOT_OFFERED" })],
    ["external", store({ documents: external() })],
    ["dummy", app("saleor.io.dummy-payment-app")],
    ["stripeapp", app("saleor.app.payment.stripe")],
    ["otherapp", app("example.payments")],
  ]);
}

export function invoice(index: number, fields: Partial<Sample> = {}): Sample {
  const currency = fields.currency ?? "EUR";
  const money = (amount: string) => ({ amount, currency });
  const total = fields.total ?? money("119.00");
  return {
    __typename: "SalesInvoice",
    id: `invoice-${index}`,
    number: `INV-2026-${String(index).padStart(5, "0")}`,
    kind: "INVOICE",
    state: "ISSUED",
    testMode: false,
    issueDate: `2026-11-${String(28 - (index % 28)).padStart(2, "0")}`,
    dueDate: "2026-12-12",
    overdue: false,
    orderId: `T3JkZXI6${index}`,
    orderNumber: String(100 + index),
    orderNumbers: [],
    language: "en",
    erasedAt: null,
    reason: "",
    paymentStatus: "UNPAID",
    currency,
    total,
    net: money("100.00"),
    payable: total,
    balance: total,
    prepaid: money("0.00"),
    rounding: money("0.00"),
    credited: money("0.00"),
    seller: SELLER,
    buyer: BUYER,
    paymentTerms: "Payable within 14 days without deduction.",
    lines: [line("1", "Cotton tee", "2", "59.50"), line("2", "Delivery in a box", "1", "59.50")],
    charges: [],
    allowances: [],
    vatBreakdown: [{ tax: { category: "STANDARD", rate: "19.00" }, taxAmount: "19.00" }],
    notes: [],
    payments: [],
    pdf: { size: 48_213 },
    xml: { size: 9_120 },
    downloadUrl: `/documents/invoice-${index}/`,
    xmlDownloadUrl: `/documents/invoice-${index}/?format=xml`,
    precedingInvoice: null,
    creditNotes: [],
    paymentUrl: "",
    ...fields,
  };
}

function store(fields: Partial<Store>): Store {
  return {
    documents: few(),
    payments: [],
    provider: "STRIPE",
    savedMethods: [],
    partial: true,
    ...fields,
  };
}

function few(): Sample[] {
  const half = { amount: "59.50", currency: "EUR" };
  const none = { amount: "0.00", currency: "EUR" };
  const paid = { kind: "CHARGE", occurredAt: "2026-11-20T09:00:00Z" };
  const note = { id: "credit-1", number: "CN-2026-00001", issueDate: "2026-11-25", total: half };
  return [
    invoice(1),
    invoice(2, { overdue: true, dueDate: "2026-11-01" }),
    invoice(3, {
      paymentStatus: "PARTIALLY_PAID",
      balance: half,
      payments: [{ id: "1", amount: half, ...paid }],
    }),
    invoice(4, { paymentStatus: "PAID", balance: none }),
    { ...creditNote(), id: note.id, number: note.number },
    invoice(6, { paymentStatus: "PARTIALLY_REFUNDED", balance: none, creditNotes: [note] }),
    invoice(7, { currency: "JPY", total: { amount: "2450", currency: "JPY" } }),
    invoice(8, { paymentStatus: "CANCELLED", balance: none }),
  ];
}

function creditNote(): Sample {
  const total = { amount: "59.50", currency: "EUR" };
  const of = { __typename: "SalesInvoice", id: "invoice-6", number: "INV-2026-00006" };
  return invoice(5, {
    __typename: "CreditNote",
    kind: "CREDIT_NOTE",
    dueDate: null,
    paymentStatus: null,
    total,
    balance: null,
    credited: null,
    precedingInvoice: of,
    reason: "Returned",
  });
}

function many(count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => invoice(index + 1));
}

function currencies(): Sample[] {
  const of = (index: number, amount: string, currency: string) =>
    invoice(index, { currency, total: { amount, currency } });
  return [
    of(1, "2450", "JPY"),
    of(2, "15.925", "KWD"),
    of(3, "9007199254740993.07", "USD"),
    of(4, "0.10", "EUR"),
    of(5, "0.20", "EUR"),
  ];
}

function long(): Sample[] {
  const word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";
  return [
    invoice(1, {
      number: `INV/2026/${"0123456789".repeat(5)}`,
      orderNumber: "1".repeat(40),
      seller: { ...SELLER, name: `${word} ${word} GmbH` },
      buyer: { ...BUYER, name: word.repeat(2), person: word },
      lines: [line("1", word.repeat(3), "12.5", "9999999.99")],
      total: { amount: "123456789.99", currency: "EUR" },
      notes: [{ text: word.repeat(5) }],
    }),
    invoice(2),
  ];
}

function external(): Sample[] {
  return [invoice(1, { paymentUrl: "https://pay.example.com/1" }), invoice(2)];
}

function card(last4: string) {
  return { id: `card-${last4}`, brand: "visa", last4, expMonth: 4, expYear: 2031 };
}

function line(id: string, name: string, quantity: string, grossAmount: string) {
  return {
    id,
    name,
    description: "",
    quantity,
    grossAmount,
    tax: { category: "STANDARD", rate: "19.00" },
  };
}

function address(street: string, postalCode: string, city: string, country: string) {
  return { street, additional: "", postalCode, city, subdivision: "", country };
}
