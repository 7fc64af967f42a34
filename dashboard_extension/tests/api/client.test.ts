// @vitest-environment node
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Api, ApiError, createApi, type Tokens } from "../../src/api/client";
import { OpenProblemsDocument } from "../../src/generated/graphql";

type Reply = { status?: number; body: string } | "cut";

const DATA = { problems: [], store: { openProblems: 0 } };
const good: Reply = { body: JSON.stringify({ data: DATA }) };
const bad = (code: string): Reply => ({
  body: JSON.stringify({
    data: null,
    errors: [{ message: `It says ${code}.`, extensions: { code, params: { field: "id" } } }],
  }),
});

let server: Server;
let replies: Reply[];
let requests: { headers: IncomingHttpHeaders; url: string | undefined; body: string }[];
let renewals: string[];

const tokens: Tokens = {
  current: async () => "token-1",
  renewed: async (stale) => {
    renewals.push(stale);
    return "token-2";
  },
};

beforeEach(async () => {
  [replies, requests, renewals] = [[], [], []];
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ headers: request.headers, url: request.url, body });
    const reply = replies.shift() ?? good;
    if (reply === "cut") return void request.socket.destroy();
    response.writeHead(reply.status ?? 200, { "Content-Type": "application/json" });
    response.end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => void server.close());

function api(overrides: Partial<Parameters<typeof createApi>[0]> = {}): Api {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createApi({
    tokens,
    saleorApiUrl: "https://shop.example.com/graphql/",
    origin,
    ...overrides,
  });
}

const ask = (use: Api = api(), signal?: AbortSignal) =>
  use(OpenProblemsDocument, { first: 5 }, signal);

async function failure(asked: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`No ApiError but ${String(error)}`);
  return error;
}

it("sends the operation with the token and the store, and gives the data", async () => {
  expect(await ask()).toEqual(DATA);
  const [request] = requests;
  expect(request?.url).toBe("/graphql/");
  expect(request?.headers.authorization).toBe("Bearer token-1");
  expect(request?.headers["saleor-api-url"]).toBe("https://shop.example.com/graphql/");
  const body = JSON.parse(request?.body ?? "");
  expect(body.variables).toEqual({ first: 5 });
  expect(body.query).toContain("query OpenProblems");
});

it("names no store where the dashboard named none", async () => {
  await ask(api({ saleorApiUrl: "" }));
  expect(requests[0]?.headers).not.toHaveProperty("saleor-api-url");
});

it("asks once more with a new token when the first is over", async () => {
  replies = [bad("TOKEN_EXPIRED"), good];
  expect(await ask()).toEqual(DATA);
  expect(renewals).toEqual(["token-1"]);
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
});

it("does not go round in circles when the new token is refused too", async () => {
  replies = [bad("TOKEN_EXPIRED"), bad("TOKEN_EXPIRED"), good];
  expect((await failure(ask())).code).toBe("TOKEN_EXPIRED");
  expect(requests).toHaveLength(2);
});

it("asks for no new token when the person may not", async () => {
  replies = [bad("PERMISSION_DENIED")];
  const error = await failure(ask());
  expect(error.code).toBe("PERMISSION_DENIED");
  expect(error.message).toBe("It says PERMISSION_DENIED.");
  expect(error.params).toEqual({ field: "id" });
  expect(error.passing).toBe(false);
  expect(renewals).toEqual([]);
});

it("says that the session ended when there is no token, and sends nothing", async () => {
  const none: Tokens = { ...tokens, current: () => Promise.reject(new Error("none")) };
  expect((await failure(ask(api({ tokens: none })))).code).toBe("SESSION_ENDED");
  expect(requests).toEqual([]);
});

it.each([
  ["a cut connection", "cut", "NETWORK"],
  ["an error page", { status: 502, body: "<html>" }, "SERVER"],
  ["JSON that is no answer", { body: "[]" }, "SERVER"],
  ["no data", { body: '{"data":null}' }, "SERVER"],
  ["data under an error status", { status: 500, body: JSON.stringify({ data: DATA }) }, "SERVER"],
  ["an error without a code", { body: '{"errors":[{"message":"?"}]}' }, "SERVER"],
] as const)("takes %s for something that may pass", async (_what, reply, code) => {
  replies = [reply];
  const error = await failure(ask());
  expect(error.code).toBe(code);
  expect(error.passing).toBe(true);
});

it("lets a cancelled request be one, not a failure of the network", async () => {
  const cancel = new AbortController();
  cancel.abort();
  await expect(ask(api(), cancel.signal)).rejects.toMatchObject({ name: "AbortError" });
});
