"use client";

import type {} from "saleor-invoices-storefront/react";
import "saleor-invoices-storefront";

/** The file can be imported on the server too; it becomes alive in the browser. */
export function Invoices({ apiUrl, saleorApiUrl }: { apiUrl: string; saleorApiUrl: string }) {
  const getToken = async () => (await fetch("/api/token")).text();
  return <saleor-invoices api-url={apiUrl} saleor-api-url={saleorApiUrl} tokenProvider={getToken} />;
}
