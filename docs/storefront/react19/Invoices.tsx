import type {} from "saleor-invoices-storefront/react";
import "saleor-invoices-storefront";

/** React 19 sets properties and listens to events of elements. */
export function Invoices({ getToken }: { getToken: () => Promise<string> }) {
  return (
    <saleor-invoices
      api-url="http://127.0.0.1:8080/graphql/"
      saleor-api-url="http://127.0.0.1:8090/graphql/"
      order-url="/account/orders/{id}"
      tokenProvider={getToken}
      onpayment-success={({ detail }) => console.log(detail.paymentId)}
    />
  );
}
