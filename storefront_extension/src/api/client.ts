import type { TypedDocumentString } from "../generated/graphql";

const TIMEOUT_MS = 20_000;
/** Codes of the API that say "the token is over", as opposed to "you may not". */
const STALE_TOKEN = new Set(["TOKEN_EXPIRED", "UNAUTHENTICATED"]);

/** Why a request failed: `code` is the API's own, or NETWORK, TIMEOUT, SERVER, SESSION_ENDED. */
export class ApiError extends Error {
  override name = "ApiError";

  constructor(
    readonly code: string,
    message: string,
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Gives the customer's Saleor token; `expired` is the one that no longer holds. */
export type TokenProvider = (asked: {
  expired: string | null;
}) => string | null | undefined | Promise<string | null | undefined>;

export interface Connection {
  apiUrl: string;
  saleorApiUrl: string;
  token: string;
  link: string;
  tokenProvider: TokenProvider | undefined;
}

export type Api = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) => Promise<Result>;

/** Keeps the provider's last token, so that it is asked only when there is need. */
const kept = new WeakMap<TokenProvider, string>();

/** The one way to the API. Rejects with `ApiError`, or with the abort of `signal`. */
export function createApi(connection: () => Connection): Api {
  return async (document, variables, signal) => {
    const body = JSON.stringify({ query: document.toString(), variables });
    const now = connection();
    const token = await tokenOf(now, null);
    try {
      return await send(now, token, body, signal);
    } catch (error) {
      if (!(error instanceof ApiError && STALE_TOKEN.has(error.code))) throw error;
      const fresh = await tokenOf(connection(), token);
      return send(now, fresh, body, signal);
    }
  };
}

/** Forgets a provider's token, e.g. because someone else has signed in. */
export function forgetToken(provider: TokenProvider | undefined): void {
  if (provider) kept.delete(provider);
}

async function tokenOf(connection: Connection, expired: string | null): Promise<string> {
  const { tokenProvider, token, link } = connection;
  if (tokenProvider === undefined) {
    if (expired === null || (token !== "" && token !== expired)) return token;
    throw new ApiError(link ? "LINK_CLOSED" : "SESSION_ENDED", "The token is over.");
  }
  const known = kept.get(tokenProvider);
  if (known !== undefined && known !== expired) return known;
  const given = await ask(tokenProvider, expired);
  if (given) kept.set(tokenProvider, given);
  else kept.delete(tokenProvider);
  if (!given && expired !== null) throw new ApiError("SESSION_ENDED", "There is no new token.");
  return given;
}

async function ask(provider: TokenProvider, expired: string | null): Promise<string> {
  try {
    return (await provider({ expired })) ?? "";
  } catch (error) {
    throw new ApiError("SESSION_ENDED", String(error));
  }
}

async function send<Result>(
  connection: Connection,
  token: string,
  body: string,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (connection.link) headers["X-Invoice-Link"] = connection.link;
  // Without it the API takes the token's issuer.
  if (connection.saleorApiUrl) headers["Saleor-Api-Url"] = connection.saleorApiUrl;
  const response = await reach(connection.apiUrl, { method: "POST", headers, body }, signal);
  return read<Result>(response);
}

async function reach(
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    return await fetch(url, { ...init, credentials: "omit", signal: either });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(timeout.aborted ? "TIMEOUT" : "NETWORK", String(error));
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: readonly {
    message?: string;
    extensions?: { code?: string; params?: Record<string, unknown> };
  }[];
}

async function read<Result>(response: Response): Promise<Result> {
  const answer: Answer<Result> | undefined = await response.json().catch(() => undefined);
  const error = answer?.errors?.[0];
  if (error !== undefined) {
    const { code = "SERVER", params } = error.extensions ?? {};
    throw new ApiError(code, error.message ?? code, params);
  }
  if (!response.ok || answer?.data == null) {
    throw new ApiError("SERVER", `The server answered ${response.status} without data.`);
  }
  return answer.data;
}

/** Any failure as an `ApiError`; one that is ours by mistake is the code UNKNOWN. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("UNKNOWN", String(error));
}
