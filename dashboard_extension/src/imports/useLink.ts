import { DOCUMENT_KEY } from "../document/keys";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";
import { ImportLinkDocument, ImportUnlinkDocument } from "./generated/graphql";
import { UNLINKED_KEY } from "./useImports";
import { useSay } from "./words";

/** All that shows whether a document has an order. */
const SHOWN = [UNLINKED_KEY, [DOCUMENT_KEY], [INVOICES_KEY]];

interface Document {
  id: string;
  number: string;
}

/** Links a document to an order; the dashboard tells what came of it. */
export function useLink({ id, number }: Document, onDone?: () => void) {
  const say = useSay();
  return useMutationWithFeedback<unknown, { id: string; number: string }>({
    run: (api, order) => api(ImportLinkDocument, { documentId: id, orderId: order.id }),
    success: (_, order) => say("imports.link.done", { number, order: order.number }),
    failure: onDone ? undefined : say("imports.link.failed"),
    invalidates: SHOWN,
    onDone,
  });
}

/** Takes a document off its order. */
export function useUnlink({ id, number }: Document, onDone: () => void) {
  const say = useSay();
  return useMutationWithFeedback<unknown>({
    run: (api) => api(ImportUnlinkDocument, { documentId: id }),
    success: () => say("imports.unlink.done", { number }),
    invalidates: SHOWN,
    onDone,
  });
}
