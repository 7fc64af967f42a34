import { type AnchorHTMLAttributes, type MouseEvent, useCallback } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { appRoute, withContext } from "../app/paths";
import { useBridgeState, useDashboard } from "../bridge/context";

/** Shows another page of ours. Replaces: the dashboard's address bar has the history. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return useCallback(
    (to) => void navigate(withContext(to, search), { replace: true }),
    [navigate, search],
  );
}

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string };

/** A link to a page of ours; a new tab gets the dashboard with that page in it. */
export function PageLink({ to, children, onClick, ...rest }: Props) {
  const { search } = useLocation();
  const { openTab } = useDashboard();
  const bridge = useBridgeState();
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !(event.metaKey || event.ctrlKey || event.shiftKey)) return;
    event.preventDefault();
    openTab(appRoute(bridge, to));
  };
  return (
    <Link {...rest} to={withContext(to, search)} replace onClick={click}>
      {children}
    </Link>
  );
}
