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
};

/** An error in the reader's words, or in the API's own where it says more than we could. */
export function errorText(error: unknown, t: Translate): string {
  if (!(error instanceof ApiError)) return t("error.SERVER");
  const key = Object.hasOwn(KNOWN, error.code) ? KNOWN[error.code] : undefined;
  return key === undefined ? error.message : t(key);
}
