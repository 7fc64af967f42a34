import type { AppBridge } from "@saleor/app-sdk/app-bridge";
import { actions } from "@saleor/app-sdk/app-bridge";

/** Dashboard tokens live for minutes: one that ends sooner than this is renewed before use. */
const LEEWAY_SECONDS = 10;
/** How long to wait when only this machine's clock, which may be wrong, says that it is over. */
const HINT_WAIT_MS = 2_000;
const RENEWAL_WAIT_MS = 10_000;

/** The dashboard gave no new token in time. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/** Gives a token that still holds, asking the dashboard for another one when it must. */
export class TokenSource {
  private renewal: { stale: string | undefined; token: Promise<string> } | undefined;

  constructor(private readonly bridge: AppBridge) {}

  /** The present token, renewed before it expires; rejects with `SessionEnded` without any. */
  async current(): Promise<string> {
    const { token } = this.bridge.getState();
    if (token === undefined) return this.renewed(undefined);
    if (secondsLeft(token) > LEEWAY_SECONDS) return token;
    const late = new Promise<string>((resolve) => setTimeout(resolve, HINT_WAIT_MS, token));
    return Promise.race([this.renewed(token).catch(() => token), late]);
  }

  /** A token other than `stale`; rejects with `SessionEnded` when none comes in time. */
  renewed(stale: string | undefined): Promise<string> {
    const { token } = this.bridge.getState();
    if (token !== undefined && token !== stale) return Promise.resolve(token);
    if (this.renewal === undefined || this.renewal.stale !== stale) {
      const asked = { stale, token: this.ask(stale) };
      this.renewal = asked;
      const forget = () => {
        if (this.renewal === asked) this.renewal = undefined;
      };
      asked.token.then(forget, forget);
    }
    return this.renewal.token;
  }

  private ask(stale: string | undefined): Promise<string> {
    return new Promise((resolve, reject) => {
      const hear = ({ token }: { token: string }) => {
        if (token !== stale) finish(() => resolve(token));
      };
      const stops = [
        this.bridge.subscribe("handshake", hear),
        this.bridge.subscribe("tokenRefresh", hear),
      ];
      const timer = setTimeout(
        () => finish(() => reject(new SessionEnded("The dashboard sent no new token."))),
        RENEWAL_WAIT_MS,
      );
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        for (const stop of stops) stop();
        settle();
      };
      // A dashboard answers it with a handshake, which carries its newest token.
      this.bridge.dispatch(actions.NotifyReady()).catch(() => undefined);
    });
  }
}

/** Seconds until the token expires; infinite for a token that can't be read, which is the API's to judge. */
export function secondsLeft(token: string, now: number = Date.now()): number {
  try {
    const payload = token.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    const exp = (claims as { exp?: unknown }).exp;
    return typeof exp === "number" ? exp - now / 1000 : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
