import type {
  SalesDocumentFilter,
  SalesDocumentKind,
  SalesDocumentPaymentStatus,
  SalesDocumentSource,
  SalesDocumentState,
} from "../generated/graphql";

export interface Range {
  from: string;
  to: string;
}

/** Something with an id, and what it is called. */
export interface Named {
  id: string;
  name: string;
}

/** What a person may narrow the list by. */
export interface Filters {
  date: Range;
  due: Range;
  total: Range;
  currency: readonly string[];
  payment: readonly SalesDocumentPaymentStatus[];
  kind: readonly SalesDocumentKind[];
  state: SalesDocumentState | "";
  channel: readonly string[];
  /** Saleor's id and the name that was chosen. */
  customer: Named | undefined;
  source: SalesDocumentSource | "";
  /** The systems that imported documents came from, as imports name them. */
  sourceSystem: readonly string[];
  /** The import that brought it last, and its file: it is set by the import's own page. */
  importJob: Named | undefined;
  overdue: boolean;
  failed: boolean;
  test: "yes" | "no" | "";
}

export type FilterName = keyof Filters;

export const PAYMENT_STATUSES: readonly SalesDocumentPaymentStatus[] = [
  "UNPAID",
  "PARTIALLY_PAID",
  "PAID",
  "OVERPAID",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
  "CANCELLED",
];
export const KINDS: readonly SalesDocumentKind[] = ["INVOICE", "CREDIT_NOTE", "PROFORMA"];
export const STATES: readonly SalesDocumentState[] = ["DRAFT", "ISSUED"];
export const SOURCES: readonly SalesDocumentSource[] = ["OWN", "IMPORTED"];

const NO_RANGE: Range = { from: "", to: "" };
export const NO_FILTERS: Filters = {
  date: NO_RANGE,
  due: NO_RANGE,
  total: NO_RANGE,
  currency: [],
  payment: [],
  kind: [],
  state: "",
  channel: [],
  customer: undefined,
  source: "",
  sourceSystem: [],
  importJob: undefined,
  overdue: false,
  failed: false,
  test: "",
};
export const FILTER_NAMES = Object.keys(NO_FILTERS) as FilterName[];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^-?\d{1,15}(\.\d{1,6})?$/;
const CURRENCY = /^[A-Z]{3}$/;
/** The API takes no more values of one filter. */
const MOST_VALUES = 50;

/** The filters in an address; what makes no sense counts as not given. */
export function readFilters(params: URLSearchParams): Filters {
  const text = (name: FilterName) => params.get(name) ?? "";
  const list = (name: FilterName) => text(name).split(",").filter(Boolean).slice(0, MOST_VALUES);
  const known = <Value extends string>(name: FilterName, values: readonly Value[]): Value[] =>
    values.filter((value) => list(name).includes(value));
  return {
    date: readRange(text("date"), DAY),
    due: readRange(text("due"), DAY),
    total: readRange(text("total"), AMOUNT),
    currency: list("currency").filter((each) => CURRENCY.test(each)),
    payment: known("payment", PAYMENT_STATUSES),
    kind: known("kind", KINDS),
    state: known("state", STATES)[0] ?? "",
    channel: list("channel"),
    customer: readNamed(text("customer")),
    source: known("source", SOURCES)[0] ?? "",
    sourceSystem: list("sourceSystem"),
    importJob: readNamed(text("importJob")),
    overdue: text("overdue") === "yes",
    failed: text("failed") === "yes",
    test: known("test", ["yes", "no"] as const)[0] ?? "",
  };
}

/** Puts filters into an address; those that are off are left out. */
export function writeFilters(params: URLSearchParams, filters: Filters): void {
  for (const name of FILTER_NAMES) {
    params.delete(name);
    const value = filterText(name, filters);
    if (value) params.set(name, value);
  }
}

/** Those that narrow the list, in a fixed order. */
export function activeFilters(filters: Filters): FilterName[] {
  return FILTER_NAMES.filter((name) => filterText(name, filters) !== "");
}

/** The filters without one of them. */
export function withoutFilter(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: NO_FILTERS[name] };
}

/** The filters in the API's words; only those that are on. */
export function filterInput(filters: Filters): SalesDocumentFilter {
  const { date, due, total, currency, payment, kind, channel, sourceSystem } = filters;
  const wanted: SalesDocumentFilter = {};
  if (isOn(date)) wanted.issueDate = bounds(date);
  if (isOn(due)) wanted.dueDate = bounds(due);
  if (isOn(total)) wanted.total = bounds(total);
  if (currency.length > 0) wanted.currency = [...currency];
  if (payment.length > 0) wanted.paymentStatus = [...payment];
  if (kind.length > 0) wanted.kind = [...kind];
  if (channel.length > 0) wanted.channel = [...channel];
  if (sourceSystem.length > 0) wanted.sourceSystem = [...sourceSystem];
  if (filters.state) wanted.state = filters.state;
  if (filters.source) wanted.source = filters.source;
  if (filters.customer) wanted.customerId = filters.customer.id;
  if (filters.importJob) wanted.importJob = filters.importJob.id;
  if (filters.overdue) wanted.overdue = true;
  if (filters.failed) wanted.failed = true;
  if (filters.test) wanted.testMode = filters.test === "yes";
  return wanted;
}

function filterText(name: FilterName, filters: Filters): string {
  const value = filters[name];
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "";
  if ("id" in value) return `${value.id}~${value.name}`;
  if ("from" in value) return isOn(value) ? `${value.from}..${value.to}` : "";
  return value.join(",");
}

function readRange(text: string, form: RegExp): Range {
  const [from = "", to = ""] = text.split("..");
  return { from: form.test(from) ? from : "", to: form.test(to) ? to : "" };
}

function readNamed(text: string): Named | undefined {
  const at = text.indexOf("~");
  if (at < 1) return undefined;
  return { id: text.slice(0, at), name: text.slice(at + 1) };
}

function isOn({ from, to }: Range): boolean {
  return from !== "" || to !== "";
}

function bounds({ from, to }: Range): { gte: string | null; lte: string | null } {
  return { gte: from || null, lte: to || null };
}
