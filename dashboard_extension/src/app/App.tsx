import type { AppBridge } from "@saleor/app-sdk/app-bridge";
import { Button } from "@saleor/macaw-ui";
import { lazy, type ReactNode, Suspense } from "react";
import { BrowserRouter, Link, Outlet, Route, Routes, useLocation } from "react-router";
import { ApiProvider } from "../api/context";
import { BridgeProvider, useBridgeState, useHandshake } from "../bridge/context";
import { LanguageProvider, useLanguage } from "../i18n/context";
import { InvoicesPage } from "../invoices/InvoicesPage";
import { Notice } from "../ui/Notice";
import { ErrorBoundary } from "./ErrorBoundary";
import { BASE, PATHS, withContext } from "./paths";
import { Themed } from "./Themed";
import { useDashboardRoute } from "./useDashboardRoute";

const OrderPage = lazy(() => import("../order/OrderPage"));
const OrderWidget = lazy(() => import("../order/OrderWidget"));
const CustomerPage = lazy(() => import("../customer/CustomerPage"));
const HomeWidget = lazy(() => import("../home/HomeWidget"));

/** The app inside the dashboard's frame. */
export function App({ bridge }: { bridge: AppBridge }) {
  return (
    <BridgeProvider bridge={bridge}>
      <Surroundings>
        <ErrorBoundary>
          <Connected>
            <ApiProvider>
              <BrowserRouter basename={BASE}>
                <Pages />
              </BrowserRouter>
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

function Pages() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route element={<AppPages />}>
          <Route path={PATHS.home} element={<InvoicesPage />} />
          <Route path={PATHS.invoices} element={<InvoicesPage />} />
        </Route>
        <Route path={PATHS.order} element={<OrderPage />} />
        <Route path={PATHS.customer} element={<CustomerPage />} />
        <Route path={PATHS.orderWidget} element={<OrderWidget />} />
        <Route path={PATHS.homeWidget} element={<HomeWidget />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}

function AppPages() {
  useDashboardRoute();
  return <Outlet />;
}

function NotFound() {
  const { t } = useLanguage();
  const { search } = useLocation();
  const invoices = withContext(PATHS.invoices, search);
  return (
    <Notice title={t("notfound.title")} action={<Link to={invoices}>{t("notfound.back")}</Link>} />
  );
}
