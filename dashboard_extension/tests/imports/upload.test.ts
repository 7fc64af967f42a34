import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { uploadFile } from "../../src/imports/upload";

/** As a browser's, as far as uploads go; the test answers. */
class FakeRequest {
  static all: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = "";
  url = "";
  body: unknown;
  headers: Record<string, string> = {};

  constructor() {
    FakeRequest.all.push(this);
  }
  open(_method: string, url: string) {
    this.url = url;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: unknown) {
    this.body = body;
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = typeof body === "string" ? body : JSON.stringify(body);
    this.onload?.();
  }
}

const TOKENS = { current: async () => "old", renewed: async () => "new" };
const FILE = new File(["a;b\n"], "März 2026.csv");

function begin() {
  const control = new AbortController();
  const onProgress = vi.fn();
  const done = uploadFile(TOKENS, {
    file: FILE,
    saleorApiUrl: "https://shop.example.com/graphql/",
    onProgress,
    signal: control.signal,
  });
  done.catch(() => undefined);
  return { done, onProgress, control };
}

const sent = (count: number) =>
  vi.waitFor(() => {
    expect(FakeRequest.all.length).toBe(count);
    return FakeRequest.all[count - 1] as FakeRequest;
  });

beforeEach(() => {
  FakeRequest.all = [];
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("sends the file as it is, tells how far it is, and gives what was kept", async () => {
  const { done, onProgress } = begin();
  const request = await sent(1);
  expect(request.url).toBe("/imports/?name=M%C3%A4rz%202026.csv");
  expect(request.headers.Authorization).toBe("Bearer old");
  expect(request.headers["Saleor-Api-Url"]).toBe("https://shop.example.com/graphql/");
  expect(request.body).toBe(FILE);
  request.upload.onprogress?.({ loaded: 1, total: 4 });
  expect(onProgress).toHaveBeenCalledWith(0.25);
  request.answer(201, { id: "u1", name: "März 2026.csv", size: 4 });
  await expect(done).resolves.toMatchObject({ id: "u1", size: 4 });
});

it("asks for a fresh token where the old one is over, once", async () => {
  const { done } = begin();
  (await sent(1)).answer(401, { error: { code: "UNAUTHENTICATED", message: "Over." } });
  const again = await sent(2);
  expect(again.headers.Authorization).toBe("Bearer new");
  again.answer(401, { error: { code: "UNAUTHENTICATED", message: "Over." } });
  await expect(done).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect(FakeRequest.all.length).toBe(2);
});

it.each([
  [413, { error: { code: "UPLOAD_TOO_LARGE", message: "Large." } }, "UPLOAD_TOO_LARGE"],
  [413, "<html>nginx</html>", "UPLOAD_TOO_LARGE"],
  [400, { error: { code: "UPLOAD_INCOMPLETE", message: "Cut." } }, "UPLOAD_INCOMPLETE"],
  [502, "Bad gateway", "SERVER"],
  [201, "", "SERVER"],
])("%s with %j is %s", async (status, body, code) => {
  const { done } = begin();
  (await sent(1)).answer(status, body);
  await expect(done).rejects.toMatchObject({ code });
});

it("tells a connection that broke off, and a cancelled upload apart", async () => {
  const cut = begin();
  (await sent(1)).onerror?.();
  await expect(cut.done).rejects.toMatchObject({ code: "UPLOAD_CUT_OFF" });
  const cancelled = begin();
  await sent(2);
  cancelled.control.abort();
  await expect(cancelled.done).rejects.toMatchObject({ name: "AbortError" });
});
