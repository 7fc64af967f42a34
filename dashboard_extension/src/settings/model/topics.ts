import type { SalesSettingGroup } from "../../generated/graphql";
import registry from "../../generated/storeSettings.json";
import type { MessageKey, PluralKey } from "../../i18n/catalogue";
import type { Setting } from "./edits";

type Title = Exclude<MessageKey, PluralKey>;

/** Settings that stand together under a heading. */
export interface Section {
  title: Title;
  text: Title;
  group: SalesSettingGroup;
  /** Which of the group; all of them where it says nothing. */
  has?: (setting: Pick<Setting, "key">) => boolean;
}

/** A page of settings. */
export interface Topic {
  name: TopicName;
  title: Title;
  sections: readonly Section[];
}

const isReminder = ({ key }: Pick<Setting, "key">) => key.startsWith("reminder_");

const isStripe = ({ key }: Pick<Setting, "key">) => key.startsWith("stripe_");

const TOPIC_LIST = [
  topic("general", "topic.general", [
    { title: "topic.general", text: "topic.general.text", group: "GENERAL" },
  ]),
  topic("issuing", "topic.issuing", [
    { title: "topic.issuing", text: "topic.issuing.text", group: "ISSUING" },
  ]),
  topic("numbers", "topic.numbers", [
    { title: "topic.numbers", text: "topic.numbers.text", group: "NUMBERS" },
  ]),
  topic("payment", "topic.payment", [
    {
      title: "topic.payment",
      text: "topic.payment.text",
      group: "PAYMENT",
      has: (setting) => !isStripe(setting),
    },
    { title: "topic.stripe", text: "topic.stripe.text", group: "PAYMENT", has: isStripe },
  ]),
  topic("look", "topic.look", [{ title: "topic.look", text: "topic.look.text", group: "LOOK" }]),
  topic("mails", "topic.mails", [
    {
      title: "topic.mails.section",
      text: "topic.mails.text",
      group: "MAILS",
      has: (setting) => !isReminder(setting),
    },
    {
      title: "topic.reminders",
      text: "topic.reminders.text",
      group: "MAILS",
      has: isReminder,
    },
  ]),
  topic("einvoices", "topic.einvoices", [
    { title: "topic.einvoices", text: "topic.einvoices.text", group: "EINVOICES" },
  ]),
  topic("taxes", "topic.taxes", [
    { title: "topic.taxes.section", text: "topic.taxes.text", group: "TAXES" },
    { title: "topic.orders", text: "topic.orders.text", group: "ORDERS" },
  ]),
  topic("accounting", "topic.accounting", [
    { title: "topic.accounting", text: "topic.accounting.text", group: "ACCOUNTING" },
  ]),
  topic("storefront", "topic.storefront", [
    { title: "topic.storefront", text: "topic.storefront.text", group: "STOREFRONT" },
  ]),
] as const;

export type TopicName =
  | "general"
  | "issuing"
  | "numbers"
  | "payment"
  | "look"
  | "mails"
  | "einvoices"
  | "taxes"
  | "accounting"
  | "storefront";

export const TOPICS: readonly Topic[] = TOPIC_LIST;

function topic(name: TopicName, title: Title, sections: readonly Section[]): Topic {
  return { name, title, sections };
}

/** The groups that some page shows. */
export function groupsShown(): ReadonlySet<string> {
  return new Set(TOPICS.flatMap(({ sections }) => sections.map(({ group }) => group)));
}

export function topicOf(setting: Pick<Setting, "key" | "group">): Topic | undefined {
  return TOPICS.find(({ sections }) => sections.some((section) => belongs(section, setting)));
}

/** The page of a setting by its name alone. */
export function topicOfKey(key: string): TopicName | undefined {
  const all: Readonly<Record<string, { group: string }>> = registry;
  const group = all[key]?.group as SalesSettingGroup | undefined;
  return group && topicOf({ key, group })?.name;
}

export function belongs(section: Section, setting: Pick<Setting, "key" | "group">): boolean {
  return section.group === setting.group && (section.has?.(setting) ?? true);
}
