import type { Api } from "../../src/api/client";
import { registerPaymentAdapter } from "../../src/payment/adapters";
import { PaymentFlow } from "../../src/payment/flow";
import type { Payment, PaymentProblem } from "../../src/payment/port";

type Answer = unknown | ((variables: Record<string, unknown>) => unknown);

const money = (amount: string) => ({ amount, currency: "EUR" });
export const options = {
  provider: "SALEOR_APP",
  refusal: "",
  externalUrl: "",
  total: money("10.00"),
  minimum: money("0.50"),
  step: money("0.01"),
  partial: true,
  testMode: false,
  savedMethods: [],
};
export const WHOLE = { amount: null, savedMethodId: null, saveMethod: false };

export function payment(state: string, more: object = {}): Payment {
  return {
    id: "p",
    state,
    provider: "SALEOR_APP",
    amount: money("10.00"),
    parts: [{ invoice: { id: "1", number: "INV-1" }, amount: money("10.00") }],
    testMode: false,
    failureCode: "",
    failureMessage: "",
    stripe: null,
    saleorApp: {
      gateway: "sample",
      gatewayData: null,
      transactionId: null,
      data: null,
      scriptUrl: "",
    },
    ...more,
  } as Payment;
}

/** A flow before an API and a provider that answer as they are told. */
export class Bench {
  asked: [string, Record<string, unknown>][] = [];
  events: [string, Record<string, unknown>][] = [];
  answers: Record<string, Answer[]> = {};
  confirmed = 0;
  problem: PaymentProblem | null = null;
  /** The provider leads the customer away: nothing more is heard of it here. */
  leaves = false;
  flow: PaymentFlow;

  constructor() {
    const api = (async (document: { toString(): string }, variables: Record<string, unknown>) => {
      const name = /(?:query|mutation) (\w+)/.exec(document.toString())?.[1] ?? "";
      this.asked.push([name, variables]);
      const queue = this.answers[name] ?? [];
      const answer = queue.length > 1 ? queue.shift() : queue[0];
      if (answer instanceof Error) throw answer;
      return typeof answer === "function" ? answer(variables) : answer;
    }) as Api;
    this.flow = new PaymentFlow({
      api,
      locale: () => "en",
      appearance: () => ({}) as never,
      container: () => document.createElement("div"),
      clear: () => {},
      changed: () => {},
      emit: (name, detail) => this.events.push([name, { ...detail }]) > 0,
    });
    registerPaymentAdapter("sample", {
      open: async () => ({
        prepare: async () => null,
        confirm: async () => {
          this.confirmed += 1;
          return this.leaves ? new Promise(() => {}) : this.problem;
        },
        destroy: () => {},
      }),
    });
    this.answers = {
      PaymentOptions: [{ invoicePaymentOptions: options }],
      PaymentCreate: [{ invoicePaymentCreate: payment("OPEN") }],
      PaymentCheck: [{ invoicePaymentCheck: payment("OPEN") }],
      PaymentStatus: [{ invoicePaymentStatus: payment("SUCCEEDED") }],
      PaymentCancel: [{ invoicePaymentCancel: payment("CANCELED") }],
    };
  }

  async toForm() {
    await this.flow.load(["1"]);
    await this.flow.begin(WHOLE);
  }
  count = (name: string) => this.asked.filter(([asked]) => asked === name).length;
  names = () => this.events.map(([name]) => name);
  keys = () =>
    this.asked.filter(([name]) => name === "PaymentCreate").map(([, v]) => v.idempotencyKey);
}
