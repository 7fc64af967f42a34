/** The elements in JSX, for React 18 and 19: `import type {} from "saleor-invoices-storefront/react"`. */
import type { ClassAttributes, HTMLAttributes } from "react";
import type {
  SaleorInvoice,
  SaleorInvoicePayment,
  SaleorInvoices,
  StorefrontEvents,
  Theme,
  TokenProvider,
} from "./saleor-invoices";

/** React 19 listens to `onpayment-success`; React 18 does not: use a ref and addEventListener. */
type Listeners = {
  [Name in keyof StorefrontEvents as `on${Name}`]?: (
    event: CustomEvent<StorefrontEvents[Name]>,
  ) => void;
};

interface Shared extends Listeners {
  "api-url"?: string;
  "saleor-api-url"?: string;
  token?: string;
  link?: string;
  locale?: string;
  theme?: Theme;
  /** React 19 sets it as a property; with React 18 set it on a ref. */
  tokenProvider?: TokenProvider;
}

type Props<Element, Own> = ClassAttributes<Element> & HTMLAttributes<Element> & Shared & Own;

export interface SaleorElements {
  "saleor-invoices": Props<SaleorInvoices, { "order-url"?: string }>;
  "saleor-invoice": Props<SaleorInvoice, { "invoice-id"?: string; "order-url"?: string }>;
  "saleor-invoice-payment": Props<
    SaleorInvoicePayment,
    { "invoice-ids"?: string; "invoice-id"?: string; "payment-id"?: string; start?: "" }
  >;
}

// React 18 reads the global namespace, React 19 its own.
declare global {
  namespace JSX {
    interface IntrinsicElements extends SaleorElements {}
  }
}
declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends SaleorElements {}
  }
}
