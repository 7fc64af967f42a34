import { type Setting, same } from "./edits";

/** Settings that say nothing unless another one has a value. */
const ONLY_WITH: Readonly<Record<string, readonly [key: string, value: unknown]>> = {
  html_template: ["template", "html"],
  access_point_url: ["transmission", "access_point"],
  access_point_token: ["transmission", "access_point"],
};

/** Whether a setting is worth showing: it makes a difference, or has a value of its own. */
export function matters(
  { key, overridden }: Pick<Setting, "key" | "overridden">,
  currentOf: (key: string) => unknown,
): boolean {
  const needed = ONLY_WITH[key];
  return needed === undefined || overridden || same(currentOf(needed[0]), needed[1]);
}
