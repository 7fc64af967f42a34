import { ApiError } from "../api/client";

const PATH = "/imports/";
const STALE_TOKEN = new Set(["TOKEN_EXPIRED", "UNAUTHENTICATED"]);

export interface Uploaded {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
}

export interface UploadRequest {
  file: File;
  token: string;
  saleorApiUrl: string;
  /** How much has left this machine, between 0 and 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

interface Tokens {
  current(): Promise<string>;
  renewed(stale: string): Promise<string>;
}

type Wish = Omit<UploadRequest, "token">;

/**
 * Brings a file to the app. Rejects with `ApiError`: the API's own codes, UPLOAD_CUT_OFF where the
 * connection broke off; with an `AbortError` where it was cancelled.
 */
export async function uploadFile(tokens: Tokens, wish: Wish): Promise<Uploaded> {
  const token = await tokenOf(() => tokens.current());
  try {
    return await sendFile({ ...wish, token });
  } catch (error) {
    if (!(error instanceof ApiError && STALE_TOKEN.has(error.code))) throw error;
    const fresh = await tokenOf(() => tokens.renewed(token));
    return sendFile({ ...wish, token: fresh });
  }
}

async function tokenOf(ask: () => Promise<string>): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    throw new ApiError("SESSION_ENDED", String(error));
  }
}

/** By XMLHttpRequest: `fetch` does not tell how much of a body has been sent. */
function sendFile(wish: UploadRequest): Promise<Uploaded> {
  const { file, token, saleorApiUrl, onProgress, signal } = wish;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const aborted = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
    if (signal.aborted) {
      aborted();
      return;
    }
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onabort = aborted;
    request.onerror = () => reject(new ApiError("UPLOAD_CUT_OFF", "The connection broke off."));
    request.onload = () => settle(request, resolve, reject);
    request.open("POST", `${PATH}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    if (saleorApiUrl) request.setRequestHeader("Saleor-Api-Url", saleorApiUrl);
    request.send(file);
  });
}

interface Refusal {
  error?: { code?: string; message?: string; params?: Record<string, unknown> };
}

function settle(
  { status, responseText }: XMLHttpRequest,
  resolve: (uploaded: Uploaded) => void,
  reject: (error: ApiError) => void,
): void {
  const answer = parsed(responseText);
  if (status === 201 && answer !== undefined) {
    resolve(answer as Uploaded);
    return;
  }
  const { code, message, params } = (answer as Refusal | undefined)?.error ?? {};
  // A proxy in front refuses with a page of its own.
  const known = code ?? (status === 413 ? "UPLOAD_TOO_LARGE" : "SERVER");
  reject(new ApiError(known, message ?? `The server answered ${status}.`, params));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
