import { expect, it } from "vitest";
import { viewerOf } from "../../src/app/useViewer";

const may = (...permissions: string[]) => {
  const { email, ...rights } = viewerOf({ email: "staff@example.com", permissions });
  expect(email).toBe("staff@example.com");
  return Object.entries(rights)
    .filter(([, allowed]) => allowed)
    .map(([name]) => name);
};

it("lets people do what their permissions say, and no more", () => {
  expect(may()).toEqual([]);
  expect(may("MANAGE_PRODUCTS", "HANDLE_PAYMENTS")).toEqual([]);
  expect(may("MANAGE_ORDERS")).toEqual(["mayWork", "mayReadSettings"]);
  expect(may("MANAGE_ORDERS", "HANDLE_PAYMENTS")).toEqual([
    "mayWork",
    "mayHandleMoney",
    "mayReadSettings",
  ]);
  expect(may("MANAGE_APPS")).toEqual(["maySet", "mayReadSettings"]);
  expect(may("MANAGE_SETTINGS")).toEqual(["maySet", "mayReadSettings"]);
});

it("lets nobody do anything before the dashboard has said who it is", () => {
  expect(Object.values(viewerOf(undefined)).some((value) => value === true)).toBe(false);
});
