import type { MessageKey, Messages, PluralKey } from "./catalogue";

export type Values = Readonly<Record<string, string>>;

export interface Translate {
  (key: Exclude<MessageKey, PluralKey>, values?: Values): string;
  /** The message of a key that is put together from data; undefined where there is none. */
  find: (key: string, values?: Values) => string | undefined;
  /** The form that fits `count`, which is also the value `{count}`. */
  count: (key: PluralKey, count: number, values?: Values) => string;
}

/** The words of one language; `locale` forms the numbers inside of them. */
export function createTranslate(messages: Messages, language: string, locale: string): Translate {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  const translate = (key: MessageKey, values: Values = {}) => {
    const message = messages[key];
    return fill(typeof message === "string" ? message : message.other, values);
  };
  const find = (key: string, values?: Values) =>
    Object.hasOwn(messages, key) ? translate(key as MessageKey, values) : undefined;
  const count = (key: PluralKey, amount: number, values: Values = {}) => {
    const forms = messages[key];
    const form = forms[rules.select(amount)] ?? forms.other;
    return fill(form, { ...values, count: numbers.format(amount) });
  };
  return Object.assign(translate, { count, find });
}

/** Puts values in place of `{name}`; a name without a value stays, so that it is seen. */
export function fill(message: string, values: Values): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
