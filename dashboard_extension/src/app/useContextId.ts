import { useSearchParams } from "react-router";

/** An id that the dashboard puts into a popup's or widget's address, e.g. `orderId`. */
export function useContextId(name: "orderId" | "customerId"): string | undefined {
  const [params] = useSearchParams();
  // "" is what some dashboards send where there is nothing to name.
  return params.get(name) || undefined;
}
