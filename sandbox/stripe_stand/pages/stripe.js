// Stripe.js as far as a Payment Element goes. Card data stay in the frame, as with Stripe's own.
(() => {
  if (window.Stripe) return;
  const ORIGIN = new URL(document.currentScript.src).origin;
  const FINAL = ["succeeded", "processing", "requires_capture"];

  class IntegrationError extends Error {
    constructor(message) {
      super(message);
      this.name = "IntegrationError";
    }
  }

  /** One call to the API with a publishable key: `{ ok: object }` or `{ error }`. */
  async function call(method, path, key, fields = {}) {
    const form = new URLSearchParams({ key });
    for (const [name, value] of Object.entries(fields)) if (value != null) form.set(name, value);
    const url = `${ORIGIN}/v1/${path}`;
    try {
      const answered =
        method === "GET"
          ? await fetch(`${url}?${form}`)
          : await fetch(url, { method, body: form });
      const body = await answered.json();
      return answered.ok ? { ok: body } : { error: body.error };
    } catch {
      const message = "We are experiencing issues connecting to our payments provider.";
      return { error: { type: "api_connection_error", message } };
    }
  }

  const intentOf = (clientSecret) => {
    const found = /^(pi_\w+)_secret_\w+$/.exec(clientSecret ?? "");
    if (!found) throw new IntegrationError("A client secret has the form pi_…_secret_….");
    return found[1];
  };

  /** The API words this failure for programmers. */
  const forCustomers = ({ code }) =>
    code === "payment_intent_authentication_failure"
      ? { message: "Your payment method could not be authenticated. Please choose another one." }
      : {};

  /** What Stripe.js gives back of a payment. */
  function resultOf(answer) {
    if (answer.error) return { error: answer.error };
    const intent = answer.ok;
    const failed = intent.last_payment_error;
    if (intent.status === "requires_payment_method" && failed)
      return { error: { ...failed, ...forCustomers(failed), payment_intent: intent } };
    return { paymentIntent: intent };
  }

  class Emitter {
    #listeners = new Map();
    on(name, listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      return this;
    }
    once(name, listener) {
      const one = (event) => {
        this.off(name, one);
        listener(event);
      };
      return this.on(name, one);
    }
    off(name, listener) {
      const rest = (this.#listeners.get(name) ?? []).filter((each) => each !== listener);
      this.#listeners.set(name, listener ? rest : []);
      return this;
    }
    emit(name, event) {
      for (const listener of this.#listeners.get(name) ?? []) listener(event);
    }
  }

  /** A frame of Stripe's, spoken to over a port of its own. */
  function openFrame(page, title, started) {
    const frame = document.createElement("iframe");
    const { port1: port, port2 } = new MessageChannel();
    const waiting = new Map();
    let number = 0;
    frame.src = `${ORIGIN}/v3/${page}`;
    frame.title = title;
    frame.name = `__privateStripeFrame${Math.floor(Math.random() * 1e6)}`;
    frame.setAttribute("allow", "payment *; clipboard-write *");
    frame.addEventListener("load", () =>
      frame.contentWindow.postMessage({ stripe: "begin", ...started }, ORIGIN, [port2]),
    );
    port.onmessage = ({ data }) => {
      if (data.reply == null) return frame.heard?.(data);
      waiting.get(data.reply)?.(data.result);
      waiting.delete(data.reply);
    };
    frame.tell = (verb, given) => port.postMessage({ verb, given });
    frame.ask = (verb, given) =>
      new Promise((done) => {
        number += 1;
        waiting.set(number, done);
        port.postMessage({ verb, given, number });
      });
    return frame;
  }

  class PaymentElement extends Emitter {
    constructor(elements, options) {
      super();
      this.elements = elements;
      this.options = options;
      this._elementType = "payment";
    }
    mount(target) {
      const place = typeof target === "string" ? document.querySelector(target) : target;
      if (!place) throw new IntegrationError("There is nothing to mount the element in.");
      if (this.frame) this.unmount();
      const { clientSecret, appearance, locale, mode, currency, setupFutureUsage, ...rest } =
        this.elements.options;
      const frame = openFrame("payment.html", "Secure payment input frame", {
        key: this.elements.stripe.key,
        options: this.options,
        paymentMethodTypes: rest.paymentMethodTypes,
        ...{ clientSecret, appearance, mode, currency, setupFutureUsage },
        locale: locale ?? this.elements.stripe.locale,
      });
      Object.assign(frame.style, {
        border: "0", width: "100%", height: "0", display: "block", colorScheme: "light only",
      });
      frame.heard = ({ event, ...more }) => {
        if (event === "height") frame.style.height = `${more.height}px`;
        else this.emit(event, { elementType: "payment", ...more });
      };
      this.emit("loaderstart", { elementType: "payment" });
      this.frame = frame;
      place.replaceChildren(frame);
    }
    update(options) {
      this.options = { ...this.options, ...options };
      this.frame?.tell("update", { options: this.options });
    }
    focus() {
      this.frame?.tell("focus");
    }
    blur() {
      this.frame?.tell("blur");
    }
    clear() {
      this.frame?.tell("clear");
    }
    collapse() {}
    unmount() {
      this.frame?.remove();
      this.frame = undefined;
    }
    destroy() {
      this.unmount();
      if (this.elements.payment === this) this.elements.payment = undefined;
    }
  }

  class Elements {
    constructor(stripe, options = {}) {
      if (options.clientSecret) intentOf(options.clientSecret);
      this.stripe = stripe;
      this.options = options;
      this.submitted = false;
    }
    create(type, options = {}) {
      if (type !== "payment") throw new IntegrationError(`This element is not played: ${type}.`);
      if (this.payment) throw new IntegrationError("There is a Payment Element already.");
      this.payment = new PaymentElement(this, options);
      return this.payment;
    }
    getElement(type) {
      const isPayment = type === "payment" || type === PaymentElement;
      return isPayment ? (this.payment ?? null) : null;
    }
    update(options) {
      this.options = { ...this.options, ...options };
      const { appearance, locale } = this.options;
      this.payment?.frame?.tell("update", { appearance, locale });
    }
    async fetchUpdates() {
      return {};
    }
    async submit() {
      if (!this.payment?.frame) throw new IntegrationError("No element is mounted.");
      const result = await this.payment.frame.ask("submit");
      this.submitted = !result.error;
      return result;
    }
  }

  class Stripe {
    constructor(key, options = {}) {
      if (!/^pk_(test|live)_\w+$/.test(key ?? ""))
        throw new IntegrationError("Stripe() takes a publishable key, which begins with pk_.");
      this.key = key;
      this.locale = options.locale;
    }

    elements(options) {
      return new Elements(this, options);
    }

    async retrievePaymentIntent(clientSecret) {
      const path = `payment_intents/${intentOf(clientSecret)}`;
      const answer = await call("GET", path, this.key, { client_secret: clientSecret });
      return answer.error ? answer : { paymentIntent: answer.ok };
    }

    async confirmPayment({ elements, clientSecret, confirmParams = {}, redirect = "always" }) {
      const secret = clientSecret ?? elements?.options.clientSecret;
      const back = confirmParams.return_url;
      if (redirect === "always" && !back)
        throw new IntegrationError("confirmPayment() needs confirmParams.return_url.");
      intentOf(secret);
      const answer = await this.#confirm(elements, secret, confirmParams);
      const result = await this.#acted(resultOf(answer), secret);
      if (redirect === "always" && FINAL.includes(result.paymentIntent?.status)) {
        window.location.assign(addressAfter(back, result.paymentIntent));
        return new Promise(() => {}); // the page is leaving
      }
      return result;
    }

    async confirmCardPayment(clientSecret, data = {}) {
      const confirmParams = { payment_method: data.payment_method };
      return this.confirmPayment({ clientSecret, confirmParams, redirect: "if_required" });
    }

    async handleNextAction({ clientSecret }) {
      return this.#acted(await this.retrievePaymentIntent(clientSecret), clientSecret);
    }

    async #confirm(elements, secret, params) {
      if (!elements?.payment) {
        const { payment_method, return_url } = params;
        const fields = { client_secret: secret, payment_method, return_url, use_stripe_sdk: true };
        return call("POST", `payment_intents/${intentOf(secret)}/confirm`, this.key, fields);
      }
      if (elements.options.clientSecret) {
        const { error } = await elements.submit();
        if (error) return { error };
      } else if (!elements.submitted) {
        throw new IntegrationError("elements.submit() must be called before confirmPayment().");
      }
      return elements.payment.frame.ask("confirm", { secret, params });
    }

    /** Let the customer answer to their bank, where it asks: on this page, or on its own. */
    async #acted(result, secret) {
      if (result.paymentIntent?.status !== "requires_action") return result;
      const { redirect_to_url: away } = result.paymentIntent.next_action;
      if (away) {
        window.location.assign(away.url);
        return new Promise(() => {}); // the page is leaving
      }
      const frame = openFrame("authenticate.html", "Bank authentication", {
        ...{ key: this.key, clientSecret: secret, locale: this.locale },
        amount: result.paymentIntent.amount,
        currency: result.paymentIntent.currency,
      });
      Object.assign(frame.style, {
        border: "0", position: "fixed", inset: "0", width: "100%", height: "100%",
        zIndex: "2147483647", colorScheme: "light only",
      });
      const answered = new Promise((done) => {
        frame.heard = ({ event, answer }) => event === "answered" && done(answer);
      });
      const before = document.activeElement;
      document.body.append(frame);
      const answer = await answered;
      frame.remove();
      before?.focus?.();
      return resultOf(answer);
    }

    // Wrappers of frameworks call these.
    _registerWrapper() {}
    registerAppInfo() {}
  }

  function addressAfter(back, intent) {
    const url = new URL(back);
    url.searchParams.set("payment_intent", intent.id);
    url.searchParams.set("payment_intent_client_secret", intent.client_secret);
    const status = intent.status === "requires_capture" ? "succeeded" : intent.status;
    url.searchParams.set("redirect_status", status === "processing" ? "pending" : status);
    return url.href;
  }

  window.Stripe = (key, options) => new Stripe(key, options);
  window.Stripe.version = "endive";
})();
