import type { Tone } from "../ui/Chip";
import type {
  ImportJobFieldsFragment,
  ImportRowsQuery,
  SalesImportState,
} from "./generated/graphql";

export type ImportJob = ImportJobFieldsFragment;
export type ImportRow = NonNullable<ImportRowsQuery["salesImportJob"]>["rows"][number];

export const TONES: Readonly<Record<SalesImportState, Tone>> = {
  PENDING: "neutral",
  RUNNING: "info",
  DONE: "success",
  STOPPED: "warning",
  FAILED: "error",
};

export const COUNTS = ["created", "updated", "unchanged", "rejected"] as const;

type Stand = Pick<ImportJob, "state" | "progress">;

/** Whether it still works, or waits for its turn. */
export function isRunning({ state }: Pick<ImportJob, "state">): boolean {
  return state === "PENDING" || state === "RUNNING";
}

/** Whether it can go on where it was. */
export function canGoOn({ state }: Pick<ImportJob, "state">): boolean {
  return state === "STOPPED" || state === "FAILED";
}

/** How far it has come, between 0 and 1; undefined while nobody knows how much there is. */
export function shareOf({ state, progress }: Stand): number | undefined {
  if (state === "DONE") return 1;
  if (progress !== null) return Math.max(0, Math.min(1, progress));
  return isRunning({ state }) ? undefined : 0;
}

/** A row with each finding of its own, to be shown as lines of a table. */
export function findingLines(rows: readonly ImportRow[]) {
  return rows.flatMap((row) => {
    const findings = row.findings.length > 0 ? row.findings : [undefined];
    return findings.map((finding, at) => ({
      name: `${row.position}-${at}`,
      row,
      finding,
      isFirst: at === 0,
    }));
  });
}
