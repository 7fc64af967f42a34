import type { ReactNode } from "react";
import css from "./Chip.module.css";

export type Tone = "neutral" | "success" | "warning" | "error" | "info";

/** A state in a grid, in the dashboard's colours. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${css.chip} ${css[tone]}`}>{children}</span>;
}
