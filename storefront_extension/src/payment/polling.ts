import { type Api, ApiError, asApiError } from "../api/client";
import { PaymentStatusDocument } from "../generated/graphql";
import type { Payment } from "./port";

const FIRST_WAIT_MS = 1_000;
/** A bank transfer takes days: whoever leaves the page open costs little, and sees it arrive. */
const LONGEST_WAIT_MS = 300_000;
const GROWTH = 1.1;
/** The provider's page tells its answer before it sends the customer back. */
const AFTER_RETURN = 5;
/** Failures that are no answer: it is asked again. */
const PASSING = new Set(["NETWORK", "TIMEOUT", "SERVER", "INTERNAL_ERROR", "THROTTLED"]);

/** Whether a payment will stay as it is. */
export function isFinal({ state }: Payment): boolean {
  return state === "SUCCEEDED" || state === "FAILED" || state === "CANCELED";
}

/** Whether it failed, for good or in an attempt after which it may be tried again. */
export function hasFailed({ state, failureCode }: Payment): boolean {
  return state === "FAILED" || (state === "OPEN" && failureCode !== "");
}

/** Asks how a payment stands, less and less often. */
export class StatusPolling {
  #wake: (() => void) | undefined;
  #asking = 0;

  constructor(private readonly api: Api) {}

  /** How it stands now. Rejects with NOT_FOUND for a payment that is not the customer's. */
  async once(id: string): Promise<Payment> {
    const { invoicePaymentStatus } = await this.api(PaymentStatusDocument, { id });
    if (!invoicePaymentStatus) throw new ApiError("NOT_FOUND", "There is no such payment.");
    return invoicePaymentStatus;
  }

  /**
   * How it stands in the end, however long that takes. `begun`: the provider has had this
   * attempt, so that a failure is not that of one before.
   */
  async untilFinal(id: string, begun: boolean): Promise<Payment> {
    this.#asking += 1;
    const asking = this.#asking;
    let known = begun;
    for (let asked = 1; ; asked += 1) {
      const payment = await this.#answer(id);
      if (asking !== this.#asking) throw new ApiError("STOPPED", "Nobody asks any more.");
      known ||= payment?.state === "PROCESSING";
      const left = asked >= AFTER_RETURN && begun && payment?.state === "OPEN";
      if (payment && (left || isFinal(payment) || (known && hasFailed(payment)))) return payment;
      await this.#pause(Math.min(FIRST_WAIT_MS * GROWTH ** (asked - 1), LONGEST_WAIT_MS));
    }
  }

  stop(): void {
    this.#asking += 1;
    this.#wake?.();
  }

  async #answer(id: string): Promise<Payment | undefined> {
    try {
      return await this.once(id);
    } catch (thrown) {
      const error = asApiError(thrown);
      if (!PASSING.has(error.code)) throw error;
      return undefined;
    }
  }

  /** Waits; a customer who comes back to the tab need not. */
  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const woken = () => {
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", seen);
        this.#wake = undefined;
        resolve();
      };
      const seen = () => document.visibilityState === "visible" && woken();
      const timer = setTimeout(woken, milliseconds);
      document.addEventListener("visibilitychange", seen);
      this.#wake = woken;
    });
  }
}
