import type {
  BulkJobFieldsFragment,
  InvoiceRowFragment,
  SalesBulkInput,
  SalesBulkKind,
} from "../generated/graphql";
import type { Selection } from "../invoices/selection";
import type { WantedDocuments } from "../invoices/useInvoiceGrid";

export type Job = BulkJobFieldsFragment;

/** The API takes no more single documents at once; beyond, everything that matches. */
export const MOST_IDS = 1_000;

/** Whether a job still works. */
export function isRunning({ state }: Pick<Job, "state">): boolean {
  return state === "PENDING" || state === "RUNNING";
}

/** How far a job has come, between 0 and 1; undefined while nobody knows how much there is. */
export function shareOf({ state, total, done, skipped, failed }: Job): number | undefined {
  if (state === "DONE") return 1;
  return total > 0 ? (done + skipped + failed) / total : undefined;
}

/** What a bulk job is to work on, in the API's words. */
export function targetOf(
  { ids, everything }: Selection,
  { filter, search }: WantedDocuments,
): Pick<SalesBulkInput, "ids" | "filter" | "search"> {
  return everything ? { filter, search: search || null } : { ids: [...ids] };
}

/** Tables take drafts as well; what goes to an accountant does not. */
const TABLES: ReadonlySet<SalesBulkKind> = new Set(["EXPORT_CSV", "EXPORT_XLSX", "EXPORT_JSONL"]);

/** The documents that a kind of job makes sense for, among those that are loaded. */
export function fits(kind: SalesBulkKind, row: InvoiceRowFragment): boolean {
  if (TABLES.has(kind)) return true;
  if (row.state === "DRAFT") return false;
  if (kind !== "MARK_PAID") return true;
  return row.paymentStatus === "UNPAID" || row.paymentStatus === "PARTIALLY_PAID";
}

/** Whether a job's file is what one waits for. */
export function makesFile(kind: SalesBulkKind): boolean {
  return kind !== "SEND" && kind !== "MARK_PAID";
}
