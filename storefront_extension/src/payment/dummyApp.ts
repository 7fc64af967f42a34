import type { Payment, PaymentAdapter } from "./port";

/** Saleor's app to try payments out, the only one that is asked to report a success. */
const GATEWAY = "saleor.io.dummy-payment-app";
const CHARGE = { event: { type: "CHARGE_SUCCESS", includePspReference: true } };

export function isDummyApp(payment: Payment): boolean {
  return payment.saleorApp?.gateway === GATEWAY;
}

/** No fields: the button is all there is. */
export const dummyAppAdapter: PaymentAdapter = {
  async open({ process }) {
    return {
      prepare: async () => null,
      async confirm() {
        await process(CHARGE);
        return null;
      },
      destroy: () => {},
    };
  },
};
