import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context";
import { CustomerAccountDocument } from "../generated/graphql";
import { REPORTS_KEY } from "./useReports";

/** What a customer owes, and in which currencies they ever bought. */
export function useAccount(customerId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [REPORTS_KEY, "account", customerId],
    queryFn: async ({ signal }) =>
      (await api(CustomerAccountDocument, { customerId }, signal)).salesCustomerAccount,
    enabled: customerId !== "",
  });
}
