import { Suspense } from "react";
import { Outlet, Route, Routes } from "react-router";
import { useLanguage } from "../i18n/context";
import { Notice } from "../ui/Notice";
import { PageLink } from "../ui/PageLink";
import { ErrorBoundary } from "./ErrorBoundary";
import { NavBar } from "./NavBar";
import { PATHS } from "./paths";
import { type PageRoute, ROUTES } from "./routes";
import { useDashboardRoute } from "./useDashboardRoute";
import { useViewer } from "./useViewer";

/** All pages: those of the app below its navigation, popups and widgets by themselves. */
export function Pages() {
  return (
    <Routes>
      <Route element={<AppPages />}>
        {ROUTES.filter(({ panel }) => !panel).map(routeElement)}
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route element={<Panels />}>{ROUTES.filter(({ panel }) => panel).map(routeElement)}</Route>
    </Routes>
  );
}

function routeElement(route: PageRoute) {
  return <Route key={route.path} path={route.path} element={<Guarded {...route} />} />;
}

function AppPages() {
  useDashboardRoute();
  return (
    <>
      <NavBar />
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

function Panels() {
  return (
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  );
}

function Guarded({ Page, may }: PageRoute) {
  const { t } = useLanguage();
  const viewer = useViewer();
  if (may === undefined || may(viewer)) return <Page />;
  return <Notice alert title={t("forbidden.title")} text={t("forbidden.text")} />;
}

function Loading() {
  const { t } = useLanguage();
  return (
    <span role="status" className="visually-hidden">
      {t("ui.loading")}
    </span>
  );
}

function NotFound() {
  const { t } = useLanguage();
  return (
    <Notice
      title={t("notfound.title")}
      action={<PageLink to={PATHS.invoices}>{t("notfound.back")}</PageLink>}
    />
  );
}
