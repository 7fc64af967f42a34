import { SaleorInvoice } from "./elements/SaleorInvoice";
import { SaleorInvoicePayment } from "./elements/SaleorInvoicePayment";
import { SaleorInvoices } from "./elements/SaleorInvoices";

export { registerPaymentAdapter } from "./payment/adapters";
export { SaleorInvoice, SaleorInvoicePayment, SaleorInvoices };

const ELEMENTS = {
  "saleor-invoices": SaleorInvoices,
  "saleor-invoice": SaleorInvoice,
  "saleor-invoice-payment": SaleorInvoicePayment,
};

// A server that renders pages has no elements; a page that loads the file twice has them already.
if (typeof window !== "undefined") {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!window.customElements.get(name)) window.customElements.define(name, element);
  }
}
