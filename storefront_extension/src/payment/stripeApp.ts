import { ApiError } from "../api/client";
import type { Payment, PaymentAdapter, PaymentContext, PaymentForm, PaymentProblem } from "./port";
import { confirm, look, mount, openStripe, problemOf } from "./stripe";
import type { Stripe, StripeElements } from "./stripeTypes";

const NO_DECIMALS = new Set(
  "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "),
);
const THREE_DECIMALS = new Set("BHD JOD KWD OMR TND".split(" "));

interface GatewayData {
  stripePublishableKey?: string;
}
interface SessionData {
  paymentIntent?: {
    stripeClientSecret?: string;
    errors?: readonly { code?: string; message?: string }[];
  };
}

/** Whether a payment app answers as Saleor's own Stripe app does. */
export function isStripeApp(payment: Payment): boolean {
  return Boolean((payment.saleorApp?.gatewayData as GatewayData | null)?.stripePublishableKey);
}

/**
 * Saleor's Stripe app: its publishable key comes with the gateway, and its client secret only when
 * the app is told which method was chosen.
 */
export const stripeAppAdapter: PaymentAdapter = {
  async open(context: PaymentContext): Promise<PaymentForm> {
    const session = context.payment.saleorApp;
    const key = (session?.gatewayData as GatewayData | null)?.stripePublishableKey;
    if (!session || !key) throw new ApiError("GATEWAY_UNKNOWN", "The app gave no key.");
    const stripe = await openStripe(session.scriptUrl, key, context.locale);
    const elements = stripe.elements(deferred(context));
    const field = await mount(elements, context.container);
    let method = "card";
    // Link is told by this event alone.
    field.on("change", ({ value }) => {
      method = value?.type ?? method;
    });
    return {
      async prepare() {
        const { error, selectedPaymentMethod } = await elements.submit();
        method = selectedPaymentMethod ?? method;
        return problemOf(error);
      },
      confirm: () => charge(context, stripe, elements, method),
      destroy: () => field.destroy(),
    };
  },
};

async function charge(
  context: PaymentContext,
  stripe: Stripe,
  elements: StripeElements,
  paymentMethod: string,
): Promise<PaymentProblem | null> {
  const payment = await context.process({ paymentIntent: { paymentMethod } });
  const answer = sessionOf(payment) ?? sessionOf(context.payment);
  const [error] = answer?.errors ?? [];
  if (error) return { code: error.code ?? "FAILED", message: error.message ?? "" };
  if (payment.state !== "OPEN") return null;
  const clientSecret = answer?.stripeClientSecret;
  if (!clientSecret) return { code: "FORM_FAILED", message: "" };
  const problem = await confirm(stripe, { elements, clientSecret }, context.returnUrl);
  // The app looks at once instead of when its own event arrives; if it can't, asking goes on anyway.
  if (problem === null) await context.process().catch(() => undefined);
  return problem;
}

function sessionOf(payment: Payment): SessionData["paymentIntent"] {
  return (payment.saleorApp?.data as SessionData | null)?.paymentIntent;
}

function deferred({ payment, appearance }: PaymentContext): object {
  const { amount, currency } = payment.amount;
  return {
    mode: "payment",
    amount: stripeUnits(amount, currency),
    currency: currency.toLowerCase(),
    appearance: look(appearance),
  };
}

/** An amount in the unit that Stripe counts in. It only tells Stripe which methods to show. */
export function stripeUnits(amount: string, currency: string): number {
  const decimals = NO_DECIMALS.has(currency) ? 0 : THREE_DECIMALS.has(currency) ? 3 : 2;
  const [whole = "0", fraction = ""] = amount.split(".");
  return Number(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
}
