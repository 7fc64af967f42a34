import { ApiError } from "../api/client";
import type { MessageKey, PluralKey } from "../i18n/catalogue";
import type { Translate } from "../i18n/translate";

const KNOWN: Readonly<Record<string, Exclude<MessageKey, PluralKey>>> = {
  NETWORK: "error.NETWORK",
  TIMEOUT: "error.TIMEOUT",
  SERVER: "error.SERVER",
  INTERNAL_ERROR: "error.SERVER",
  SESSION_ENDED: "error.SESSION_ENDED",
  TOKEN_EXPIRED: "error.SESSION_ENDED",
  UNAUTHENTICATED: "error.SESSION_ENDED",
  PERMISSION_DENIED: "error.PERMISSION_DENIED",
  STORE_UNKNOWN: "error.STORE_UNKNOWN",
  DOWNLOAD_NOT_READY: "error.DOWNLOAD_NOT_READY",
  NOT_FOUND: "error.NOT_FOUND",
  CREDIT_EXCEEDS_INVOICE: "error.CREDIT_EXCEEDS_INVOICE",
  CREDIT_NOTHING_LEFT: "error.CREDIT_NOTHING_LEFT",
  NOT_A_DRAFT: "error.NOT_A_DRAFT",
  ALREADY_ISSUED: "error.ALREADY_ISSUED",
  ALREADY_SENT: "error.ALREADY_SENT",
  NOT_CORRECTABLE: "error.NOT_CORRECTABLE",
  ERASED: "error.ERASED",
  DISPATCH_NOT_FAILED: "error.DISPATCH_NOT_FAILED",
  REFERENCE_TAKEN: "error.REFERENCE_TAKEN",
  NOT_PAYABLE: "error.NOT_PAYABLE",
  IDEMPOTENCY_KEY_REUSED: "error.IDEMPOTENCY_KEY_REUSED",
  MAIL_RECIPIENT_INVALID: "error.MAIL_RECIPIENT_INVALID",
  RETENTION_RUNS: "error.RETENTION_RUNS",
  NOTE_NOT_YOURS: "error.NOTE_NOT_YOURS",
  ORDER_OVERTAKEN: "error.ORDER_OVERTAKEN",
  THROTTLED: "error.THROTTLED",
  DOCUMENT_ERASED: "error.ERASED",
};

/** An error in the reader's words, or in the API's own where it says more than we could. */
export function errorText(error: unknown, t: Translate): string {
  if (!(error instanceof ApiError)) return t("error.SERVER");
  const key = Object.hasOwn(KNOWN, error.code) ? KNOWN[error.code] : undefined;
  return key === undefined ? error.message : t(key, valuesOf(error.params));
}

/** What an error says in particular, for the places in its message. */
function valuesOf(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
