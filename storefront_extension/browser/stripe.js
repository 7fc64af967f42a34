// Stands where Stripe.js is loaded from: it has the shape that the elements rely on, takes no money
// and tells the server what a provider's event would tell. `window.stripeAnswer` decides.
window.stripeCalls = [];
window.stripeAnswer ??= "succeeded";
window.Stripe = (key, options) => {
  const told = (name, detail) => window.stripeCalls.push({ name, ...detail });
  told("Stripe", { key, options });
  return {
    elements(options) {
      told("elements", { options });
      return {
        create: (kind, options) => {
          told("create", { kind, options });
          return field(kind);
        },
        submit: async () => {
          if (!document.querySelector(".sample-card")?.value) {
            return {
              error: { type: "validation_error", message: "Your card number is incomplete." },
            };
          }
          return { selectedPaymentMethod: "card" };
        },
      };
    },
    async confirmPayment({ elements, clientSecret, confirmParams, redirect }) {
      told("confirmPayment", { fields: Boolean(elements), clientSecret, confirmParams, redirect });
      const state = window.stripeAnswer;
      if (state === "away") return new Promise(() => {}); // the customer is led to their bank
      await fetch(`/provider/?secret=${clientSecret}&state=${state}`);
      if (state === "declined") {
        return {
          error: {
            type: "card_error",
            decline_code: "insufficient_funds",
            message: "Your card has insufficient funds.",
          },
        };
      }
      if (state === "lost") return { error: { type: "api_connection_error", message: "Network." } };
      return { paymentIntent: {} };
    },
  };
};
function field(kind) {
  const label = document.createElement("label");
  label.textContent = "Card number";
  const input = Object.assign(document.createElement("input"), { className: "sample-card" });
  input.style.cssText = "display:block;width:100%;padding:10px;box-sizing:border-box;font:inherit";
  label.append(input);
  const listeners = {};
  return {
    kind,
    on: (name, heard) => {
      listeners[name] = heard;
    },
    mount(container) {
      if (container.getRootNode() !== document)
        throw new Error("Elements cannot be mounted in a ShadowRoot.");
      container.append(label);
      setTimeout(() => listeners.ready?.());
    },
    destroy: () => label.remove(),
  };
}
