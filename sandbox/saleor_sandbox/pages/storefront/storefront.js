// A customer's account page: own orders from the shop, own invoices by the app's web components.

import { API, attempt, call, control, currentTheme, day, el, loginForm, money, pill, setTheme, table, toggleTheme } from "/static/common.js";

const root = document.querySelector("#root");
const KEY = "sandbox-customer";
const ACCOUNTS = [
  ["customer@example.com", "customer"],
  ["second@example.com", "second"],
];

const ORDERS = `query Orders { me { email orders(first: 50) { edges { node {
  id number created status chargeStatus total { gross { amount currency } }
} } } } }`;

let customer = JSON.parse(sessionStorage.getItem(KEY) ?? "null");

async function invoicesApi() {
  const given = new URLSearchParams(location.search).get("invoicesApi");
  return given ?? (await control("config")).invoices_api ?? null;
}

function ordersTable(orders) {
  if (!orders.length) return el("p", { class: "empty card" }, "You have no orders yet.");
  const rows = orders.map((order) => ({
    cells: [
      `#${order.number}`, day(order.created), pill(order.status),
      pill(order.chargeStatus, { NONE: "Unpaid", FULL: "Paid" }[order.chargeStatus]), money(order.total.gross),
    ],
  }));
  return el("div", { class: "list" }, table(["Order", "Date", "Status", "Payment", "#Total"], rows));
}

// The app's own web components, loaded from the app as any shop does.
async function invoicesView() {
  const url = await invoicesApi();
  if (!url) return el("p", { class: "empty card" }, "No invoices app is connected to this shop.");
  try {
    await import(new URL("/storefront/saleor-invoices.js", url).href);
  } catch (error) {
    return el("p", { class: "error" }, `Your invoices can't be shown now: ${error.message}`);
  }
  const view = el("saleor-invoices", { id: "invoices", "api-url": url, "saleor-api-url": API });
  view.tokenProvider = ({ expired }) => (expired ? null : customer.token);
  return view;
}

function top(email) {
  const leave = () => {
    sessionStorage.removeItem(KEY);
    customer = null;
    render();
  };
  return el(
    "div",
    { class: "top" },
    el("strong", {}, "Sample Shop"),
    el("div", { class: "row" }, el("span", { class: "soft" }, email), el("button", { onclick: render }, "Refresh"), el("button", { onclick: () => toggleTheme() }, "Light or dark"), el("button", { onclick: leave }, "Sign out")),
  );
}

function signedIn({ token, user }) {
  customer = { token, email: user.email };
  sessionStorage.setItem(KEY, JSON.stringify(customer));
  render();
}

async function render() {
  const form = () => root.replaceChildren(loginForm("Your account", ACCOUNTS, signedIn));
  if (!customer) return form();
  const data = await attempt(() => call(API, ORDERS, {}, customer.token));
  if (!data?.me) {
    customer = null;
    return form();
  }
  const orders = data.me.orders.edges.map(({ node }) => node);
  root.replaceChildren(
    top(data.me.email),
    el("main", {}, el("section", {}, el("h2", {}, "Your invoices"), await invoicesView()), el("section", {}, el("h2", {}, "Your orders"), ordersTable(orders))),
  );
}

setTheme(currentTheme());
render();
