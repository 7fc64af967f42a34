import { type Api, ApiError, asApiError } from "../api/client";
import { PaymentStatusDocument } from "../generated/graphql";
import type { Payment } from "./port";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** About three minutes; then the customer decides. */
const QUESTIONS = 25;
/** Failures that are no answer: it is asked again. */
const PASSING = new Set(["NETWORK", "TIMEOUT", "SERVER", "INTERNAL_ERROR", "THROTTLED"]);

/** Whether a payment will stay as it is. */
export function isFinal({ state }: Payment): boolean {
  return state === "SUCCEEDED" || state === "FAILED" || state === "CANCELED";
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

  /** How it stands in the end, or after so many questions. */
  async untilFinal(id: string, questions = QUESTIONS): Promise<Payment> {
    this.#asking += 1;
    const asking = this.#asking;
    for (let asked = 1; ; asked += 1) {
      const payment = await this.#answer(id, asked === questions);
      if (asking !== this.#asking) throw new ApiError("STOPPED", "Nobody asks any more.");
      if (payment && (isFinal(payment) || asked === questions)) return payment;
      await this.#pause(Math.min(FIRST_WAIT_MS * 1.5 ** (asked - 1), LONGEST_WAIT_MS));
    }
  }

  stop(): void {
    this.#asking += 1;
    this.#wake?.();
  }

  async #answer(id: string, last: boolean): Promise<Payment | undefined> {
    try {
      return await this.once(id);
    } catch (thrown) {
      const error = asApiError(thrown);
      if (last || !PASSING.has(error.code)) throw error;
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
