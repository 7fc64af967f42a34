/** Web components for storefronts: see, download and pay invoices. */

/** Gives the customer's Saleor token; `expired` is the one that no longer holds, if any. */
export type TokenProvider = (asked: {
  expired: string | null;
}) => string | null | undefined | Promise<string | null | undefined>;

export type Theme = "light" | "dark" | "auto";

/** What all elements have. */
export interface StorefrontElement extends HTMLElement {
  /** The app's API, e.g. `https://invoices.example.com/graphql/`. */
  apiUrl: string;
  /** The shop's Saleor; without it the token's issuer is taken. */
  saleorApiUrl: string;
  /** The customer's Saleor token. */
  token: string;
  /** The same as a function, asked again when a token is over. */
  tokenProvider: TokenProvider | undefined;
  /** Token of a private link, for guests. */
  link: string;
  /** BCP 47; empty: the page's language. */
  locale: string;
  /** `auto` follows the `color-scheme` of the page. */
  theme: Theme;
}

/** `<saleor-invoices>`: the customer's documents. */
export interface SaleorInvoices extends StorefrontElement {
  /** Address of an order in the shop, with `{id}` or `{number}` in it. */
  orderUrl: string;
  /** Reads the list anew. */
  reload(): void;
}

/** `<saleor-invoice>`: one document. */
export interface SaleorInvoice extends StorefrontElement {
  /** Empty: the document of the private link. */
  invoiceId: string;
  orderUrl: string;
  /** Reads the document anew. */
  reload(): void;
}

/** `<saleor-invoice-payment>`: pays one invoice or several. */
export interface SaleorInvoicePayment extends StorefrontElement {
  /** Ids with commas between them; empty: the invoice of the private link. */
  invoiceIds: string;
  invoiceId: string;
  /** A payment that was begun before, to go on with. */
  paymentId: string;
  /** Go on at once where there is nothing to choose. */
  start: boolean;
}

export interface PaymentDetail {
  paymentId: string;
  invoiceIds: string[];
  /** Exact, e.g. `"12.30"`. */
  amount: string;
  currency: string;
}

/** Events with their `detail`; all bubble out of shadow trees. */
export interface StorefrontEvents {
  /** `preventDefault()` leaves opening to the page. */
  "invoice-open": { id: string; number: string };
  "invoice-select": { ids: string[]; total: string; currency: string };
  "payment-start": PaymentDetail;
  "payment-success": PaymentDetail;
  /** Nothing was charged. */
  "payment-failure": { paymentId: string | null; code: string; message: string };
  "invoice-error": { code: string; message: string };
}

/** A payment as an adapter gets it; amounts are exact. */
export interface Payment {
  id: string;
  state: "OPEN" | "PROCESSING" | "SUCCEEDED" | "FAILED" | "CANCELED";
  provider: "STRIPE" | "SALEOR_APP";
  amount: { amount: string; currency: string };
  testMode: boolean;
  failureCode: string;
  failureMessage: string;
  saleorApp?: {
    gateway: string;
    gatewayData?: unknown;
    transactionId?: string | null;
    data?: unknown;
    scriptUrl: string;
  } | null;
}

/** `unsure`: it may have been charged; the elements ask how it stands. */
export interface PaymentProblem {
  code: string;
  message: string;
  unsure?: boolean;
}

export interface PaymentContext {
  payment: Payment;
  /** An empty element of the page itself, outside of any shadow tree. */
  container: HTMLElement;
  locale: string;
  returnUrl: string;
  saved: boolean;
  /** The payment app's next step (`invoicePaymentProcess`). */
  process: (data?: unknown) => Promise<Payment>;
}

export interface PaymentForm {
  /** Looks over what was filled in; nothing is charged yet. */
  prepare(): Promise<PaymentProblem | null>;
  /** Charges; null where it was taken, or is being taken. */
  confirm(): Promise<PaymentProblem | null>;
  destroy(): void;
}

export interface PaymentAdapter {
  open(context: PaymentContext): Promise<PaymentForm>;
}

/** Pays through a payment app of your own; `gateway` is its identifier in Saleor. */
export function registerPaymentAdapter(gateway: string, adapter: PaymentAdapter): void;

declare global {
  interface HTMLElementTagNameMap {
    "saleor-invoices": SaleorInvoices;
    "saleor-invoice": SaleorInvoice;
    "saleor-invoice-payment": SaleorInvoicePayment;
  }
}

type Heard = { [Name in keyof StorefrontEvents]: CustomEvent<StorefrontEvents[Name]> };

declare global {
  interface HTMLElementEventMap extends Heard {}
}
