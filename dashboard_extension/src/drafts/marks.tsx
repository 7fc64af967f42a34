import { createContext, type ReactNode, useContext } from "react";
import { useLanguage } from "../i18n/context";
import type { Finding } from "../ui/FindingList";
import css from "./Draft.module.css";
import type { Faults } from "./input";
import { findingsAt } from "./places";

interface Marks {
  faults: Faults;
  findings: readonly Finding[];
  /** Empty fields are marked only once somebody wants to issue. */
  strict: boolean;
}

const MarksContext = createContext<Marks>({ faults: new Map(), findings: [], strict: false });
export const MarksProvider = MarksContext.Provider;

export interface Mark {
  error: string | null;
  help: ReactNode;
}

/** What is wrong with the field at a place, and what is to be said about it. */
export function useMark(place: string, help?: ReactNode): Mark {
  const { t } = useLanguage();
  const { faults, findings, strict } = useContext(MarksContext);
  const fault = faults.get(place);
  if (fault === "NUMBER" || (fault === "NEEDED" && strict)) {
    return { error: t(`draft.fault.${fault}`), help };
  }
  const found = findingsAt(findings, place);
  const blocking = found.find(
    ({ severity, code }) => severity === "BLOCKING" && (strict || !code.endsWith("_MISSING")),
  );
  if (blocking) return { error: blocking.message, help };
  const warning = found.find(({ severity }) => severity === "WARNING");
  return {
    error: null,
    help: warning ? <span className={css.warning}>{warning.message}</span> : help,
  };
}

interface MarkedProps {
  place: string;
  help?: ReactNode;
  className?: string;
  children: (mark: Mark) => ReactNode;
}

/** A field with what is wrong with it; found again by its place. */
export function Marked({ place, help, className, children }: MarkedProps) {
  const mark = useMark(place, help);
  return (
    <div data-place={place} className={className}>
      {children(mark)}
    </div>
  );
}

/** Shows the field of a place, or the part of the page around it. */
export function showPlace(place: string): void {
  for (let path = place; path !== ""; path = path.split(".").slice(0, -1).join(".")) {
    const found = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(path)}"]`);
    if (found === null) continue;
    found.closest("details")?.setAttribute("open", "");
    const control = found.querySelector<HTMLElement>("input, select, textarea, button");
    found.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
    return;
  }
}
