import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { answer, failure, provide } from "./api";
import { type Store, sampleStores } from "./stores";

export interface Running {
  origin: string;
  close: () => Promise<void>;
}

/** A shop's page with the built file, the API behind it, and what plays Stripe. */
export function serve(dist: string): Promise<Running> {
  let stores = sampleStores();
  return listen(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const file = FILES[url.pathname]?.(dist);
    if (file) return send(response, 200, file.type, await readFile(file.path));
    if (url.pathname === "/graphql/") return graphqlAnswer(stores, request, response);
    if (url.pathname === "/reset/") stores = sampleStores();
    else if (url.pathname === "/provider/") {
      const [secret, state] = [url.searchParams.get("secret"), url.searchParams.get("state")];
      for (const store of stores.values()) provide(store, secret ?? "", state ?? "");
    } else if (url.pathname === "/store/") {
      const store = stores.get(url.searchParams.get("name") ?? "");
      return send(response, 200, "application/json", JSON.stringify(store));
    } else if (url.pathname.startsWith("/documents/")) {
      return send(response, 200, "application/pdf", "%PDF-1.7\n%%EOF\n");
    } else return send(response, 404, "text/plain", "Not found");
    send(response, 200, "text/plain", "");
  });
}

const HERE = import.meta.dirname;
const FILES: Readonly<Record<string, (dist: string) => { path: string; type: string }>> = {
  "/": () => ({ path: join(HERE, "page.html"), type: "text/html; charset=utf-8" }),
  "/stripe.js": () => ({ path: join(HERE, "stripe.js"), type: "text/javascript" }),
  "/saleor-invoices.js": (dist) => ({
    path: join(dist, "saleor-invoices.js"),
    type: "text/javascript",
  }),
  "/react18.js": (dist) => ({ path: join(dist, "react18.js"), type: "text/javascript" }),
  "/react19.js": (dist) => ({ path: join(dist, "react19.js"), type: "text/javascript" }),
};

async function graphqlAnswer(
  stores: Map<string, Store>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = "", "x-invoice-link": link, "saleor-api-url": api } = request.headers;
  const store = stores.get(new URL(String(api)).hostname.split(".")[0] ?? "");
  const body = JSON.parse(Buffer.concat(chunks).toString());
  const who = { link: link !== undefined, origin: `http://${request.headers.host}` };
  const result = refusal(store, authorization, link) ?? (await answer(store as Store, body, who));
  send(response, 200, "application/json", JSON.stringify(result));
}

function refusal(store: Store | undefined, authorization: string, link: unknown) {
  if (authorization === "Bearer stale") return failure("TOKEN_EXPIRED");
  if (link === "closed") return failure("LINK_CLOSED");
  if (!authorization && !link) return failure("UNAUTHENTICATED");
  if (store === undefined) return failure("STORE_UNKNOWN");
  return store.fails ? failure(store.fails) : undefined;
}

function send(response: ServerResponse, status: number, type: string, content: string | Buffer) {
  response.writeHead(status, { "Content-Type": type });
  response.end(content);
}

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Running> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, 500, "text/plain", String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
