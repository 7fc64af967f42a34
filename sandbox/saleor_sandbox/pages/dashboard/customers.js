// The list of customers and the page of one, with the extensions mounted there; the home page.

import { day, el, money, pill, table } from "/static/common.js";
import { CUSTOMER, CUSTOMERS } from "./queries.js";
import { moreActions, widget } from "./mounted.js";

export async function customersView(page) {
  const { customers } = await page.ask(CUSTOMERS);
  const rows = customers.edges.map(({ node }) => ({
    open: () => page.go(`#/customers/${node.id}`),
    cells: [nameOf(node), node.email, String(node.orders.totalCount)],
  }));
  page.show("Customers", [], table(["Name", "E-mail", "#Orders"], rows), true);
}

export async function customerView(page, id) {
  const { user } = await page.ask(CUSTOMER, { id });
  if (!user) return page.show("Customer", [], el("p", { class: "empty" }, "There is no such customer."));
  const again = () => customerView(page, id);
  for (const frame of page.frames.splice(0)) frame.close();
  const context = { customerId: user.id };
  const widgets = page
    .at("CUSTOMER_DETAILS_WIDGETS")
    .map((each) => widget(page, each, context, again));
  const orders = user.orders.edges.map(({ node }) => ({
    open: () => page.go(`#/orders/${node.id}`),
    cells: [`#${node.number}`, day(node.created), pill(node.status), money(node.total.gross)],
  }));
  page.show(
    el("div", { class: "row" }, el("a", { href: "#/customers", class: "button", "aria-label": "Back" }, "←"), el("h1", {}, nameOf(user))),
    moreActions(page, "CUSTOMER_DETAILS_MORE_ACTIONS", context, again),
    el(
      "div",
      { class: "order" },
      el("div", {}, el("div", { class: "card", style: "padding:0" }, table(["Order", "Date", "Status", "#Total"], orders))),
      el("aside", {}, el("div", {}, el("h2", {}, "E-mail"), user.email), widgets.map((each) => each.box)),
    ),
    true,
  );
  for (const each of widgets) await each.frame.open();
}

export async function homeView(page) {
  const widgets = page.at("HOMEPAGE_WIDGETS").map((each) => widget(page, each, {}, () => homeView(page)));
  page.show(
    "Home",
    [],
    widgets.length
      ? el("div", { class: "home" }, widgets.map((each) => each.box))
      : el("p", { class: "empty" }, "Apps show nothing here before Saleor 3.23."),
  );
  for (const each of widgets) await each.frame.open();
}

function nameOf({ firstName, lastName, email }) {
  return `${firstName} ${lastName}`.trim() || email;
}
