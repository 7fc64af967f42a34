/** What a payment's events tell. */
export interface PaymentDetail {
  paymentId: string;
  invoiceIds: string[];
  /** Exact, e.g. `"12.30"`. */
  amount: string;
  currency: string;
}

/** Events of the elements, with their `detail`; all of them bubble out of shadow trees. */
export interface StorefrontEvents {
  /** A document is about to be opened in place; `preventDefault()` leaves that to the page. */
  "invoice-open": { id: string; number: string };
  /** Other invoices are chosen to be paid together. */
  "invoice-select": { ids: string[]; total: string; currency: string };
  "payment-start": PaymentDetail;
  "payment-success": PaymentDetail;
  /** `code` is the API's or the provider's; nothing was charged. */
  "payment-failure": { paymentId: string | null; code: string; message: string };
  /** Something could not be shown or done; `code` is the API's. */
  "invoice-error": { code: string; message: string };
}
