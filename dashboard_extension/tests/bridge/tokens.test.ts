import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SessionEnded, secondsLeft, TokenSource } from "../../src/bridge/tokens";
import { Dashboard, tokenFor } from "../dashboard";

let dashboard: Dashboard;
let source: TokenSource;

beforeEach(() => {
  vi.useFakeTimers();
  dashboard = new Dashboard();
  source = new TokenSource(dashboard.bridge);
});

afterEach(() => {
  dashboard.close();
  vi.useRealTimers();
});

it("gives the present token while it holds, without asking", async () => {
  const token = tokenFor(300);
  dashboard.handshake(token);
  const asked = dashboard.count("notifyReady");
  expect(await source.current()).toBe(token);
  expect(dashboard.count("notifyReady")).toBe(asked);
});

it("waits for the first handshake", async () => {
  const waiting = source.current();
  const token = tokenFor(300);
  dashboard.handshake(token);
  expect(await waiting).toBe(token);
});

it("asks for another token before one expires", async () => {
  dashboard.handshake(tokenFor(3, "old"));
  const asked = dashboard.count("notifyReady");
  const waiting = source.current();
  expect(dashboard.count("notifyReady")).toBe(asked + 1);
  const fresh = tokenFor(300, "new");
  dashboard.send("tokenRefresh", { token: fresh });
  expect(await waiting).toBe(fresh);
});

it("lets the API judge a token when only this clock says that it is over", async () => {
  const token = tokenFor(-3600);
  dashboard.handshake(token);
  const waiting = source.current();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await waiting).toBe(token);
});

it("does not take the refused token for a new one", async () => {
  const stale = tokenFor(300, "refused");
  dashboard.handshake(stale);
  const waiting = source.renewed(stale);
  dashboard.handshake(stale);
  const fresh = tokenFor(300, "new");
  dashboard.handshake(fresh);
  expect(await waiting).toBe(fresh);
});

it("gives a token that came meanwhile without asking", async () => {
  dashboard.handshake(tokenFor(300, "new"));
  const asked = dashboard.count("notifyReady");
  await expect(source.renewed(tokenFor(300, "old"))).resolves.toContain(".");
  expect(dashboard.count("notifyReady")).toBe(asked);
});

it("asks once for many requests that wait", async () => {
  const stale = tokenFor(300, "refused");
  dashboard.handshake(stale);
  const asked = dashboard.count("notifyReady");
  const waiting = [source.renewed(stale), source.renewed(stale), source.renewed(stale)];
  expect(dashboard.count("notifyReady")).toBe(asked + 1);
  const fresh = tokenFor(300, "new");
  dashboard.handshake(fresh);
  expect(await Promise.all(waiting)).toEqual([fresh, fresh, fresh]);
});

it("gives up when no token comes, and asks anew the next time", async () => {
  const stale = tokenFor(300, "refused");
  dashboard.handshake(stale);
  const failed = expect(source.renewed(stale)).rejects.toThrow(SessionEnded);
  await vi.advanceTimersByTimeAsync(10_000);
  await failed;
  const waiting = source.renewed(stale);
  const fresh = tokenFor(300, "new");
  dashboard.handshake(fresh);
  expect(await waiting).toBe(fresh);
});

it("hears nothing from another origin", async () => {
  const waiting = source.current();
  dashboard.send("handshake", { token: tokenFor(300, "forged") }, "https://evil.example.com");
  const token = tokenFor(300, "real");
  dashboard.handshake(token);
  expect(await waiting).toBe(token);
});

it("reads the expiry of url-safe base64, and leaves what it can't read to the API", () => {
  expect(Math.round(secondsLeft(tokenFor(90, "~~~???")))).toBeCloseTo(90, -1);
  expect(secondsLeft("no token")).toBe(Number.POSITIVE_INFINITY);
  expect(secondsLeft(`x.${btoa("{}")}.x`)).toBe(Number.POSITIVE_INFINITY);
});
