import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../api/client";
import { useApi } from "../api/context";
import { useDashboard } from "../bridge/context";
import {
  InvoiceIssueDocument,
  OrderProblemsDocument,
  PanelCheckDocument,
  PanelProformaDocument,
} from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import { INVOICES_KEY } from "../invoices/useInvoices";
import { useMutationWithFeedback } from "../ui/useMutationWithFeedback";

const CHECK_KEY = "order-check";
const PROBLEMS_KEY = "problems";

/** What would come of invoicing an order now, by the rules of issue. */
export function useOrderCheck(orderId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [CHECK_KEY, orderId],
    queryFn: async ({ signal }) =>
      (await api(PanelCheckDocument, { orderId }, signal)).invoiceCheck,
  });
}

/** Open problems of an order: what the app tried and could not do. */
export function useOrderProblems(orderId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [PROBLEMS_KEY, orderId],
    queryFn: async ({ signal }) =>
      (await api(OrderProblemsDocument, { subject: `order:${orderId}` }, signal)).problems ?? [],
    refetchInterval: 20_000,
  });
}

const touched = (orderId: string) => [[INVOICES_KEY], [CHECK_KEY, orderId], [PROBLEMS_KEY]];

/** Issues the order's invoice; the API answers with the one that it has where it has one already. */
export function useInvoiceIssue(orderId: string) {
  const { t } = useLanguage();
  const { refresh } = useDashboard();
  return useMutationWithFeedback({
    run: async (api) => {
      const { invoiceIssue } = await api(InvoiceIssueDocument, { orderId });
      if (invoiceIssue === null) throw new ApiError("SERVER", "The answer came without data.");
      return invoiceIssue.document;
    },
    success: ({ number }) => t("order.issued", { number }),
    onDone: refresh,
    // A failure may have left a problem behind, or somebody else was quicker.
    invalidates: touched(orderId),
  });
}

/** Issues a proforma, which has a number of its own and no tax effect. */
export function useProformaIssue(orderId: string) {
  const { t } = useLanguage();
  return useMutationWithFeedback({
    run: async (api) => {
      const { proformaIssue } = await api(PanelProformaDocument, { orderId });
      if (proformaIssue === null) throw new ApiError("SERVER", "The answer came without data.");
      return proformaIssue.document;
    },
    success: ({ number }) => t("order.proforma.issued", { number }),
    invalidates: touched(orderId),
  });
}
