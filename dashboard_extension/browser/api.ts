import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildSchema, type GraphQLSchema, graphql } from "graphql";
import { justIssued, type Row, type Store } from "./stores";

type Field = "CREATED_AT" | "ISSUE_DATE" | "NUMBER" | "TOTAL" | "BALANCE";

interface ListArgs {
  first?: number | null;
  after?: string | null;
  search?: string | null;
  filter?: { orderId?: string | null; customerId?: string | null } | null;
  sortBy?: { field: Field; direction: "ASC" | "DESC" } | null;
}

const KEYS: Readonly<Record<Field, (row: Row) => string | number>> = {
  CREATED_AT: (row) => row.createdAt,
  ISSUE_DATE: (row) => row.issueDate ?? "",
  NUMBER: (row) => row.number,
  TOTAL: (row) => Number(row.total.amount),
  BALANCE: (row) => Number(row.balance?.amount ?? 0),
};

let schema: GraphQLSchema | undefined;

/** Answers by the app's own schema, so that no operation or field can be one that it has not. */
export async function answer(store: Store, body: { query: string; variables: object }) {
  const source = resolve(import.meta.dirname, "../../graphql/schema.graphql");
  schema ??= buildSchema(readFileSync(source, "utf8"), { assumeValidSDL: true });
  const result = await graphql({
    schema,
    source: body.query,
    variableValues: body.variables as Record<string, unknown>,
    rootValue: roots(store),
  });
  return { data: result.data, errors: result.errors?.map((error) => error.toJSON()) };
}

/** An answer that is an error, as the API words it. */
export function failure(code: string) {
  const message = `The API says ${code}.`;
  return { data: null, errors: [{ message, extensions: { code, params: {} } }] };
}

function roots(store: Store) {
  return {
    salesInvoices: (args: ListArgs) => connection(store, args),
    salesInvoice: ({ id }: { id: string }) => store.documents.find((row) => row.id === id) ?? null,
    problems: ({ subject }: { subject?: string | null }) =>
      store.problems.filter((problem) => !subject || problem.subject === subject),
    invoiceCheck: ({ orderId }: { orderId: string }) => check(store, orderId),
    salesTabs: () => tabs(store),
    salesOverview: () => overview(store),
    salesCustomerAccount: ({ customerId }: { customerId: string }) => account(store, customerId),
    salesPreference: ({ name }: { name: string }) => store.preferences?.[name] ?? null,
    salesPreferenceSet: ({ name, value }: { name: string; value: unknown }) => {
      store.preferences = { ...store.preferences, [name]: value };
      return { name, value };
    },
    salesViews: () => [],
    saleorChannels: () => [],
    store: () => ({ openProblems: store.problems.length }),
    problemRetry: ({ problemId }: { problemId: string }) => retry(store, problemId),
    invoiceIssue: ({ orderId }: { orderId: string }) => issue(store, orderId),
  };
}

function tabs({ documents, problems }: Store) {
  const unpaid = documents.filter((row) => row.paymentStatus === "UNPAID").length;
  const overdue = documents.filter((row) => row.overdue).length;
  return { all: documents.length, toIssue: 0, unpaid, overdue, failed: problems.length };
}

function connection(store: Store, args: ListArgs) {
  const rows = sorted(
    store.documents.filter((row) => fits(row, args)),
    args,
  );
  const start = args.after ? Number(args.after) : 0;
  const end = start + (args.first ?? 20);
  const edges = rows.slice(start, end).map((node) => ({ node, cursor: "" }));
  return { edges, pageInfo: { hasNextPage: end < rows.length, endCursor: String(end) } };
}

function fits(row: Row, { search, filter }: ListArgs): boolean {
  const text = `${row.number} ${row.buyer.name} ${row.orderNumber}`.toLowerCase();
  return (
    (!search || text.includes(search.toLowerCase())) &&
    (!filter?.orderId || row.orderId === filter.orderId) &&
    (!filter?.customerId || row.customerId === filter.customerId)
  );
}

function sorted(rows: Row[], { sortBy }: ListArgs): Row[] {
  const { field, direction } = sortBy ?? { field: "CREATED_AT", direction: "DESC" };
  const key = KEYS[field];
  const sign = direction === "ASC" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [left, right] = [key(one), key(other)];
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
}

/** Whatever is owed in euros: enough for a panel's figures. */
function openOf(rows: readonly Row[]) {
  const owed = rows.filter(({ balance }) => balance !== null && Number(balance.amount) > 0);
  return owed.length > 0 ? [{ amount: owed[0]?.balance, documents: owed.length }] : [];
}

function overview(store: Store) {
  const failed = store.problems.length;
  const none = { overdue: [], dueSoon: [] };
  return { asOf: "2026-11-22", open: openOf(store.documents), ...none, failed, toIssue: 3 };
}

function account(store: Store, customerId: string) {
  const rows = store.documents.filter((row) => row.customerId === customerId);
  const who = { customerId, name: "Sample Buyer GmbH", email: "buyer@example.com" };
  return { ...who, open: openOf(rows), overdue: [], currencies: [], documents: rows.length };
}

function check(store: Store, orderId: string) {
  const existing = store.documents.find((row) => row.orderId === orderId && row.kind === "INVOICE");
  const total = { amount: "65.85", currency: "USD" };
  return { canBeIssued: !existing, findings: [], existing: existing ?? null, total };
}

function issue(store: Store, orderId: string) {
  if (store.refusesIssue) {
    throw Object.assign(new Error("The order has no billing address."), {
      extensions: { code: "BILLING_ADDRESS_MISSING", params: {} },
    });
  }
  const row = justIssued(orderId);
  store.documents = [row];
  setTimeout(() => {
    row.pdf = { size: 48_213 };
    row.downloadUrl = "/documents/just-issued/";
  }, 1_000);
  return { document: row };
}

function retry(store: Store, problemId: string) {
  const problem = store.problems.find(({ id }) => id === problemId);
  store.problems = store.problems.filter(({ id }) => id !== problemId);
  return { problem };
}
