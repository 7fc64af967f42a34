import { expect, it } from "vitest";
import { nextStep, type Step } from "../../src/setup/useSetup";

const steps = (states: Partial<Record<Step["key"], Step["state"]>>): Step[] =>
  Object.entries(states).map(([key, state]) => ({
    key: key as Step["key"],
    state: state as Step["state"],
    required: false,
  }));

it.each([
  [{ seller: "DONE", tax: "OPEN", numbers: "OPEN" }, undefined, "tax"],
  [{ seller: "OPEN", tax: "DONE", numbers: "OPEN" }, "tax", "numbers"],
  [{ seller: "OPEN", tax: "DONE", numbers: "SKIPPED" }, "tax", "seller"],
  [{ seller: "DONE" }, undefined, undefined],
] as const)("of %j after %s leads on to %s", (states, from, expected) => {
  expect(nextStep(steps(states), from)).toBe(expected);
});
