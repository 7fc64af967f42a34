import type { MessageKey, PluralKey } from "../../i18n/catalogue";
import type { Setting } from "./edits";
import { accounts, days, rules, text, texts } from "./values";

/** What is wrong with a value, as a message; the API has the last word. */
export interface Complaint {
  message: Exclude<MessageKey, PluralKey>;
  values?: Readonly<Record<string, string>>;
}

type Check = (value: unknown, setting: Setting) => Complaint | undefined;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const VATEX = /^VATEX-[A-Z0-9]+(-[A-Z0-9]+)*$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

const CHECKS: Readonly<Partial<Record<Setting["kind"], Check>>> = {
  WHOLE_NUMBER: wholeNumber,
  TEXT: length,
  SOURCE: length,
  TEXTS: listLength,
  EMAIL: (value) => unless(text(value) === "" || EMAIL.test(text(value)), "check.email"),
  URL: url,
  COLOUR: (value) => unless(COLOUR.test(text(value)), "check.colour"),
  EXEMPTION_CODE: (value) => unless(text(value) === "" || VATEX.test(text(value)), "check.vatex"),
  NUMBER_PATTERN: (value) => unless(/\{seq(:0\d{1,2})?\}/.test(text(value)), "check.pattern"),
  METADATA_KEYS: metadataKeys,
  DAY_OFFSETS: dayOffsets,
  BANK_ACCOUNTS: bankAccounts,
  ISSUE_RULES: issueRules,
};

/** What can be told at once of a value that a person typed; undefined where nothing is wrong. */
export function complaintOf(setting: Setting, value: unknown): Complaint | undefined {
  return CHECKS[setting.kind]?.(value, setting);
}

function unless(holds: boolean, message: Complaint["message"]): Complaint | undefined {
  return holds ? undefined : { message };
}

function wholeNumber(value: unknown, { least, most }: Setting): Complaint | undefined {
  const low = least ?? Number.MIN_SAFE_INTEGER;
  const high = most ?? Number.MAX_SAFE_INTEGER;
  if (typeof value === "number" && value >= low && value <= high) return undefined;
  return { message: "check.number", values: { least: String(low), most: String(high) } };
}

function length(value: unknown, { most }: Setting): Complaint | undefined {
  if (most == null || [...text(value)].length <= most) return undefined;
  return { message: "check.length", values: { most: String(most) } };
}

function listLength(value: unknown, { most }: Setting): Complaint | undefined {
  const all = texts(value);
  if (all.some((one) => one.trim() === "")) return { message: "check.emptyText" };
  if (most == null || [...all.join("")].length <= most) return undefined;
  return { message: "check.length", values: { most: String(most) } };
}

function url(value: unknown): Complaint | undefined {
  const given = text(value);
  if (given === "") return undefined;
  const parsed = URL.canParse(given) ? new URL(given) : undefined;
  return unless(parsed?.protocol === "https:" && parsed.hostname !== "", "check.url");
}

function metadataKeys(value: unknown): Complaint | undefined {
  const keys = texts(value);
  if (keys.some((key) => key.trim() === "")) return { message: "check.emptyText" };
  return unless(new Set(keys).size === keys.length, "check.twice");
}

function dayOffsets(value: unknown, { least, most }: Setting): Complaint | undefined {
  const all = days(value);
  const [low, high] = [least ?? -365, most ?? 365];
  const right = (day: number | string) => typeof day === "number" && day >= low && day <= high;
  if (!all.every(right)) return { message: "check.days", values: { most: String(high) } };
  return unless(new Set(all).size === all.length, "check.twice");
}

function bankAccounts(value: unknown): Complaint | undefined {
  for (const { account, bic } of accounts(value)) {
    if (account.trim() === "") return { message: "check.accountMissing" };
    if (ibanState(account) === "wrong") return { message: "check.iban", values: { account } };
    if (bic !== "" && !isBic(bic)) return { message: "check.bic", values: { bic } };
  }
  return undefined;
}

function issueRules(value: unknown): Complaint | undefined {
  const all = rules(value);
  const catchAll = all.findIndex(({ buyer, countries }) => buyer === "" && countries.length === 0);
  return unless(catchAll === -1 || catchAll === all.length - 1, "check.ruleForAll");
}

/** An account number that begins like an IBAN is one, and its check digits must fit (ISO 7064). */
export function ibanState(account: string): "iban" | "wrong" | "national" {
  const plain = account.replaceAll(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}[0-9]{2}/.test(plain)) return "national";
  if (!/^[A-Z0-9]{14,34}$/.test(plain)) return "wrong";
  const moved = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    const digits = String(Number.parseInt(sign, 36));
    for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1 ? "iban" : "wrong";
}

export const isBic = (bic: string): boolean =>
  /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic.replaceAll(/\s/g, "").toUpperCase());
