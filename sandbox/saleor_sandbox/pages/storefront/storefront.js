// A customer's account page: own orders from the shop, own invoices from the invoices app.

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

const INVOICES = `query MyInvoices($first: Int!) { salesInvoices(first: $first) { edges { node {
  id number issueDate paymentStatus orderNumber downloadUrl
  total { amount currency } balance { amount currency }
} } } }`;

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

async function invoicesTable() {
  const url = await invoicesApi();
  if (!url) return el("p", { class: "empty card" }, "No invoices app is connected to this shop.");
  let invoices;
  try {
    const data = await call(url, INVOICES, { first: 50 }, customer.token, { "Saleor-Api-Url": API });
    invoices = data.salesInvoices.edges.map(({ node }) => node);
  } catch (error) {
    return el("p", { class: "error" }, `Your invoices can't be shown now: ${error.message}`);
  }
  if (!invoices.length) return el("p", { class: "empty card" }, "You have no invoices yet.");
  const rows = invoices.map((each) => ({
    cells: [
      el("strong", {}, each.number), day(each.issueDate), each.orderNumber && `#${each.orderNumber}`,
      pill(each.paymentStatus ?? ""), money(each.balance), money(each.total),
      each.downloadUrl ? el("a", { class: "button", href: each.downloadUrl, target: "_blank", rel: "noopener" }, "Download") : el("span", { class: "soft" }, "Being made"),
    ],
  }));
  return el("div", { class: "list", id: "invoices" }, table(["Invoice", "Date", "Order", "Status", "#Open", "#Total", ""], rows));
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
    el("main", {}, el("section", {}, el("h2", {}, "Your invoices"), await invoicesTable()), el("section", {}, el("h2", {}, "Your orders"), ordersTable(orders))),
  );
}

setTheme(currentTheme());
render();
