import { useCallback, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import type { Asked, DialogName } from "./context";

/** Dialogs that an address may open, e.g. `?do=credit` from the list. */
const BY_ADDRESS: readonly string[] = [
  "send",
  "credit",
  "correct",
  "void",
  "issue",
  "pay",
  "discard",
  "remove",
] satisfies DialogName[];

/** Which dialog is open. One that the address asks for is opened once: a reload shows the page. */
export function useAsked() {
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const wanted = params.get("do");
  useEffect(() => {
    if (wanted === null) return;
    if (BY_ADDRESS.includes(wanted)) setAsked({ name: wanted as DialogName });
    setParams(
      (before) => {
        before.delete("do");
        return before;
      },
      { replace: true },
    );
  }, [wanted, setParams]);
  const close = useCallback(() => setAsked(undefined), []);
  return { asked, open: setAsked as (asked: Asked) => void, close };
}
