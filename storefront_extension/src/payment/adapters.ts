import { ApiError } from "../api/client";
import { dummyAppAdapter, isDummyApp } from "./dummyApp";
import type { Payment, PaymentAdapter } from "./port";
import { stripeAdapter } from "./stripe";
import { isStripeApp, stripeAppAdapter } from "./stripeApp";

const registered = new Map<string, PaymentAdapter>();

/** Lets a page pay through a payment app of its own; `gateway` is the app's identifier in Saleor. */
export function registerPaymentAdapter(gateway: string, adapter: PaymentAdapter): void {
  registered.set(gateway, adapter);
}

/** How a payment is taken. Throws `ApiError` GATEWAY_UNKNOWN where nobody knows. */
export function adapterFor(payment: Payment): PaymentAdapter {
  if (payment.provider === "STRIPE") return stripeAdapter;
  const own = registered.get(payment.saleorApp?.gateway ?? "");
  if (own) return own;
  if (isDummyApp(payment)) return dummyAppAdapter;
  if (isStripeApp(payment)) return stripeAppAdapter;
  throw new ApiError("GATEWAY_UNKNOWN", `No adapter for ${payment.saleorApp?.gateway}.`);
}
