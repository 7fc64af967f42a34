import type { MessageKey, PluralKey } from "../../i18n/catalogue";

/** As the API takes it. */
export const MOST_BYTES = 350_000;

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** What is wrong with a file, before it is sent: its content tells, not its name. */
export function logoFault(content: Uint8Array): Exclude<MessageKey, PluralKey> | undefined {
  const begins = (signs: readonly number[]) => signs.every((sign, at) => content[at] === sign);
  if (!begins(PNG) && !begins(JPEG)) return "logo.noImage";
  return content.length > MOST_BYTES ? "logo.tooLarge" : undefined;
}

export function base64Of(content: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < content.length; at += 0x8000) {
    binary += String.fromCharCode(...content.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
