import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, type Connection, createApi } from "../../src/api/client";
import { fileName } from "../../src/api/download";
import { ownerOf } from "../../src/api/token";
import { LinkInvoiceDocument } from "../../src/generated/graphql";

const base: Connection = {
  apiUrl: "https://invoices.example.com/graphql/",
  saleorApiUrl: "https://shop.example.com/graphql/",
  token: "",
  link: "",
  tokenProvider: undefined,
};
const found = { data: { salesInvoice: { id: "1" } } };
const failed = (code: string) => ({
  data: null,
  errors: [{ message: code, extensions: { code, params: { retry_after: 3 } } }],
});

let calls: { url: string; headers: Record<string, string> }[] = [];
const answers: unknown[] = [];

beforeEach(() => {
  calls = [];
  answers.length = 0;
  vi.stubGlobal("fetch", async (url: string, { headers }: { headers: Record<string, string> }) => {
    calls.push({ url, headers });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return new Response(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
});
afterEach(() => vi.unstubAllGlobals());

const ask = (connection: Partial<Connection>) =>
  createApi(() => ({ ...base, ...connection }))(LinkInvoiceDocument, {});
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "",
    (error: unknown) => (error as ApiError).code,
  );

describe("the client", () => {
  it("sends token, link and store as headers, and only those that there are", async () => {
    answers.push(found, found);
    await ask({ token: "t" });
    await ask({ link: "l", saleorApiUrl: "" });
    expect(calls.map(({ headers }) => headers)).toEqual([
      {
        "Content-Type": "application/json",
        Authorization: "Bearer t",
        "Saleor-Api-Url": base.saleorApiUrl,
      },
      { "Content-Type": "application/json", "X-Invoice-Link": "l" },
    ]);
  });

  it("asks the provider again when a token is over, once, and keeps the new one", async () => {
    const asked: (string | null)[] = [];
    const tokenProvider = ({ expired }: { expired: string | null }) => {
      asked.push(expired);
      return expired === null ? "old" : "new";
    };
    answers.push(failed("TOKEN_EXPIRED"), found, found);
    await ask({ tokenProvider });
    await ask({ tokenProvider });
    expect(asked).toEqual([null, "old"]);
    expect(calls.map(({ headers }) => headers.Authorization)).toEqual([
      "Bearer old",
      "Bearer new",
      "Bearer new",
    ]);
  });

  it("says that the session has ended where there is no newer token", async () => {
    answers.push(failed("TOKEN_EXPIRED"), failed("TOKEN_EXPIRED"), failed("TOKEN_EXPIRED"));
    expect(await codeOf(ask({ token: "old" }))).toBe("SESSION_ENDED");
    expect(await codeOf(ask({ tokenProvider: ({ expired }) => (expired ? null : "old") }))).toBe(
      "SESSION_ENDED",
    );
    expect(calls).toHaveLength(2);
  });

  it("does not ask a third time", async () => {
    const tokenProvider = () => `token-${Math.random()}`;
    answers.push(failed("TOKEN_EXPIRED"), failed("TOKEN_EXPIRED"));
    expect(await codeOf(ask({ tokenProvider }))).toBe("TOKEN_EXPIRED");
    expect(calls).toHaveLength(2);
  });

  it("keeps the API's codes, and names what is none of the API's", async () => {
    answers.push(failed("THROTTLED"), new TypeError("no network"), "<html>", { data: null });
    const error = await ask({ token: "t" }).catch((thrown: unknown) => thrown as ApiError);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).params).toEqual({ retry_after: 3 });
    expect(await codeOf(ask({ token: "t" }))).toBe("NETWORK");
    expect(await codeOf(ask({ token: "t" }))).toBe("SERVER");
    expect(await codeOf(ask({ token: "t" }))).toBe("SERVER");
  });
});

it("knows a renewed token of the same customer", () => {
  const token = (payload: object) => `x.${btoa(JSON.stringify(payload))}.y`;
  const [first, renewed] = [1, 2].map((exp) => token({ iss: "s", user_id: "VXNlcjox", exp }));
  expect(ownerOf(first ?? "")).toBe(ownerOf(renewed ?? ""));
  expect(ownerOf(token({ iss: "s", user_id: "VXNlcjoy" }))).not.toBe(ownerOf(first ?? ""));
  expect(ownerOf("opaque")).toBe("opaque");
});

it("names files as file systems allow", () => {
  expect(fileName("RE/2026\\7: é", "pdf")).toBe("re-2026-7-é.pdf");
  expect(fileName("../..", "xml")).toBe("document.xml");
});
