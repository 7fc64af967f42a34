import type { SalesDocument } from "./useDocument";

/** Soon: a person is waiting for it. Late: it is tried again by itself, some time. */
export type Awaiting = "soon" | "late" | "nothing";

const SOON_MS = 60_000;
/** A PDF takes a second; one that is not there by then waits for somebody. */
const PDF_PATIENCE_MS = 5 * 60_000;

interface Work {
  state: string;
  nextAttemptAt?: string | null;
}

const ON_ITS_WAY = new Set(["PENDING", "SENDING", "IN_FLIGHT"]);

/** Whether something of the document is on its way, so that it is worth reading anew. */
export function awaiting(document: SalesDocument, now: number = Date.now()): Awaiting {
  const work: Work[] = [
    ...(document.dispatches ?? []),
    ...(document.publications ?? []),
    ...(document.transmission ? [document.transmission] : []),
  ].filter(({ state }) => ON_ITS_WAY.has(state));
  if (awaitsPdf(document, now) || awaitsVatCheck(document, now)) return "soon";
  if (work.some((each) => isSoon(each, now))) return "soon";
  return work.length > 0 ? "late" : "nothing";
}

function isSoon({ nextAttemptAt }: Work, now: number): boolean {
  return !nextAttemptAt || Date.parse(nextAttemptAt) - now < SOON_MS;
}

/** Whether the PDF is being made. */
export function awaitsPdf(document: SalesDocument, now: number = Date.now()): boolean {
  const { state, source, erasedAt, pdf } = document;
  if (state !== "ISSUED" || source !== "OWN" || erasedAt !== null || pdf !== null) return false;
  return now - sinceIssue(document) < PDF_PATIENCE_MS;
}

/** Whether VIES was asked and has not answered yet. */
export function awaitsVatCheck(document: SalesDocument, now: number = Date.now()): boolean {
  const events = (document.history ?? []).filter(({ event }) => event.startsWith("vat_check"));
  const last = events.at(-1);
  return last?.event === "vat_check_requested" && now - Date.parse(last.at) < SOON_MS;
}

function sinceIssue({ history, createdAt }: SalesDocument): number {
  const issued = history?.find(({ event }) => event === "issued");
  return Date.parse(issued?.at ?? createdAt);
}
