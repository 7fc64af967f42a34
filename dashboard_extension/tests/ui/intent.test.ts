import { expect, it } from "vitest";
import { keyFor } from "../../src/ui/useMutationWithFeedback";

it("keeps an intent's key for the same wish, and makes another for another wish", () => {
  const intent = { current: undefined };
  const first = keyFor(intent, { amount: "1.00" });
  expect(keyFor(intent, { amount: "1.00" })).toBe(first);
  const other = keyFor(intent, { amount: "2.00" });
  expect(other).not.toBe(first);
  expect(keyFor(intent, { amount: "1.00" })).not.toBe(first);
});

it("knows a wish without variables", () => {
  const intent = { current: undefined };
  expect(keyFor(intent, undefined)).toBe(keyFor(intent, undefined));
});
