import { type ReactNode, useEffect, useRef } from "react";
import { useBlocker } from "react-router";
import { useLanguage } from "../i18n/context";
import { ConfirmDialog } from "./ConfirmDialog";

/**
 * Asks before a page with unsaved changes is left. Render `dialog`; leave through `pass` what is
 * meant to be left, e.g. after saving: `guard.pass(() => go("/invoices"))`.
 */
export function useUnsavedGuard(
  dirty: boolean,
  /** The pages below this path share what is not saved: going between them loses nothing. */
  within?: string,
): {
  dialog: ReactNode;
  pass: (action: () => void) => void;
} {
  const { t } = useLanguage();
  const passing = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty &&
      !passing.current &&
      currentLocation.pathname !== nextLocation.pathname &&
      !isWithin(nextLocation.pathname, within),
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  const pass = (action: () => void) => {
    passing.current = true;
    action();
    // The navigation has begun by then; a page that stays is guarded again.
    setTimeout(() => {
      passing.current = false;
    });
  };
  const dialog = blocker.state === "blocked" && (
    <ConfirmDialog
      title={t("ui.unsaved.title")}
      text={t("ui.unsaved.text")}
      confirmLabel={t("ui.unsaved.leave")}
      cancelLabel={t("ui.unsaved.stay")}
      danger
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    />
  );
  return { dialog, pass };
}

const isWithin = (pathname: string, within: string | undefined) =>
  within !== undefined && (pathname === within || pathname.startsWith(`${within}/`));
