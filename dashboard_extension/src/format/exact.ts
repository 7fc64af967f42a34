/** Whether a text is an exact decimal as the API takes it, e.g. `-1234.50`. */
export function isExact(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Which side of zero. */
export function signOf(exact: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(exact)) return 0;
  return exact.startsWith("-") ? -1 : 1;
}

/** How long to draw a bar. For pictures only: an amount that is shown or sent stays text. */
export function lengthOf(exact: string): number {
  return Number(exact);
}
