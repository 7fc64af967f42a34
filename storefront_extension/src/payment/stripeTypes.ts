/** The small part of Stripe.js that is used here. */
export interface StripeError {
  type?: string;
  code?: string;
  decline_code?: string;
  message?: string;
}

export interface StripeElement {
  mount(container: HTMLElement): void;
  destroy(): void;
  on(name: "ready", heard: () => void): unknown;
  on(name: "loaderror", heard: (event: { error?: StripeError }) => void): unknown;
  on(name: "change", heard: (event: { value?: { type?: string } }) => void): unknown;
}

export interface StripeElements {
  create(kind: "payment", options?: object): StripeElement;
  submit(): Promise<{ error?: StripeError; selectedPaymentMethod?: string }>;
}

export interface Stripe {
  elements(options: object): StripeElements;
  confirmPayment(options: object): Promise<{ error?: StripeError }>;
}

export type StripeFactory = (publishableKey: string, options?: object) => Stripe;

declare global {
  interface Window {
    Stripe?: StripeFactory;
  }
}
