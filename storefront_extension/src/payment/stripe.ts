import { ApiError } from "../api/client";
import type {
  Appearance,
  PaymentAdapter,
  PaymentContext,
  PaymentForm,
  PaymentProblem,
} from "./port";
import { loadStripe } from "./script";
import type { Stripe, StripeElement, StripeElements, StripeError } from "./stripeTypes";

/** Stripe may have taken the money although its answer did not arrive. */
const UNSURE = new Set(["api_connection_error", "api_error"]);

/** By the merchant's own Stripe keys: the Payment Element, or a saved method. */
export const stripeAdapter: PaymentAdapter = {
  async open(context: PaymentContext): Promise<PaymentForm> {
    const session = context.payment.stripe;
    if (!session) throw new ApiError("FORM_FAILED", "The payment has no session.");
    const stripe = await openStripe(session.scriptUrl, session.publishableKey, context.locale);
    const { clientSecret } = session;
    if (context.saved) {
      return {
        prepare: async () => null,
        confirm: () => confirm(stripe, { clientSecret }, context.returnUrl),
        destroy: () => {},
      };
    }
    const elements = stripe.elements({ clientSecret, appearance: look(context.appearance) });
    const field = await mount(elements, context.container);
    return {
      prepare: async () => problemOf((await elements.submit()).error),
      confirm: () => confirm(stripe, { elements, clientSecret }, context.returnUrl),
      destroy: () => field.destroy(),
    };
  },
};

/** Stripe with the key of whoever is paid. */
export async function openStripe(url: string, key: string, locale: string): Promise<Stripe> {
  const factory = await loadStripe(url);
  return factory(key, { locale: locale.split("-")[0] });
}

/** Shows the Payment Element; rejects with FORM_FAILED where Stripe can't show it. */
export function mount(elements: StripeElements, container: HTMLElement): Promise<StripeElement> {
  return new Promise((resolve, reject) => {
    const field = elements.create("payment", { layout: "tabs" });
    field.on("ready", () => resolve(field));
    field.on("loaderror", ({ error }) => {
      field.destroy();
      reject(new ApiError("FORM_FAILED", error?.message ?? "Stripe showed no fields."));
    });
    field.mount(container);
  });
}

/** Charges. Only what can't be done here leaves the page. */
export async function confirm(
  stripe: Stripe,
  what: object,
  returnUrl: string,
): Promise<PaymentProblem | null> {
  const confirmParams = { return_url: returnUrl };
  const { error } = await stripe.confirmPayment({
    ...what,
    confirmParams,
    redirect: "if_required",
  });
  return problemOf(error);
}

/** Stripe's error as a problem, in Stripe's own words, which are in the customer's language. */
export function problemOf(error: StripeError | undefined): PaymentProblem | null {
  if (!error) return null;
  const code = error.decline_code ?? error.code ?? error.type ?? "FAILED";
  return { code, message: error.message ?? "", unsure: UNSURE.has(error.type ?? "") };
}

/** The page's colours and shapes in Stripe's words. */
export function look(appearance: Appearance): object {
  return {
    theme: appearance.dark ? "night" : "stripe",
    variables: {
      colorPrimary: appearance.accent,
      colorBackground: appearance.background,
      colorText: appearance.text,
      colorTextSecondary: appearance.muted,
      colorDanger: appearance.negative,
      borderRadius: appearance.radius,
      fontFamily: appearance.font,
    },
  };
}
