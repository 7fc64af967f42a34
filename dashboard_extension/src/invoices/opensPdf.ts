import type { InvoiceRowFragment } from "../generated/graphql";

/** Whether the PDF is there; an imported document's is made when somebody opens it. */
export function opensPdf({ source, pdf }: Pick<InvoiceRowFragment, "source" | "pdf">): boolean {
  return pdf !== null || source === "IMPORTED";
}
