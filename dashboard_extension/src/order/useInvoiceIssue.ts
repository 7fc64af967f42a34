import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { useDashboard } from "../bridge/context";
import { InvoiceIssueDocument } from "../generated/graphql";
import { useLanguage } from "../i18n/context";

/** Issues an order's invoice; the API answers with the one that it has where it has one already. */
export function useInvoiceIssue(orderId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const { t } = useLanguage();
  const { notify, refresh } = useDashboard();
  const mutationKey = ["issue", orderId];
  const issue = useMutation({
    mutationKey,
    mutationFn: () => api(InvoiceIssueDocument, { orderId }),
    onSuccess: ({ invoiceIssue }) => {
      if (invoiceIssue === null) return;
      notify("success", t("order.issued", { number: invoiceIssue.document.number }));
      refresh();
    },
    // A failure may have left a problem behind, or somebody else was quicker.
    onSettled: () => queries.invalidateQueries(),
  });
  // The second click of two comes before the button shows that the first is at work.
  const once = () => {
    if (queries.isMutating({ mutationKey }) === 0) issue.mutate();
  };
  return { ...issue, once };
}
