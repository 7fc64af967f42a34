/** Values of settings as the API has them, read with care: another version may have another form. */

export interface BankAccount {
  account: string;
  account_name: string;
  bic: string;
  bank_name: string;
}

export interface IssueRule {
  policy: string;
  buyer: string;
  countries: string[];
}

export interface MailText {
  subject: string;
  body: string;
}

export type MailTexts = Readonly<Record<string, MailText>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

export const days = (value: unknown): (number | string)[] =>
  Array.isArray(value) ? value.map((day) => (typeof day === "number" ? day : text(day))) : [];

export function accounts(value: unknown): BankAccount[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((row) => ({
    account: text(row.account),
    account_name: text(row.account_name),
    bic: text(row.bic),
    bank_name: text(row.bank_name),
  }));
}

export function rules(value: unknown): IssueRule[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((row) => ({
    policy: text(row.policy),
    buyer: text(row.buyer),
    countries: texts(row.countries),
  }));
}

export function mailTexts(value: unknown): MailTexts {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).map(([language, row]) => [
    language,
    { subject: text(isRecord(row) ? row.subject : ""), body: text(isRecord(row) ? row.body : "") },
  ]);
  return Object.fromEntries(entries);
}

/** The texts with one language's changed; what says nothing is left out. */
export function withMailText(all: MailTexts, language: string, said: MailText): MailTexts {
  const { [language]: _, ...others } = all;
  return said.subject || said.body ? { ...others, [language]: said } : others;
}

export type ClassRow = readonly [name: string, category: string];

export const classRows = (value: unknown): ClassRow[] =>
  isRecord(value) ? Object.entries(value).map(([name, category]) => [name, text(category)]) : [];
