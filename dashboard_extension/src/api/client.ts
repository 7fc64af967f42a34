import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";

const PATH = "/graphql/";
const TIMEOUT_MS = 20_000;
/** Codes of the API that say "the token is over", as opposed to "you may not". */
const STALE_TOKEN = new Set(["TOKEN_EXPIRED", "UNAUTHENTICATED"]);
const PASSING = new Set(["NETWORK", "TIMEOUT", "SERVER", "INTERNAL_ERROR"]);

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

  /** Whether the same request may succeed a moment later. */
  get passing(): boolean {
    return PASSING.has(this.code);
  }
}

export interface Tokens {
  current(): Promise<string>;
  renewed(stale: string): Promise<string>;
}

export interface Connection {
  tokens: Tokens;
  saleorApiUrl: string;
  /** Where the app's API is; only tests need another than the page's own. */
  origin?: string;
}

/** An operation as codegen makes it, in whichever folder. */
export type Operation<Result, Variables> = DocumentTypeDecoration<Result, Variables> & {
  toString(): string;
};

export type Api = <Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) => Promise<Result>;

/** The one way to the app's GraphQL API. Rejects with `ApiError`, or with the abort of `signal`. */
export function createApi(connection: Connection): Api {
  return async (document, variables, signal) => {
    const body = JSON.stringify({ query: document.toString(), variables });
    const token = await tokenOf(() => connection.tokens.current());
    try {
      return await send(connection, token, body, signal);
    } catch (error) {
      if (!(error instanceof ApiError && STALE_TOKEN.has(error.code))) throw error;
      const fresh = await tokenOf(() => connection.tokens.renewed(token));
      return send(connection, fresh, body, signal);
    }
  };
}

async function tokenOf(ask: () => Promise<string>): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    throw new ApiError("SESSION_ENDED", String(error));
  }
}

async function send<Result>(
  { origin = "", saleorApiUrl }: Connection,
  token: string,
  body: string,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    Authorization: `Bearer ${token}`,
  };
  // Without it the API takes the token's issuer.
  if (saleorApiUrl) headers["Saleor-Api-Url"] = saleorApiUrl;
  const response = await reach(origin + PATH, { method: "POST", headers, body }, signal);
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
    return await fetch(url, { ...init, signal: either });
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
