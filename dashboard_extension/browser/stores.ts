/** Sample stores for the browser tests; the request's `Saleor-Api-Url` chooses one. */
export interface Store {
  documents: Row[];
  problems: Problem[];
  /** Code of the error that every request gets, until a test takes it away. */
  fails?: string;
  /** How long an answer takes. */
  delayMs?: number;
  /** What the person chose for pages. */
  preferences?: Record<string, unknown>;
  /** Whether issuing is refused. */
  refusesIssue?: boolean;
}

export interface Row {
  __typename: "SalesInvoice" | "CreditNote";
  id: string;
  number: string;
  kind: "INVOICE" | "CREDIT_NOTE" | "PROFORMA";
  state: "DRAFT" | "ISSUED";
  testMode: boolean;
  issueDate: string | null;
  dueDate: string | null;
  overdue: boolean;
  source: "OWN" | "IMPORTED";
  createdAt: string;
  failed: boolean;
  customerEmail: string;
  creditable: { total: { amount: string; currency: string }; lines: []; charges: [] } | null;
  orderId: string | null;
  orderNumber: string;
  customerId: string | null;
  channel: string;
  paymentStatus: string | null;
  buyer: { name: string };
  total: { amount: string; currency: string };
  balance: { amount: string; currency: string } | null;
  pdf: { size: number } | null;
  downloadUrl: string | null;
}

export interface Problem {
  id: string;
  code: string;
  message: string;
  remedy: string;
  subject: string;
  occurrences: number;
  lastSeenAt: string;
  resolvedAt: string | null;
}

/** Who, where, how much, what of it is open, status. */
type Sample = [buyer: string, channel: string, total: string, open: string, status: string];

const SAMPLES: readonly Sample[] = [
  ["Sample Buyer GmbH", "channel-eur", "EUR 1190.00", "0.00", "PAID"],
  ["Firma Przykładowa Sp. z o.o.", "channel-pln", "PLN 21203.50", "21203.50", "UNPAID"],
  ["Example Stores Inc.", "default-channel", "USD 65.85", "0.00", "PAID"],
  ["株式会社サンプル", "channel-jpy", "JPY 5400", "0", "REFUNDED"],
  ["Sample Trading Company W.L.L.", "channel-kwd", "KWD 15.925", "0.000", "OVERPAID"],
  ["Exemple Distribution SARL", "channel-eur", "EUR 140.20", "40.20", "PARTIALLY_PAID"],
  ["Example Stores Inc.", "default-channel", "USD 76.10", "0.00", "PARTIALLY_REFUNDED"],
  ["Sample Buyer GmbH", "channel-eur", "EUR 99.00", "99.00", "CANCELLED"],
];

export function sampleStores(): Map<string, Store> {
  return new Map<string, Store>([
    ["busy", { documents: documents(120), problems: [mismatch(), unreachable()] }],
    ["plain", { documents: documents(14), problems: [] }],
    ["empty", { documents: [], problems: [] }],
    ["long", { documents: longOnes(), problems: [longProblem()] }],
    ["failing", { documents: documents(3), problems: [], fails: "INTERNAL_ERROR" }],
    ["forbidden", { documents: [], problems: [], fails: "PERMISSION_DENIED" }],
    ["slow", { documents: documents(14), problems: [], delayMs: 1_500 }],
    ["refusing", { documents: [], problems: [mismatch()], refusesIssue: true }],
    ["order", { documents: orderDocuments(), problems: [] }],
    ["issuing", { documents: [], problems: [] }],
  ]);
}

export const SAMPLE_ORDER = "T3JkZXI6c2FtcGxl";
export const SAMPLE_CUSTOMER = "VXNlcjo0Ng==";

/** A document as it is right after issuing: its PDF is still on its way. */
export function justIssued(orderId: string): Row {
  return { ...document(0, 1), number: "INV-2026-00501", orderId, pdf: null, downloadUrl: null };
}

function documents(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => document(index, count));
}

function document(index: number, count: number): Row {
  const place = count - index;
  const [buyer, channel, total, open, status] = SAMPLES[index % SAMPLES.length] as Sample;
  const [currency = "", amount = ""] = total.split(" ");
  const id = Buffer.from(`SalesInvoice:${place}`).toString("base64");
  const day = new Date(Date.UTC(2026, 10, 22) - index * 7 * 3_600_000).toISOString().slice(0, 10);
  return {
    __typename: "SalesInvoice",
    id,
    number: `INV-2026-${String(place).padStart(5, "0")}`,
    kind: "INVOICE",
    state: "ISSUED",
    testMode: false,
    issueDate: day,
    dueDate: null,
    overdue: false,
    source: "OWN",
    createdAt: `${day}T09:00:00Z`,
    failed: false,
    customerEmail: "buyer@example.com",
    creditable: { total: { amount, currency }, lines: [], charges: [] },
    orderId: Buffer.from(`Order:${place}`).toString("base64"),
    orderNumber: String(place + 20),
    customerId: index % 3 === 2 ? null : SAMPLE_CUSTOMER,
    channel,
    paymentStatus: status,
    buyer: { name: buyer },
    total: { amount, currency },
    balance: { amount: open, currency },
    pdf: { size: 48_213 },
    downloadUrl: `https://invoices.example.com/documents/${encodeURIComponent(id)}/`,
  };
}

function orderDocuments(): Row[] {
  const [invoice, note] = documents(2) as [Row, Row];
  const of = { orderId: SAMPLE_ORDER, orderNumber: "21" };
  return [
    {
      ...note,
      ...of,
      __typename: "CreditNote",
      kind: "CREDIT_NOTE",
      number: "CN-2026-00003",
      paymentStatus: null,
      balance: null,
      total: { amount: "-190.00", currency: "EUR" },
    },
    {
      ...invoice,
      ...of,
      balance: { amount: "190.00", currency: "EUR" },
      paymentStatus: "PARTIALLY_PAID",
    },
  ];
}

function longOnes(): Row[] {
  const rows = documents(4);
  const name =
    "Zakład Produkcyjno-Usługowo-Handlowy „Przykładowa Nazwa” Spółka z ograniczoną odpowiedzialnością Spółka komandytowa";
  return rows.map((row, index) => ({
    ...row,
    number: index === 0 ? "FV/2026/11/ODDZIAŁ-WROCŁAW-ŚRÓDMIEŚCIE/0000000000123" : row.number,
    buyer: { name: index === 1 ? '<b>Sample & Sons</b> "quoted"' : name },
    channel: "channel-with-a-very-long-slug-for-central-europe",
    total: { amount: "123456789012.34", currency: "EUR" },
    balance: { amount: "123456789012.34", currency: "EUR" },
    paymentStatus: "PARTIALLY_REFUNDED",
    testMode: index === 2,
    state: index === 3 ? ("DRAFT" as const) : row.state,
    ...(index === 3 ? { number: "", issueDate: null, pdf: null, downloadUrl: null } : {}),
  }));
}

function mismatch(): Problem {
  return {
    id: "U2FsZXNQcm9ibGVtOjE=",
    code: "TOTALS_DISAGREE",
    message:
      "Order 27 was not invoiced: lines, shipping and prepaid amounts are 0.03 USD less than the order's total.",
    remedy: "Check the order's prices in Saleor, then try again.",
    subject: `order:${SAMPLE_ORDER}`,
    occurrences: 3,
    lastSeenAt: "2026-11-22T10:29:00Z",
    resolvedAt: null,
  };
}

function unreachable(): Problem {
  return {
    ...mismatch(),
    id: "U2FsZXNQcm9ibGVtOjI=",
    code: "PUBLISH_FAILED",
    message: "Invoice INV-2026-00042 could not be shown on its order: Saleor did not answer.",
    remedy: "The app goes on trying. If this stays, check that Saleor can be reached.",
    subject: "document:7b0c7a64-6f3c-4b62-9a3e-0d6c5f1f2a11",
    occurrences: 1,
  };
}

function longProblem(): Problem {
  return {
    ...mismatch(),
    message: `${mismatch().message} ${"Averylongwordwithoutanyspace".repeat(8)}`,
  };
}
