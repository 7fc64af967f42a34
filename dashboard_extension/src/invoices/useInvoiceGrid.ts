import { useMemo } from "react";
import { type ListState, wantedOf } from "./listState";
import { useInvoices } from "./useInvoices";

/** The grid's documents, and what was asked for: bulk work on "everything" asks for the same. */
export function useInvoiceGrid(state: ListState) {
  const wanted = useMemo(() => wantedOf(state), [state]);
  const list = useInvoices({ ...wanted, sort: state.sort });
  return { list, wanted, scope: JSON.stringify(wanted) };
}

export type WantedDocuments = ReturnType<typeof wantedOf>;
export type InvoiceGridList = ReturnType<typeof useInvoices>;
