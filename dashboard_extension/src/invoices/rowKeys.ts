import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, "nextElementSibling" | "previousElementSibling">> = {
  ArrowDown: "nextElementSibling",
  ArrowUp: "previousElementSibling",
};
const CONTROLS = "a[href], button, input";

/** Arrow keys move the focus to the same control of the row above or below. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const control = document.activeElement;
  const row = control?.closest("tr");
  // Not inside of a menu that a row has opened.
  if (step === undefined || !row || control?.closest("[role=menu]")) return;
  const cell = control?.closest("td");
  const next = row[step];
  if (!cell || !(next instanceof HTMLTableRowElement)) return;
  const target = controlsOf(next)[controlsOf(row).indexOf(control as HTMLElement)];
  const fallback = next.querySelector<HTMLElement>(CONTROLS);
  const focused =
    next.cells[cell.cellIndex]?.querySelector<HTMLElement>(CONTROLS) ?? target ?? fallback;
  if (!focused) return;
  event.preventDefault();
  focused.focus();
  focused.scrollIntoView({ block: "nearest" });
}

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CONTROLS)];
}
