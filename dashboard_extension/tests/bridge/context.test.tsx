import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BridgeProvider, useBridgeState, useHandshake } from "../../src/bridge/context";
import { isEmbedded } from "../../src/bridge/embedded";
import { Dashboard, tokenFor } from "../dashboard";

let dashboard: Dashboard;

function Probe() {
  const { theme, locale, saleorApiUrl } = useBridgeState();
  const { handshake, retry } = useHandshake();
  return (
    <button type="button" onClick={retry}>
      {[handshake, theme, locale, saleorApiUrl].join(" ")}
    </button>
  );
}

const shown = () => screen.getByRole("button").textContent;

beforeEach(() => {
  vi.useFakeTimers();
  dashboard = new Dashboard("/dashboard/?saleorApiUrl=https://s.example.com/graphql/&theme=light");
  render(
    <BridgeProvider bridge={dashboard.bridge}>
      <Probe />
    </BridgeProvider>,
  );
});

afterEach(() => {
  cleanup();
  dashboard.close();
  vi.useRealTimers();
});

it("starts with what the address says", () => {
  expect(shown()).toBe("waiting light en https://s.example.com/graphql/");
});

it("follows the dashboard's theme and language", () => {
  act(() => {
    dashboard.handshake(tokenFor(300));
    dashboard.send("theme", { theme: "dark" });
    dashboard.send("localeChanged", { locale: "pl" });
  });
  expect(shown()).toBe("ready dark pl https://s.example.com/graphql/");
});

it("says that the dashboard is silent, and asks again on demand", () => {
  act(() => vi.advanceTimersByTime(10_000));
  expect(shown()).toMatch(/^silent/);
  const asked = dashboard.count("notifyReady");
  act(() => screen.getByRole("button").click());
  expect(shown()).toMatch(/^waiting/);
  expect(dashboard.count("notifyReady")).toBe(asked + 1);
  act(() => dashboard.handshake(tokenFor(300)));
  expect(shown()).toMatch(/^ready/);
});

it("knows a frame from a page of its own, also where it may not look at the top", () => {
  const alone = {} as Window;
  expect(isEmbedded(Object.assign(alone, { self: alone, top: alone }))).toBe(false);
  expect(isEmbedded({ self: {}, top: {} } as unknown as Window)).toBe(true);
  const forbidden = Object.defineProperty({ self: {} }, "top", {
    get: () => {
      throw new Error("SecurityError");
    },
  });
  expect(isEmbedded(forbidden as unknown as Window)).toBe(true);
});
