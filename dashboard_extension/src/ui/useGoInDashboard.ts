import { useCallback } from "react";
import { appRoute } from "../app/paths";
import { useBridgeState, useDashboard } from "../bridge/context";

/** Shows a page of ours in the dashboard, from a popup or widget, which can't hold it. */
export function useGoInDashboard(): (route: string) => void {
  const bridge = useBridgeState();
  const { open } = useDashboard();
  return useCallback((route) => open(appRoute(bridge, route)), [bridge, open]);
}
