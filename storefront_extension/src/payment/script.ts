import { ApiError } from "../api/client";
import type { StripeFactory } from "./stripeTypes";

let loading: Promise<StripeFactory> | undefined;

/**
 * Stripe.js, loaded from its own address once for the page and only when someone pays. One that
 * the page has loaded itself is used.
 *
 * Rejects with `ApiError` FORM_FAILED; the next call tries again.
 */
export function loadStripe(url: string): Promise<StripeFactory> {
  loading ??= present(url).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function present(url: string): Promise<StripeFactory> {
  if (!window.Stripe) await script(url);
  if (!window.Stripe) throw new ApiError("FORM_FAILED", "The script brought no Stripe.");
  return window.Stripe;
}

function script(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tag = Object.assign(document.createElement("script"), { src: url, async: true });
    tag.addEventListener("load", () => resolve());
    tag.addEventListener("error", () => {
      tag.remove();
      reject(new ApiError("FORM_FAILED", `${url} could not be loaded.`));
    });
    document.head.append(tag);
  });
}
