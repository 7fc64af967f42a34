const NAME = "saleor_invoice_payment";
/** What providers add to the address that they send the customer back to. */
const THEIRS = [
  "payment_intent",
  "payment_intent_client_secret",
  "redirect_status",
  "source_redirect_slug",
];

/** This page, with the payment that it is to go on with. */
export function returnUrl(paymentId: string, page: string = window.location.href): string {
  const url = new URL(page);
  url.searchParams.set(NAME, paymentId);
  return url.href;
}

/** The payment that the customer comes back from, told once; the page's address is tidied. */
export function takeReturned(): string | null {
  const url = new URL(window.location.href);
  const id = url.searchParams.get(NAME);
  if (id === null) return null;
  for (const name of [NAME, ...THEIRS]) url.searchParams.delete(name);
  window.history.replaceState(window.history.state, "", url);
  return id;
}
