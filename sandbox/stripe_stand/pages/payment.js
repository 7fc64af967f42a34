// The Payment Element's frame: the customer's method, checked and sent from here.
import { begun, call, speak } from "./words.js";

const THEMES = ["stripe", "night", "flat"];
const VARIABLES = {
  colorPrimary: "--primary", colorBackground: "--background", colorText: "--text",
  colorTextSecondary: "--quiet", colorDanger: "--danger", borderRadius: "--radius",
  fontSizeBase: "--size", fontFamily: "--font", spacingUnit: "--unit",
};
const FINAL = ["succeeded", "canceled", "processing", "requires_capture"];
const NAMES = { card: "card", sepa_debit: "sepa", ideal: "ideal" };

const $ = (selector) => document.querySelector(selector);
const value = (id) => $(`#${id}`).value.trim();
const digits = (id) => value(id).replace(/\D/g, "");

const [given, port] = await begun();
let words = speak(given.locale);
let type = "card";
let savesMethod = Boolean(given.setupFutureUsage);
const tell = (event, more = {}) => port.postMessage({ event, ...more });

function dress(appearance = {}) {
  const root = document.documentElement;
  root.dataset.theme = THEMES.includes(appearance.theme) ? appearance.theme : "stripe";
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const wanted = appearance.variables?.[name];
    if (wanted) root.style.setProperty(variable, wanted);
    else root.style.removeProperty(variable);
  }
}

function isLuhn(number) {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const counted = Number(digit) * (place % 2 ? 2 : 1);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

function expiryFault() {
  const found = digits("expiry");
  if (found.length < 4) return ["incomplete_expiry", words.incompleteExpiry];
  const [month, year] = [Number(found.slice(0, 2)), 2000 + Number(found.slice(2))];
  if (month < 1 || month > 12) return ["incomplete_expiry", words.incompleteExpiry];
  const isPast = new Date(year, month, 1) <= new Date();
  return isPast ? ["invalid_expiry_year_past", words.pastExpiry] : null;
}

/** What is wrong with each field of the chosen method: `{ id: [code, message] }`. */
function faults() {
  const found = {};
  const put = (id, fault) => fault && Object.assign(found, { [id]: fault });
  if (type === "card") {
    const number = digits("number");
    if (number.length < 15) put("number", ["incomplete_number", words.incompleteNumber]);
    else if (!isLuhn(number)) put("number", ["invalid_number", words.incorrectNumber]);
    put("expiry", expiryFault());
    if (digits("code").length < 3) put("code", ["incomplete_cvc", words.incompleteCode]);
    return found;
  }
  if (type === "ideal") return found;
  if (value("iban").replace(/\s/g, "").length < 15)
    put("iban", ["incomplete_iban", words.incompleteIban]);
  if (!value("name")) put("name", ["incomplete_name", words.incompleteName]);
  if (!/^\S+@\S+$/.test(value("email"))) put("email", ["incomplete_email", words.incompleteEmail]);
  return found;
}

function show(id, fault) {
  $(`#${id}`).setAttribute("aria-invalid", fault ? "true" : "false");
  $(`#${id}-error`).textContent = fault?.[1] ?? "";
}

const fields = () => [...document.querySelectorAll(`[data-type="${type}"] input`)];

function changed() {
  const isEmpty = fields().every((input) => !input.value);
  const complete = Object.keys(faults()).length === 0;
  tell("change", { complete, empty: isEmpty, collapsed: false, value: { type } });
}

function choose(wanted) {
  type = wanted;
  for (const each of document.querySelectorAll(".fields")) each.hidden = each.dataset.type !== type;
  $("#fill").textContent = type === "card" ? words.fill : words.fillIban;
  $("#test").hidden = type === "ideal";
  const terms = [];
  if (type === "sepa_debit") terms.push(words.mandate);
  if (type === "ideal") terms.push(words.leaves);
  if (savesMethod) terms.push(words.kept);
  $(".terms").textContent = terms.join(" ");
  $(".terms").hidden = !terms.length;
}

function label(types) {
  for (const each of document.querySelectorAll("[data-word]"))
    each.textContent = words[each.dataset.word];
  const tabs = $(".tabs");
  tabs.hidden = types.length < 2;
  tabs.setAttribute("aria-label", words.methods);
  tabs.replaceChildren(
    ...types.map((each) => {
      const tab = document.createElement("label");
      const input = Object.assign(document.createElement("input"), {
        type: "radio", name: "type", value: each, checked: each === type,
      });
      input.addEventListener("change", () => {
        choose(each);
        changed();
      });
      tab.append(input, words[NAMES[each]]);
      return tab;
    }),
  );
  choose(type);
}

/** The methods by which this payment can be made; null where it can't be paid any more. */
async function typesOf() {
  if (!given.clientSecret) {
    const all = given.currency === "eur" ? ["card", "sepa_debit", "ideal"] : ["card"];
    return given.paymentMethodTypes ?? all;
  }
  const [id] = given.clientSecret.split("_secret_");
  const asked = { key: given.key, client_secret: given.clientSecret };
  const { ok, error } = await call("GET", `payment_intents/${id}`, asked);
  if (error) return { error };
  if (FINAL.includes(ok.status)) {
    const code = "payment_intent_unexpected_state";
    const message = `This PaymentIntent is ${ok.status}: it can't be paid.`;
    return { error: { type: "invalid_request_error", code, message, payment_intent: ok } };
  }
  savesMethod ||= Boolean(ok.setup_future_usage);
  return ok.payment_method_types.filter((each) => each in NAMES);
}

function method() {
  if (type === "ideal") return { "payment_method_data[type]": type };
  const billing = type === "card" ? {} : { name: value("name"), email: value("email") };
  const found = { "payment_method_data[type]": type };
  for (const [name, each] of Object.entries(billing))
    found[`payment_method_data[billing_details][${name}]`] = each;
  if (type === "sepa_debit")
    return { ...found, "payment_method_data[sepa_debit][iban]": value("iban") };
  const expiry = digits("expiry");
  const card = {
    number: digits("number"), exp_month: expiry.slice(0, 2), exp_year: expiry.slice(2),
    cvc: digits("code"),
  };
  for (const [name, each] of Object.entries(card))
    found[`payment_method_data[card][${name}]`] = each;
  return found;
}

const VERBS = {
  submit() {
    const found = faults();
    for (const { id } of fields()) show(id, found[id]);
    const [id] = Object.keys(found);
    if (!id) return { selectedPaymentMethod: type };
    $(`#${id}`).focus();
    const [code, message] = found[id];
    return { error: { type: "validation_error", code, message } };
  },
  confirm({ secret, params }) {
    const [id] = secret.split("_secret_");
    const { return_url } = params;
    const asked = { key: given.key, client_secret: secret, return_url, use_stripe_sdk: true };
    return call("POST", `payment_intents/${id}/confirm`, { ...asked, ...method() });
  },
  update({ appearance, locale, options }) {
    if (appearance) dress(appearance);
    if (locale) {
      words = speak(locale);
      label([...document.querySelectorAll(".tabs input")].map((each) => each.value));
    }
    if (options) disable(options.readOnly);
  },
  focus: () => (fields()[0] ?? $(".tabs :checked")).focus(),
  blur: () => document.activeElement.blur(),
  clear() {
    for (const input of fields()) input.value = "";
    changed();
  },
};

function disable(isOff) {
  for (const input of document.querySelectorAll("input")) input.disabled = Boolean(isOff);
}

const FORMATS = {
  number: (text) => text.replace(/\D/g, "").slice(0, 19).replace(/(.{4})(?=.)/g, "$1 "),
  expiry(text) {
    let found = text.replace(/\D/g, "").slice(0, 4);
    if (/^[2-9]/.test(found)) found = `0${found}`.slice(0, 4);
    return found.length > 2 ? `${found.slice(0, 2)} / ${found.slice(2)}` : found;
  },
  code: (text) => text.replace(/\D/g, ""),
  iban: (text) => text.replace(/\s/g, "").toUpperCase().replace(/(.{4})(?=.)/g, "$1 "),
};

function listen() {
  for (const input of document.querySelectorAll(".field input")) {
    input.addEventListener("input", () => {
      input.value = FORMATS[input.id]?.(input.value) ?? input.value;
      show(input.id, null);
      changed();
    });
    input.addEventListener("blur", () => input.value && show(input.id, faults()[input.id]));
  }
  document.addEventListener("focusin", () => tell("focus"));
  document.addEventListener("focusout", () => tell("blur"));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && tell("escape"));
  $("#fill").addEventListener("click", () => {
    const test =
      type === "card"
        ? { number: "4242 4242 4242 4242", expiry: "12 / 34", code: "123" }
        : { iban: "DE89 3704 0044 0532 0130 00", name: "Test", email: "test@example.com" };
    for (const [id, text] of Object.entries(test)) {
      $(`#${id}`).value = text;
      show(id, null);
    }
    changed();
  });
  port.onmessage = async ({ data }) => {
    const result = await VERBS[data.verb](data.given ?? {});
    if (data.number) port.postMessage({ reply: data.number, result });
  };
  $("#form").addEventListener("submit", (event) => event.preventDefault());
  const height = () => tell("height", { height: document.documentElement.offsetHeight });
  new ResizeObserver(height).observe(document.documentElement);
}

dress(given.appearance);
listen();
const types = await typesOf();
if (types.error) {
  $("#fault").textContent = words.loading;
  $("#fault").hidden = false;
  tell("loaderror", { error: types.error });
} else {
  type = types[0];
  label(types);
  const { name, email } = given.options.defaultValues?.billingDetails ?? {};
  $("#name").value = name ?? "";
  $("#email").value = email ?? "";
  disable(given.options.readOnly);
  $("#form").hidden = false;
  tell("height", { height: document.documentElement.offsetHeight });
  tell("ready");
}
