import { expect, it } from "vitest";
import { ApiError } from "../../src/api/client";
import { ENGLISH } from "../../src/i18n/catalogue";
import { createTranslate } from "../../src/i18n/translate";
import { orderOf } from "../../src/problems/useProblems";
import { errorText } from "../../src/ui/errors";

const t = createTranslate(ENGLISH, "en", "en");

it("says in the reader's words what it knows", () => {
  expect(errorText(new ApiError("NETWORK", "fetch failed"), t)).toBe(ENGLISH["error.NETWORK"]);
  expect(errorText(new ApiError("INTERNAL_ERROR", "x"), t)).toBe(ENGLISH["error.SERVER"]);
});

it("says in the API's words what only the API knows", () => {
  const error = new ApiError("BILLING_ADDRESS_MISSING", "The order has no billing address.");
  expect(errorText(error, t)).toBe("The order has no billing address.");
});

it("shows nothing of the inside of what nobody foresaw", () => {
  expect(errorText(new TypeError("undefined is not a function"), t)).toBe(ENGLISH["error.SERVER"]);
});

it("knows the order of a problem", () => {
  expect(orderOf({ subject: "order:T3JkZXI6MQ==" })).toBe("T3JkZXI6MQ==");
  expect(orderOf({ subject: "document:7b0c7a64" })).toBeUndefined();
  expect(orderOf({ subject: "store" })).toBeUndefined();
});
