import type { AppBridge } from "@saleor/app-sdk/app-bridge";
import { Button } from "@saleor/macaw-ui";
import { type ReactNode, useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { ApiProvider } from "../api/context";
import { BridgeProvider, useBridgeState, useHandshake } from "../bridge/context";
import { LanguageProvider, useLanguage } from "../i18n/context";
import { Notice } from "../ui/Notice";
import { ErrorBoundary } from "./ErrorBoundary";
import { Pages } from "./Pages";
import { BASE } from "./paths";
import { Themed } from "./Themed";

/** The app inside the dashboard's frame. */
export function App({ bridge }: { bridge: AppBridge }) {
  return (
    <BridgeProvider bridge={bridge}>
      <Surroundings>
        <ErrorBoundary>
          <Connected>
            <ApiProvider>
              <Router />
            </ApiProvider>
          </Connected>
        </ErrorBoundary>
      </Surroundings>
    </BridgeProvider>
  );
}

function Surroundings({ children }: { children: ReactNode }) {
  const { theme, locale } = useBridgeState();
  return (
    <Themed theme={theme}>
      <LanguageProvider locale={locale}>{children}</LanguageProvider>
    </Themed>
  );
}

/** The pages once the dashboard has introduced itself; they keep standing while it renews a token. */
function Connected({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  const { handshake, retry } = useHandshake();
  if (handshake === "ready") return children;
  if (handshake === "waiting") {
    return (
      <span role="status" className="visually-hidden">
        {t("bridge.connecting")}
      </span>
    );
  }
  return (
    <Notice
      alert
      title={t("bridge.silent")}
      text={t("bridge.silent.hint")}
      action={
        <Button variant="secondary" onClick={retry}>
          {t("error.retry")}
        </Button>
      }
    />
  );
}

/** One route for all: a router of this kind can hold back who would leave unsaved changes. */
function Router() {
  const [router] = useState(() =>
    createBrowserRouter([{ path: "*", element: <Pages /> }], { basename: BASE }),
  );
  return <RouterProvider router={router} />;
}
