// Compiled only: what the declarations promise must be what the classes are.
import type * as actual from "../../src";
import type { StorefrontEvents as Events } from "../../src/elements/events";
import type { PaymentAdapter as Adapter } from "../../src/payment/port";
import type * as told from "../../types/saleor-invoices";

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
type Is<One, Other> = One extends Other ? true : never;

export const list: Is<actual.SaleorInvoices, told.SaleorInvoices> = true;
export const one: Is<actual.SaleorInvoice, told.SaleorInvoice> = true;
export const payment: Is<actual.SaleorInvoicePayment, told.SaleorInvoicePayment> = true;
export const events: Same<Events, told.StorefrontEvents> = true;
/** An adapter that is written by the declarations can be used by the code. */
export const adapter: Is<told.PaymentAdapter, Adapter> = true;
export const register: Is<
  typeof told.registerPaymentAdapter extends (gateway: string, adapter: infer Own) => void
    ? Own
    : never,
  Adapter
> = true;
