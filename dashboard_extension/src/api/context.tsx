import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useBridge, useBridgeState } from "../bridge/context";
import { TokenSource } from "../bridge/tokens";
import { type Api, ApiError, createApi } from "./client";

const RETRIES = 2;

const ApiContext = createContext<Api | undefined>(undefined);

/** Queries of the app's API, with the dashboard's tokens. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const bridge = useBridge();
  const { saleorApiUrl } = useBridgeState();
  const [queries] = useState(createQueryClient);
  const api = useMemo(
    () => createApi({ tokens: new TokenSource(bridge), saleorApiUrl }),
    [bridge, saleorApiUrl],
  );
  return (
    <ApiContext.Provider value={api}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext.Provider>
  );
}

/** The API; throws outside of `ApiProvider`. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error("useApi needs an ApiProvider around it.");
  return api;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // "online" would wait for ever in a frame that the browser calls offline.
        networkMode: "always",
        retry: (count, error) => count < RETRIES && error instanceof ApiError && error.passing,
        retryDelay: (count) => 500 * 2 ** count,
      },
      mutations: { networkMode: "always" },
    },
  });
}
