import { html, type TemplateResult } from "lit";
import type { ApiError } from "../api/client";
import type { Language } from "../i18n";
import type { Word } from "../i18n/words/en";

const WORDS: Readonly<Record<string, Word>> = {
  SESSION_ENDED: "signIn",
  UNAUTHENTICATED: "signIn",
  TOKEN_EXPIRED: "signIn",
  TOKEN_INVALID: "signIn",
  LINK_CLOSED: "linkClosed",
  NOT_FOUND: "unseen",
  INVALID_ID: "unseen",
  PERMISSION_DENIED: "unseen",
  NETWORK: "offline",
  TIMEOUT: "offline",
  THROTTLED: "slowDown",
  DOWNLOAD_NOT_READY: "preparing",
  INVOICE_PAID: "alreadyPaid",
  PAID_ELSEWHERE: "alreadyPaid",
  AMOUNT_TOO_LARGE: "changed",
  PAYMENT_PENDING: "PAYMENT_PENDING",
  PAYMENT_NOT_OFFERED: "PAYMENT_NOT_OFFERED",
  NOTHING_DUE: "NOTHING_DUE",
  ORDER_PAID: "ORDER_PAID",
  MIXED_CURRENCIES: "MIXED_CURRENCIES",
  MIXED_SELLERS: "MIXED_SELLERS",
  ONE_AT_A_TIME: "ONE_AT_A_TIME",
  PAYMENT_ELSEWHERE: "ONE_AT_A_TIME",
  TEST_MODE_DIFFERS: "PAYMENT_NOT_OFFERED",
  FORM_FAILED: "noForm",
  GATEWAY_UNKNOWN: "PAYMENT_NOT_OFFERED",
};
/** Trying again does not help against these. */
const FINAL = new Set<Word>(["signIn", "linkClosed", "unseen"]);

/** The word that says a code to the customer. */
export function wordFor(code: string): Word {
  if (code.includes("THROTTLED") || code.includes("LIMIT")) return "slowDown";
  return WORDS[code] ?? "broken";
}

/** A failure in words, with a button where trying again may help. */
export function problemBox(
  error: ApiError,
  { t }: Language,
  again: (() => void) | null,
): TemplateResult {
  const word = wordFor(error.code);
  const button = html`<button part="button retry" class="button" @click=${again}>${t("again")}</button>`;
  return html`<div part="error" class="problem" role="alert">
    <p>${t(word)}</p>
    ${again === null || FINAL.has(word) ? "" : button}
  </div>`;
}
