import { formatDate } from "../format/dates";
import { formatAmount } from "../format/money";
import { en } from "../i18n/messages/en/index";
import type { Translate, Values } from "../i18n/translate";
import { fromMinor, placesOf } from "./decimals";
import type { SalesDocument } from "./useDocument";

export type HistoryEvent = NonNullable<SalesDocument["history"]>[number];
type Of = Pick<SalesDocument, "currency" | "total">;
type Key = Extract<keyof typeof en, `event.${string}`>;
type Params = Readonly<Record<string, unknown>>;

/** Events that say who besides staff did something. */
const ACTORS: Readonly<Record<string, Key>> = {
  app: "event.by.app",
  saleor: "event.by.saleor",
  customer: "event.by.customer",
  staff: "event.by.staff",
};

/** What happened, in words; an event that is newer than this page by its own name. */
export function eventText(entry: HistoryEvent, of: Of, t: Translate, locale: string): string {
  const params = (entry.params ?? {}) as Params;
  const key = keyOf(entry.event, params);
  if (key === undefined) return t("event.other", { event: entry.event.replaceAll("_", " ") });
  return t(key, valuesOf(params, of, t, locale));
}

/** Who did it: a person's address, a key's name, or the program. */
export function actorText({ actor, actorName }: HistoryEvent, t: Translate): string {
  if (actorName) return actorName;
  const key = ACTORS[actor.split(":")[0] ?? ""];
  return key ? t(key) : actor;
}

/** The message for an event, and for what it says in particular. */
export function keyOf(event: string, params: Params): Key | undefined {
  const candidates = [variant(event, params), event];
  for (const name of candidates) {
    const key = `event.${name}`;
    if (name && Object.hasOwn(en, key)) return key as Key;
  }
  return undefined;
}

function variant(event: string, params: Params): string | undefined {
  if (event === "issued" && params.invoice) return "issued.credit";
  if (event === "vat_checked") return `vat_checked.${String(params.answer).toLowerCase()}`;
  if (event === "reminders_held" && params.until) return "reminders_held.until";
  if (event === "payment_recorded" && String(params.amount_minor).startsWith("-")) {
    return "payment_recorded.back";
  }
  if (event === "payment_reallocated" && String(params.amount_minor).startsWith("-")) {
    return "payment_reallocated.away";
  }
  const purpose = String(params.purpose ?? "");
  if (event.startsWith("mail_") && purpose.startsWith("reminder")) return `${event}.reminder`;
  return undefined;
}

function valuesOf(params: Params, of: Of, t: Translate, locale: string): Values {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === "string" || typeof value === "number") values[name] = String(value);
  }
  if (values.amount_minor !== undefined) {
    const units = fromMinor(values.amount_minor.replace(/^-/, ""), placesOf(of.total.amount));
    values.amount = `${of.currency} ${formatAmount({ amount: units, currency: of.currency }, locale)}`;
  }
  for (const name of ["until", "retained_until"]) {
    const day = values[name];
    if (day) values[name] = formatDate(day, locale);
  }
  const status = `payment.${String(params.status).toUpperCase()}`;
  if (Object.hasOwn(en, status)) values.status = t(status as "payment.PAID");
  if (values.channel) values.channel = channelText(values.channel, t);
  return values;
}

/** How an e-invoice goes. */
export function channelText(channel: string, t: Translate): string {
  if (channel === "email") return t("transmission.channel.email");
  return channel === "access_point" ? t("transmission.channel.access_point") : channel;
}
