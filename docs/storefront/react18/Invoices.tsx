import type { SaleorInvoices } from "saleor-invoices-storefront";
import type {} from "saleor-invoices-storefront/react";
import "saleor-invoices-storefront";
import { useEffect, useRef } from "react";

/** React 18 sets attributes only: functions and events go through the ref. */
export function Invoices({ getToken }: { getToken: () => Promise<string> }) {
  const element = useRef<SaleorInvoices>(null);
  useEffect(() => {
    const current = element.current;
    if (!current) return;
    const paid = (event: CustomEvent<{ paymentId: string }>) => console.log(event.detail.paymentId);
    current.tokenProvider = getToken;
    current.addEventListener("payment-success", paid);
    return () => current.removeEventListener("payment-success", paid);
  }, [getToken]);
  return (
    <saleor-invoices
      ref={element}
      api-url="http://127.0.0.1:8080/graphql/"
      saleor-api-url="http://127.0.0.1:8090/graphql/"
      order-url="/account/orders/{id}"
    />
  );
}
