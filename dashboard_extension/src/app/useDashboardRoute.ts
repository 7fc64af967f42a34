import { actions } from "@saleor/app-sdk/app-bridge";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { useBridge } from "../bridge/context";
import { keptRoute, routeFromDashboard, withContext } from "./paths";

/**
 * Keeps the dashboard's address bar and this page in step, so that a reload or a copied link lands
 * here again. For app pages only: in a popup it would change the address of the page behind it.
 */
export function useDashboardRoute(): void {
  const bridge = useBridge();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const route = keptRoute(pathname, search);
  const told = useRef(route);

  useEffect(() => {
    if (told.current === route) return;
    told.current = route;
    bridge.dispatch(actions.UpdateRouting({ newRoute: route })).catch(() => undefined);
  }, [bridge, route]);

  useEffect(
    () =>
      bridge.subscribe("redirect", ({ path }) => {
        const wanted = routeFromDashboard(path);
        const url = new URL(wanted, "https://app.invalid");
        // It asks for the page that it has just opened, without the parameters of its address.
        if (url.pathname === pathname && !url.search) return;
        told.current = keptRoute(url.pathname, url.search); // the dashboard knows: it asked
        navigate(withContext(wanted, search), { replace: true });
      }),
    [bridge, navigate, pathname, search],
  );
}
