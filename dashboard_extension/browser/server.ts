import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { secondsLeft } from "../src/bridge/tokens";
import { answer, failure } from "./api";
import { sampleStores } from "./stores";

/** Stricter than what the app sends: whatever passes here passes there. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const LOGO = join(import.meta.dirname, "../../saleor_invoices/web/static/logo.png");
const PARENT = join(import.meta.dirname, "parent.html");

export interface Running {
  origin: string;
  close: () => Promise<void>;
}

/** The app as the dashboard's frame sees it: the built pages, the API, the PDFs. */
export function serveApp(dist: string): Promise<Running> {
  const stores = sampleStores();
  return listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/graphql/") return graphqlAnswer(stores, request, response);
    if (pathname === "/reset/") {
      stores.clear();
      for (const [name, store] of sampleStores()) stores.set(name, store);
      return send(response, 200, "text/plain", "");
    }
    if (pathname === "/heal/") {
      for (const store of stores.values()) delete store.fails;
      return send(response, 200, "text/plain", "");
    }
    if (pathname.startsWith("/documents/")) {
      return send(response, 200, "application/pdf", "%PDF-1.7\n%%EOF\n");
    }
    if (pathname === "/static/logo.png")
      return send(response, 200, TYPES[".png"], await readFile(LOGO));
    return page(dist, pathname, response);
  });
}

/** The dashboard around the frame, on an origin of its own. */
export function serveParent(): Promise<Running> {
  return listen(async (_request, response) =>
    send(response, 200, TYPES[".html"], await readFile(PARENT)),
  );
}

async function page(dist: string, pathname: string, response: ServerResponse): Promise<void> {
  const asset = pathname.startsWith("/dashboard/assets/");
  const file = asset ? normalize(pathname.slice("/dashboard/".length)) : "index.html";
  const content = await readFile(join(dist, file)).catch(() => undefined);
  if (content === undefined) return send(response, 404, "text/plain", "Not found");
  response.setHeader("Content-Security-Policy", POLICY);
  send(response, 200, TYPES[extname(file)], content);
}

async function graphqlAnswer(
  stores: ReturnType<typeof sampleStores>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const token = (request.headers.authorization ?? "").replace("Bearer ", "");
  const name = new URL(String(request.headers["saleor-api-url"])).hostname.split(".")[0] ?? "";
  const store = stores.get(name);
  const result = await (async () => {
    if (!token) return failure("UNAUTHENTICATED");
    if (secondsLeft(token) <= 0) return failure("TOKEN_EXPIRED");
    if (store === undefined) return failure("STORE_UNKNOWN");
    if (store.delayMs) await new Promise((resolve) => setTimeout(resolve, store.delayMs));
    if (store.fails) return failure(store.fails);
    return answer(store, JSON.parse(Buffer.concat(chunks).toString()));
  })();
  send(response, 200, "application/json", JSON.stringify(result));
}

function send(
  response: ServerResponse,
  status: number,
  type: string | undefined,
  content: string | Buffer,
): void {
  response.writeHead(status, { "Content-Type": type ?? "application/octet-stream" });
  response.end(content);
}

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Running> {
  const server: Server = createServer((request, response) => {
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
