import type { AppBridge } from "@saleor/app-sdk/app-bridge";
import { AppBridgeProvider, actions } from "@saleor/app-sdk/app-bridge";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";

/** How long a dashboard may take to introduce itself before we say that it does not answer. */
const HANDSHAKE_WAIT_MS = 10_000;
// The SDK's own hook does not hear of a change of language.
const STATE_EVENTS = ["handshake", "theme", "localeChanged", "tokenRefresh", "redirect"] as const;

export type BridgeState = ReturnType<AppBridge["getState"]>;
export type Handshake = "waiting" | "silent" | "ready";

const BridgeContext = createContext<AppBridge | undefined>(undefined);

export function BridgeProvider({ bridge, children }: { bridge: AppBridge; children: ReactNode }) {
  return (
    <AppBridgeProvider appBridgeInstance={bridge}>
      <BridgeContext.Provider value={bridge}>{children}</BridgeContext.Provider>
    </AppBridgeProvider>
  );
}

/** The App Bridge; throws outside of `BridgeProvider`. */
export function useBridge(): AppBridge {
  const bridge = useContext(BridgeContext);
  if (bridge === undefined) throw new Error("useBridge needs a BridgeProvider around it.");
  return bridge;
}

/** What the dashboard has told: token, theme, language, the store's API address. */
export function useBridgeState(): BridgeState {
  const bridge = useBridge();
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = STATE_EVENTS.map((event) => bridge.subscribe(event, changed));
      return () => stops.forEach((stop) => void stop());
    },
    [bridge],
  );
  return useSyncExternalStore(subscribe, () => bridge.getState());
}

/** Whether the dashboard has introduced itself, and a way to ask it once more. */
export function useHandshake(): { handshake: Handshake; retry: () => void } {
  const bridge = useBridge();
  const { ready } = useBridgeState();
  const [attempt, setAttempt] = useState(0);
  const [silentAt, setSilentAt] = useState<number>();
  useEffect(() => {
    if (ready) return;
    if (attempt > 0) bridge.dispatch(actions.NotifyReady()).catch(() => undefined);
    const timer = setTimeout(() => setSilentAt(attempt), HANDSHAKE_WAIT_MS);
    return () => clearTimeout(timer);
  }, [bridge, ready, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const waiting = silentAt === attempt ? "silent" : "waiting";
  return { handshake: ready ? "ready" : waiting, retry };
}

export interface Dashboard {
  /** Show a page of the dashboard itself, e.g. `/orders/<id>`. */
  open: (path: string) => void;
  /** The same in a new tab; also an address outside of the dashboard. */
  openTab: (path: string) => void;
  notify: (status: "success" | "error" | "info", text: string) => void;
  /** Let the order or customer page around us read its data anew (where it can). */
  refresh: () => void;
  /** Close the popup that we are in. */
  close: () => void;
}

/** Requests to the dashboard; one that it does not know is as good as none. */
export function useDashboard(): Dashboard {
  const bridge = useBridge();
  return useMemo(() => {
    const send = (action: Parameters<AppBridge["dispatch"]>[0]) =>
      void bridge.dispatch(action).catch(() => undefined);
    return {
      open: (to) => send(actions.Redirect({ to })),
      openTab: (to) => send(actions.Redirect({ to, newContext: true })),
      notify: (status, text) => send(actions.Notification({ status, title: "", text })),
      refresh: () => send(actions.RefreshEntity()),
      close: () => send(actions.PopupClose()),
    };
  }, [bridge]);
}
