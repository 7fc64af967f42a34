import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildSchema, type GraphQLSchema, graphql } from "graphql";
import { sum } from "../src/format/exact";
import type { Sample, SamplePayment, Store } from "./stores";

interface ListArgs {
  first?: number | null;
  after?: string | null;
  search?: string | null;
  filter?: { kind?: string[]; paymentStatus?: string[]; overdue?: boolean } | null;
}
interface CreateArgs {
  invoiceIds: string[];
  idempotencyKey: string;
  amount?: string | null;
  saveMethod: boolean;
  savedMethodId?: string | null;
}

let schema: GraphQLSchema | undefined;

/** Answers by the app's own schema, so that no operation or field can be one that it has not. */
export async function answer(
  store: Store,
  body: { query: string; variables: object },
  who: { link: boolean; origin: string },
) {
  const source = resolve(import.meta.dirname, "../../graphql/schema.graphql");
  schema ??= buildSchema(readFileSync(source, "utf8"), { assumeValidSDL: true });
  const result = await graphql({
    schema,
    source: body.query,
    variableValues: body.variables as Record<string, unknown>,
    rootValue: roots(store, who),
  });
  return { data: result.data, errors: result.errors?.map((error) => error.toJSON()) };
}

/** An answer that is an error, as the API words it. */
export function failure(code: string) {
  const message = `The API says ${code}.`;
  return { data: null, errors: [{ message, extensions: { code, params: {} } }] };
}

/** What a provider tells of a charge, by its client secret. */
export function provide(store: Store, secret: string, state: string): void {
  const payment = store.payments.find(({ id }) => secret === `${id}_secret`);
  if (payment && state !== "declined")
    settle(store, payment, state === "lost" ? "succeeded" : state);
}

function roots(store: Store, who: { link: boolean; origin: string }) {
  const found = (id: string | null) =>
    store.documents.find((row) => row.id === id || (id === null && who.link)) ?? null;
  const payment = (id: string) => store.payments.find((each) => each.id === id) ?? null;
  const shown = (id: string) => view(store, payment(id), who.origin);
  return {
    salesInvoices: (args: ListArgs) => connection(store, args),
    salesInvoice: ({ id }: { id: string | null }) => withUrls(found(id), who.origin),
    invoicePaymentOptions: ({ invoiceIds }: { invoiceIds: string[] }) =>
      options(store, invoiceIds, who),
    invoicePaymentCreate: (args: CreateArgs) => view(store, create(store, args), who.origin),
    invoicePaymentCheck: ({ id }: { id: string }) => {
      if (store.checkFails) throw refused(store.checkFails);
      return shown(id);
    },
    invoicePaymentStatus: ({ id }: { id: string }) => {
      tick(store, payment(id));
      return shown(id);
    },
    invoicePaymentCancel: ({ id }: { id: string }) => {
      const given = payment(id);
      if (given?.state === "OPEN") given.state = "CANCELED";
      return shown(id);
    },
    invoicePaymentProcess: ({ id, data }: { id: string; data: unknown }) => {
      process(store, payment(id), data);
      return shown(id);
    },
    invoiceSavedMethodDelete: ({ id }: { id: string }) => {
      store.savedMethods = store.savedMethods.filter((each) => each.id !== id);
      return true;
    },
  };
}

function refused(code: string): Error {
  return Object.assign(new Error(`The API says ${code}.`), { extensions: { code, params: {} } });
}

function withUrls(row: Sample | null, origin: string) {
  if (row === null) return null;
  const { downloadUrl, xmlDownloadUrl } = row;
  return {
    ...row,
    downloadUrl: downloadUrl ? `${origin}${downloadUrl}` : null,
    xmlDownloadUrl: xmlDownloadUrl ? `${origin}${xmlDownloadUrl}` : null,
  };
}

function connection(store: Store, args: ListArgs) {
  const rows = store.documents.filter((row) => fits(row, args));
  const start = args.after ? Number(args.after) : 0;
  const end = start + (args.first ?? 20);
  const edges = rows.slice(start, end).map((node) => ({ node, cursor: "" }));
  return { edges, pageInfo: { hasNextPage: end < rows.length, endCursor: String(end) } };
}

function fits(row: Sample, { search, filter }: ListArgs): boolean {
  const text = `${row.number} ${row.orderNumber}`.toLowerCase();
  return (
    (!search || text.includes(search.toLowerCase())) &&
    (!filter?.kind || filter.kind.includes(row.kind)) &&
    (!filter?.overdue || row.overdue) &&
    (!filter?.paymentStatus || filter.paymentStatus.includes(row.paymentStatus ?? ""))
  );
}

function options(store: Store, ids: string[], who: { link: boolean }) {
  const rows = store.documents.filter(({ id }) => ids.includes(id));
  const currency = rows[0]?.currency ?? "EUR";
  const due = sum(rows.map(({ balance }) => balance?.amount ?? "0"));
  const nothing = /^[0.]*$/.test(due);
  return {
    provider: store.provider,
    refusal: nothing ? "NOTHING_DUE" : (store.refusal ?? ""),
    externalUrl: rows.find(({ paymentUrl }) => paymentUrl)?.paymentUrl ?? "",
    total: { amount: due, currency },
    minimum: { amount: store.minimum ?? "0.50", currency },
    step: { amount: store.step ?? "0.01", currency },
    partial: store.partial ?? true,
    testMode: store.testMode ?? false,
    savedMethods: who.link ? [] : store.savedMethods,
  };
}

function create(store: Store, args: CreateArgs): SamplePayment {
  const known = store.payments.find(({ key }) => key === args.idempotencyKey);
  if (known) return known;
  const rows = store.documents.filter(({ id }) => args.invoiceIds.includes(id));
  const amount = args.amount ?? sum(rows.map(({ balance }) => balance?.amount ?? "0"));
  const payment: SamplePayment = {
    id: `payment-${store.payments.length + 1}`,
    key: args.idempotencyKey,
    state: "OPEN",
    provider: store.provider ?? "STRIPE",
    amount: { amount, currency: rows[0]?.currency ?? "EUR" },
    invoiceIds: args.invoiceIds,
    failureCode: "",
    failureMessage: "",
    saveMethod: args.saveMethod,
    savedMethodId: args.savedMethodId ?? null,
    processed: [],
  };
  store.payments.push(payment);
  return payment;
}

function view(store: Store, payment: SamplePayment | null, origin: string) {
  if (payment === null) return null;
  const rows = store.documents.filter(({ id }) => payment.invoiceIds.includes(id));
  const scriptUrl = `${origin}/stripe.js`;
  const clientSecret = `${payment.id}_secret`;
  const own = payment.provider === "STRIPE" && payment.state === "OPEN";
  return {
    ...payment,
    testMode: store.testMode ?? false,
    parts: rows.map((invoice) => ({ invoice, amount: invoice.balance ?? invoice.total })),
    stripe: own ? { publishableKey: "pk_test_sample", clientSecret, scriptUrl } : null,
    saleorApp: payment.provider === "SALEOR_APP" ? appSession(store, payment, scriptUrl) : null,
  };
}

function appSession({ gateway }: Store, payment: SamplePayment, scriptUrl: string) {
  const stripe = gateway === "saleor.app.payment.stripe";
  const secret = { paymentIntent: { stripeClientSecret: `${payment.id}_secret` } };
  return {
    gateway,
    gatewayData: stripe ? { stripePublishableKey: "pk_test_app" } : null,
    transactionId: payment.processed.length > 0 ? "VHJhbnNhY3Rpb246MQ==" : null,
    data: stripe && payment.processed.length > 0 ? secret : null,
    scriptUrl,
  };
}

function process(store: Store, payment: SamplePayment | null, data: unknown): void {
  payment?.processed.push(data);
  const { event } = (data ?? {}) as { event?: { type?: string } };
  if (payment && event?.type === "CHARGE_SUCCESS") settle(store, payment, "succeeded");
}

function tick(store: Store, payment: SamplePayment | null): void {
  if (payment?.state !== "PROCESSING" || store.slow === undefined) return;
  store.slow -= 1;
  if (store.slow <= 0) succeed(store, payment);
}

function settle(store: Store, payment: SamplePayment, state: string): void {
  if (state === "failed") {
    Object.assign(payment, {
      state: "FAILED",
      failureCode: "DECLINED",
      failureMessage: "Your bank said no.",
    });
  } else if (state === "refused") {
    const failureMessage = "This PaymentMethod failed: confirm with another one.";
    Object.assign(payment, { failureCode: "authentication_failure", failureMessage });
  } else if (store.slow) payment.state = "PROCESSING";
  else if (state === "succeeded") succeed(store, payment);
}

function succeed(store: Store, payment: SamplePayment): void {
  payment.state = "SUCCEEDED";
  for (const row of store.documents.filter(({ id }) => payment.invoiceIds.includes(id))) {
    row.balance = { amount: row.total.amount.replaceAll(/\d/g, "0"), currency: row.currency };
    row.paymentStatus = "PAID";
    row.overdue = false;
  }
}
