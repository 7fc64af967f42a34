import type { StorefrontPaymentFragment } from "../generated/graphql";

export type Payment = StorefrontPaymentFragment;

/** Why a payment did not go through, for the customer. `unsure`: it may have, ask how it stands. */
export interface PaymentProblem {
  code: string;
  message: string;
  unsure?: boolean;
}

/** Colours and shapes of the page, for a provider's own fields. */
export interface Appearance {
  dark: boolean;
  text: string;
  muted: string;
  background: string;
  border: string;
  accent: string;
  negative: string;
  radius: string;
  font: string;
}

export interface PaymentContext {
  payment: Payment;
  /** An empty element of the page itself, outside of any shadow tree. */
  container: HTMLElement;
  /** BCP 47. */
  locale: string;
  appearance: Appearance;
  /** Where a provider's own page sends the customer back to. */
  returnUrl: string;
  /** A saved method is charged: there is nothing to fill in. */
  saved: boolean;
  /** The payment app's next step (`invoicePaymentProcess`). */
  process: (data?: unknown) => Promise<Payment>;
}

/** A provider's fields on the page. */
export interface PaymentForm {
  /** Looks over what was filled in; nothing is charged yet. */
  prepare(): Promise<PaymentProblem | null>;
  /** Charges; null where the provider has taken it, or is at it. */
  confirm(): Promise<PaymentProblem | null>;
  destroy(): void;
}

/** A way to pay: one for Stripe, one for each kind of payment app. */
export interface PaymentAdapter {
  open(context: PaymentContext): Promise<PaymentForm>;
}
