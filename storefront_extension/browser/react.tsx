import type {} from "../types/react";
import "../src";
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { SaleorInvoices } from "../types/saleor-invoices";

/** As a shop writes it for both versions: attributes in JSX, function and events by the ref. */
function Invoices() {
  const element = useRef<SaleorInvoices>(null);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    const current = element.current;
    if (!current) return;
    current.tokenProvider = async () => "fresh";
    const heard = (event: CustomEvent<{ total: string }>) => setChosen(event.detail.total);
    current.addEventListener("invoice-select", heard);
    return () => current.removeEventListener("invoice-select", heard);
  }, []);
  return (
    <>
      <saleor-invoices
        ref={element}
        api-url={new URL("/graphql/", location.origin).href}
        saleor-api-url="https://plain.example.com/graphql/"
        locale="en"
      />
      <output>{chosen}</output>
    </>
  );
}

createRoot(document.querySelector("main") as HTMLElement).render(<Invoices />);
