import { useMemo } from "react";
import { useBridgeState } from "../bridge/context";

/** What the person may do: the pages show nothing else, and the API refuses the rest. */
export interface Viewer {
  email: string;
  /** See and make documents: MANAGE_ORDERS. */
  mayWork: boolean;
  /** Record payments, give money back: HANDLE_PAYMENTS besides. */
  mayHandleMoney: boolean;
  /** Change settings: MANAGE_APPS or MANAGE_SETTINGS. */
  maySet: boolean;
  mayReadSettings: boolean;
}

/** The person before the page, by the permissions that their token names. */
export function useViewer(): Viewer {
  const { user } = useBridgeState();
  return useMemo(() => viewerOf(user), [user]);
}

export function viewerOf(
  user: { email: string; permissions: readonly string[] } | undefined,
): Viewer {
  const held = new Set(user?.permissions ?? []);
  const mayWork = held.has("MANAGE_ORDERS");
  const maySet = held.has("MANAGE_APPS") || held.has("MANAGE_SETTINGS");
  return {
    email: user?.email ?? "",
    mayWork,
    mayHandleMoney: mayWork && held.has("HANDLE_PAYMENTS"),
    maySet,
    mayReadSettings: maySet || mayWork,
  };
}
