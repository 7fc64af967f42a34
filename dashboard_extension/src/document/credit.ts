import type { CreditNoteInput } from "../generated/graphql";
import { compare, isDecimal, placesOf } from "./decimals";
import type { SalesDocument } from "./useDocument";

export type CreditMode = "everything" | "lines" | "amount";
export type Creditable = NonNullable<SalesDocument["creditable"]>;

/** What a person has chosen so far; quantities and amounts as typed. */
export interface CreditForm {
  mode: CreditMode;
  /** Quantities of the chosen lines by their ids. */
  lines: Readonly<Record<string, string>>;
  charges: readonly string[];
  /** Of the mode `amount`, or another amount than that of the lines. */
  amount: string;
  otherAmount: boolean;
  reason: string;
}

export const EMPTY_CREDIT: CreditForm = {
  mode: "everything",
  lines: {},
  charges: [],
  amount: "",
  otherAmount: false,
  reason: "",
};

export type CreditFault = "nothing" | "quantity" | "quantity_excess" | "amount" | "excess";

/** What keeps the form from being asked about; undefined where it can be. */
export function creditFault(form: CreditForm, left: Creditable): CreditFault | undefined {
  if (form.mode === "everything") return undefined;
  if (form.mode === "lines") {
    const faults = left.lines.flatMap((line) => quantityFault(form, line) ?? []);
    if (faults[0]) return faults[0];
    if (Object.keys(form.lines).length + form.charges.length === 0) return "nothing";
    if (!form.otherAmount) return undefined;
  }
  return amountFault(form.amount, left.total.amount);
}

/** What is wrong with the quantity of one line. */
export function quantityFault(
  { lines }: Pick<CreditForm, "lines">,
  { lineId, quantity }: { lineId: string; quantity: string },
): "quantity" | "quantity_excess" | undefined {
  const wanted = lines[lineId];
  if (wanted === undefined) return undefined;
  if (!isDecimal(wanted) || compare(wanted, "0") <= 0) return "quantity";
  return compare(wanted, quantity) > 0 ? "quantity_excess" : undefined;
}

function amountFault(amount: string, left: string): "nothing" | "amount" | "excess" | undefined {
  if (amount.trim() === "") return "nothing";
  const wrong = !isDecimal(amount) || compare(amount, "0") <= 0;
  if (wrong || placesOf(amount) > placesOf(left)) return "amount";
  return compare(amount, left) > 0 ? "excess" : undefined;
}

/** The form in the API's words. */
export function creditInput(form: CreditForm): CreditNoteInput {
  const { reason } = form;
  if (form.mode === "everything") return { everything: true, reason };
  if (form.mode === "amount") return { amount: form.amount, reason };
  const lines = Object.entries(form.lines).map(([lineId, quantity]) => ({ lineId, quantity }));
  const amount = form.otherAmount ? form.amount : null;
  return { lines, charges: [...form.charges], amount, reason };
}
