import { type Api, ApiError, asApiError } from "../api/client";
import type { StorefrontEvents } from "../elements/events";
import {
  LinkInvoiceDocument,
  PaymentCancelDocument,
  PaymentCheckDocument,
  PaymentCreateDocument,
  PaymentOptionsDocument,
  type PaymentOptionsQuery,
  PaymentProcessDocument,
  SavedMethodDeleteDocument,
} from "../generated/graphql";
import { adapterFor } from "./adapters";
import { newKey } from "./key";
import { hasFailed, isFinal, StatusPolling } from "./polling";
import type { Appearance, Payment, PaymentForm, PaymentProblem } from "./port";
import { returnUrl } from "./returning";

export type Options = PaymentOptionsQuery["invoicePaymentOptions"];

/** What the customer decided: null is the full amount, or a method that is to be filled in. */
export interface Choice {
  amount: string | null;
  savedMethodId: string | null;
  saveMethod: boolean;
}

/** Where a payment is. */
export type Step =
  | { at: "loading" }
  | { at: "broken"; error: ApiError; again: () => void }
  | { at: "refused" }
  | { at: "external" }
  | { at: "choice"; problem?: PaymentProblem }
  | { at: "opening" }
  | { at: "form"; payment: Payment; problem?: PaymentProblem }
  | { at: "paying"; payment: Payment }
  | { at: "processing"; payment: Payment }
  | { at: "done"; payment: Payment }
  | { at: "over"; payment: Payment | null; problem: PaymentProblem };

/** What a payment needs of the element that shows it. */
export interface FlowHost {
  api: Api;
  locale(): string;
  appearance(): Appearance;
  /** An empty element of the page for the provider's fields. */
  container(): HTMLElement;
  /** Takes that element away. */
  clear(): void;
  changed(): void;
  emit<Name extends keyof StorefrontEvents>(name: Name, detail: StorefrontEvents[Name]): boolean;
}

/** Codes of the check before the charge that close the payment. */
const CLOSING = new Set(["INVOICE_PAID", "PAYMENT_PENDING", "AMOUNT_TOO_LARGE", "NOTHING_DUE"]);

/** Nothing is to be paid, wherever it could be. */
const SETTLED = new Set(["NOTHING_DUE", "ORDER_PAID"]);

const REFUSED =
  /^(AMOUNT_|MIXED_|NOTHING_DUE|ORDER_PAID|ONE_AT_A_TIME|TEST_MODE|IDEMPOTENCY_|PAYMENT_(PENDING|NOT_OFFERED|ELSEWHERE|INVALID|UNKNOWN))/;

/** One payment from the question whether it is possible to its end; knows nothing of the page. */
export class PaymentFlow {
  step: Step = { at: "loading" };
  options: Options | undefined;
  #invoiceIds: readonly string[] = [];
  #form: PaymentForm | undefined;
  #saved = false;
  #key: { choice: string; value: string } | undefined;
  #run = 0;
  readonly #polling: StatusPolling;

  constructor(private readonly host: FlowHost) {
    this.#polling = new StatusPolling(host.api);
  }

  /** There is nobody to pay for. */
  refuse(error: ApiError, again: () => void): void {
    this.#broken(error, again);
  }

  /** Asks whether and how the invoices can be paid; none named: that of the private link. */
  async load(invoiceIds: readonly string[]): Promise<void> {
    await this.#attempt(
      { at: "loading" },
      () => this.load(invoiceIds),
      async () => {
        this.#invoiceIds = invoiceIds.length > 0 ? invoiceIds : await this.#linked();
        const asked = { invoiceIds: [...this.#invoiceIds] };
        const { invoicePaymentOptions } = await this.host.api(PaymentOptionsDocument, asked);
        this.options = invoicePaymentOptions;
        return firstStep(invoicePaymentOptions);
      },
    );
  }

  /** Opens a payment and the provider's fields; a saved method is charged at once. */
  async begin(choice: Choice): Promise<void> {
    await this.#attempt(
      { at: "opening" },
      () => (this.#key ? this.begin(choice) : this.load(this.#invoiceIds)),
      async () => {
        const payment = await this.#create(choice);
        this.host.emit("payment-start", this.#detail(payment));
        if (payment.state !== "OPEN") return this.#settled(payment);
        await this.#open(payment, choice.savedMethodId !== null);
        return { at: "form", payment };
      },
    );
    await this.look();
    const asShown = choice.amount !== null || this.#isWhole();
    if (choice.savedMethodId && asShown) await this.submit();
  }

  /** Charges what the fields say, if the payment still fits what is owed. */
  async submit(): Promise<void> {
    if (this.step.at !== "form") return;
    const { payment } = this.step;
    const again = () => this.#follow(payment);
    await this.#attempt({ at: "paying", payment }, again, async () => {
      const unready = await this.#form?.prepare();
      if (unready) return { at: "form", payment, problem: unready };
      const checked = await this.#check(payment);
      if (checked.at !== "form") return checked;
      const problem = await this.#form?.confirm();
      if (problem && !problem.unsure) return this.#declined(payment, problem);
      return { at: "processing", payment };
    });
    await this.look();
  }

  /** Goes on with a payment that left the page, or was left by the customer. */
  async resume(id: string): Promise<void> {
    await this.#attempt(
      { at: "loading" },
      () => this.resume(id),
      async () => {
        const found = await this.#polling.once(id);
        this.#invoiceIds = found.parts.map(({ invoice }) => invoice.id);
        const payment = found.saleorApp?.transactionId ? await this.#process(found) : found;
        if (hasFailed(payment)) return this.#unpaid(payment);
        if (isFinal(payment)) return this.#settled(payment);
        return { at: "processing", payment };
      },
    );
    if (this.step.at === "processing") await this.#follow(this.step.payment, true);
  }

  /** Gives up a payment that was opened or left the page, to choose anew. */
  async back(): Promise<void> {
    const { step } = this;
    if (step.at !== "form" && step.at !== "paying") return this.load(this.#invoiceIds);
    const { id } = step.payment;
    this.#close();
    this.#key = undefined;
    await this.#attempt(
      { at: "loading" },
      () => this.load(this.#invoiceIds),
      async () => {
        const { invoicePaymentCancel } = await this.host.api(PaymentCancelDocument, { id });
        const state = invoicePaymentCancel?.state;
        const gone = state === "SUCCEEDED" || state === "PROCESSING";
        if (invoicePaymentCancel && gone) return this.#settled(invoicePaymentCancel);
        return { at: "choice" };
      },
    );
    if (this.step.at === "choice") await this.load(this.#invoiceIds);
    else await this.look();
  }

  /** Asks again how a payment stands that takes its time. */
  async look(): Promise<void> {
    if (this.step.at === "processing") await this.#follow(this.step.payment);
  }

  /** Forgets a saved method for good. */
  async removeMethod(id: string): Promise<void> {
    const [invoiceId = ""] = this.#invoiceIds;
    await this.host.api(SavedMethodDeleteDocument, { id, invoiceId });
    const savedMethods = this.options?.savedMethods.filter((each) => each.id !== id) ?? [];
    if (this.options) this.options = { ...this.options, savedMethods };
    this.host.changed();
  }

  /** Nobody looks any more: takes the fields away and stops asking. The payment stays. */
  leave(): void {
    this.#run += 1;
    this.#close();
    this.#polling.stop();
  }

  get invoiceIds(): readonly string[] {
    return this.#invoiceIds;
  }

  async #attempt(during: Step, again: () => void, act: () => Promise<Step>): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.#polling.stop();
    this.#to(during);
    try {
      const step = await act();
      if (run === this.#run) this.#to(step);
    } catch (thrown) {
      if (run === this.#run) this.#broken(asApiError(thrown), again);
    }
  }

  #broken(error: ApiError, again: () => void): void {
    this.host.emit("invoice-error", { code: error.code, message: error.message });
    this.#close();
    this.#to({ at: "broken", error, again });
  }

  async #linked(): Promise<string[]> {
    const { salesInvoice } = await this.host.api(LinkInvoiceDocument, {});
    if (!salesInvoice) throw new ApiError("NOT_FOUND", "There is no invoice.");
    return [salesInvoice.id];
  }

  async #create(choice: Choice): Promise<Payment> {
    const text = JSON.stringify([this.#invoiceIds, choice]);
    // The same wish keeps its key: a repeat after a lost answer is no second payment.
    if (this.#key?.choice !== text) this.#key = { choice: text, value: newKey() };
    const variables = { invoiceIds: [...this.#invoiceIds], idempotencyKey: this.#key.value };
    try {
      const answer = await this.host.api(PaymentCreateDocument, { ...variables, ...choice });
      if (!answer.invoicePaymentCreate) throw new ApiError("SERVER", "No payment was made.");
      return answer.invoicePaymentCreate;
    } catch (thrown) {
      // Refused for good: what can be paid is to be asked anew.
      if (REFUSED.test(asApiError(thrown).code)) this.#key = undefined;
      throw thrown;
    }
  }

  async #open(payment: Payment, saved: boolean): Promise<void> {
    this.#close();
    this.#saved = saved;
    const run = this.#run;
    const form = await adapterFor(payment).open({
      payment,
      saved,
      locale: this.host.locale(),
      appearance: this.host.appearance(),
      container: this.host.container(),
      returnUrl: returnUrl(payment.id),
      process: (data) => this.#process(payment, data),
    });
    if (run === this.#run) this.#form = form;
    else form.destroy();
  }

  async #process({ id }: Payment, data: unknown = null): Promise<Payment> {
    const { invoicePaymentProcess } = await this.host.api(PaymentProcessDocument, { id, data });
    if (!invoicePaymentProcess) throw new ApiError("NOT_FOUND", "There is no such payment.");
    return invoicePaymentProcess;
  }

  async #check(payment: Payment): Promise<Step> {
    const { id } = payment;
    try {
      const { invoicePaymentCheck } = await this.host.api(PaymentCheckDocument, { id });
      const now = invoicePaymentCheck ?? payment;
      return now.state === "OPEN" ? { at: "form", payment: now } : this.#settled(now);
    } catch (thrown) {
      const { code, message } = asApiError(thrown);
      if (!CLOSING.has(code)) throw thrown;
      return this.#over(payment, { code, message });
    }
  }

  #declined(payment: Payment, problem: PaymentProblem): Step {
    const { code, message } = problem;
    this.host.emit("payment-failure", { paymentId: payment.id, code, message });
    this.#key = undefined;
    return this.#saved ? { at: "choice", problem } : { at: "form", payment, problem };
  }

  async #follow(payment: Payment, returned = false): Promise<void> {
    await this.#attempt(
      { at: "processing", payment },
      () => this.look(),
      async () => {
        const begun = returned || payment.state === "PROCESSING";
        const now = await this.#polling.untilFinal(payment.id, begun);
        const unpaid = now.state === "OPEN" || (returned && hasFailed(now));
        return unpaid ? this.#unpaid(now) : this.#settled(now);
      },
    );
  }

  /** Not paid at the provider's page. Why, it tells in words for programmers: they are left out. */
  #unpaid(payment: Payment): Step {
    return this.#over(payment, { code: payment.failureCode || "CANCELED", message: "" });
  }

  #settled(payment: Payment): Step {
    this.#close();
    if (payment.state === "PROCESSING") return { at: "processing", payment };
    if (payment.state === "SUCCEEDED") {
      this.#key = undefined;
      this.host.emit("payment-success", this.#detail(payment));
      return { at: "done", payment };
    }
    const code = payment.failureCode || payment.state;
    return this.#over(payment, { code, message: payment.failureMessage });
  }

  #over(payment: Payment, problem: PaymentProblem): Step {
    this.#close();
    this.#key = undefined;
    const { code, message } = problem;
    this.host.emit("payment-failure", { paymentId: payment.id, code, message });
    return { at: "over", payment, problem };
  }

  #isWhole(): boolean {
    if (this.step.at !== "form") return false;
    return this.step.payment.amount.amount === this.options?.total.amount;
  }

  #detail({ id, amount: { amount, currency } }: Payment) {
    return { paymentId: id, invoiceIds: [...this.#invoiceIds], amount, currency };
  }

  #close(): void {
    this.#form?.destroy();
    this.#form = undefined;
    this.host.clear();
  }

  #to(step: Step): void {
    this.step = step;
    this.host.changed();
  }
}

function firstStep(options: Options): Step {
  if (options.externalUrl && !SETTLED.has(options.refusal)) return { at: "external" };
  return options.refusal || !options.provider ? { at: "refused" } : { at: "choice" };
}
