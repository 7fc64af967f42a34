import type { DraftForm } from "./form";

/** Work that is not saved yet: it outlives an error, an ended session, a reload. */
export interface KeptWork {
  form: DraftForm;
  /** What the form was before it was changed, to tell one's own changes from another person's. */
  base: DraftForm | undefined;
  /** The draft's version that the work began with; 0 for a new one. */
  version: number;
  /** Makes one draft of a new one, however often its creation is tried. */
  idempotencyKey: string;
}

/** A later shape of the form must not be read as this one. */
const SHAPE = 1;
const memory = new Map<string, string>();

/** Whose work on what: another person in the same tab must not find it. */
export function workName(store: string, userId: string, draft: string): string {
  return `saleor-invoices:draft:${SHAPE}:${store}:${userId}:${draft}`;
}

export function keepWork(name: string, work: KeptWork): void {
  const text = JSON.stringify(work);
  memory.set(name, text);
  try {
    window.sessionStorage.setItem(name, text);
  } catch {
    // Refused or full: memory has it until the reload.
  }
}

export function forgetWork(name: string): void {
  memory.delete(name);
  try {
    window.sessionStorage.removeItem(name);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

export function keptWork(name: string): KeptWork | undefined {
  const text = memory.get(name) ?? stored(name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as KeptWork;
  } catch {
    return undefined;
  }
}

function stored(name: string): string | undefined {
  try {
    return window.sessionStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
