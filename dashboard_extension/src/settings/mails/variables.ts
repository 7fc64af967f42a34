import type { MessageKey, PluralKey } from "../../i18n/catalogue";

/** What a text of a mail may show: the app's own list (`domain/mail_text.py`). */
export const VARIABLES = [
  "document",
  "number",
  "issue_date",
  "due_date",
  "days_overdue",
  "total",
  "amount_due",
  "buyer_name",
  "seller_name",
  "order_number",
  "preceding_number",
  "link",
  "message",
  "has_xml",
  "kind",
] as const;

export const variableHint = (name: (typeof VARIABLES)[number]): Exclude<MessageKey, PluralKey> =>
  `mail.variable.${name}`;
