import { AppBridge } from "@saleor/app-sdk/app-bridge";

export const ORIGIN = "https://dashboard.example.com";

interface Said {
  type: string;
  payload: { actionId?: string };
}

/** The dashboard's side of a real App Bridge: what it sends, what the app said. */
export class Dashboard {
  readonly said: Said[] = [];
  readonly bridge: AppBridge;
  private readonly post = window.parent.postMessage;

  constructor(address = "/dashboard/?saleorApiUrl=https%3A%2F%2Fshop.example.com%2Fgraphql%2F") {
    window.history.replaceState(null, "", address);
    Object.defineProperty(document, "referrer", { value: `${ORIGIN}/`, configurable: true });
    window.parent.postMessage = (message: Said) => this.hear(message);
    this.bridge = new AppBridge();
  }

  send(type: string, payload: object, origin = ORIGIN): void {
    window.dispatchEvent(new MessageEvent("message", { origin, data: { type, payload } }));
  }

  handshake(token: string): void {
    this.send("handshake", { token, version: 1 });
  }

  count(type: string): number {
    return this.said.filter((message) => message.type === type).length;
  }

  /** A dashboard answers every action; what it does beyond that is the test's to say. */
  private hear(message: Said): void {
    this.said.push(message);
    const { actionId } = message.payload;
    if (actionId) queueMicrotask(() => this.send("response", { actionId, ok: true }));
  }

  close(): void {
    this.bridge.unsubscribeAll();
    window.parent.postMessage = this.post;
  }
}

/** A token that ends in so many seconds; `mark` tells tokens apart. */
export function tokenFor(seconds: number, mark = ""): string {
  const exp = Math.floor(Date.now() / 1000) + seconds;
  const claims = { exp, mark, email: "staff@example.com", user_permissions: [], permissions: [] };
  return `${encode({ alg: "none" })}.${encode(claims)}.signature`;
}

function encode(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
