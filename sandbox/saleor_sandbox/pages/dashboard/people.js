// The list of customers and the page of one; the home page; both with what apps mount there.

import { day, el, money, pill, table } from "/static/common.js";
import { absolute, tokenFetcher } from "./bridge.js";
import { CUSTOMER, CUSTOMERS } from "./queries.js";

export async function customersView(page) {
  const { customers } = await page.ask(CUSTOMERS);
  const rows = customers.edges.map(({ node }) => ({
    open: () => page.go(`#/customers/${node.id}`),
    cells: [`${node.firstName} ${node.lastName}`.trim() || node.email, node.email],
  }));
  page.show("Customers", [], [rows.length ? table(["Name", "E-mail"], rows) : el("p", { class: "empty" }, "No customers yet.")], true);
}

export async function customerView(page, id) {
  const { customers, orders } = await page.ask(CUSTOMER, { id });
  const customer = customers.edges[0]?.node;
  if (!customer) return page.show("Customer", [], el("p", { class: "empty" }, "There is no such customer."));
  const again = () => customerView(page, id);
  for (const frame of page.frames.splice(0)) frame.close();
  const own = orders.edges.map(({ node }) => node).filter((order) => order.userEmail === customer.email);
  const rows = own.map((order) => ({
    open: () => page.go(`#/orders/${order.id}`),
    cells: [`#${order.number}`, day(order.created), pill(order.status), money(order.total.gross)],
  }));
  const widgets = page.at("CUSTOMER_DETAILS_WIDGETS").map((each) => widget(page, each, { customerId: id }, again));
  const menu = page.at("CUSTOMER_DETAILS_MORE_ACTIONS");
  page.show(
    `${customer.firstName} ${customer.lastName}`.trim() || customer.email,
    [more(page, menu, { customerId: id }, again)],
    el(
      "div",
      { class: "order" },
      el("div", {}, rows.length ? table(["Order", "Date", "Status", "#Total"], rows) : el("p", { class: "empty" }, "No orders yet.")),
      el("aside", {}, el("div", {}, el("h2", {}, "Customer"), customer.email), widgets.map((each) => each.box)),
    ),
    true,
  );
  for (const each of widgets) await each.frame.open();
}

export async function homeView(page) {
  const widgets = page.at("HOMEPAGE_WIDGETS").map((each) => widget(page, each, {}));
  page.show(`Hello ${page.staff.email}`, [], el("div", { class: "home" }, widgets.map((each) => each.box)));
  for (const each of widgets) await each.frame.open();
}

// The three dots with the actions that apps add.
export function more(page, menu, context, refresh) {
  if (menu.length === 0) return null;
  const open = (each) => () => page.popup(each, context, refresh);
  return el(
    "details",
    { class: "menu" },
    el("summary", { "aria-label": "More actions" }, "⋮"),
    el("div", {}, menu.map((each) => el("button", { onclick: open(each) }, each.label))),
  );
}

// An app's part of a page; today's dashboard gives it 200 px until it asks for more.
export function widget(page, extension, context, refresh) {
  const { widgetTarget, homeWidgetTarget } = extension.settings ?? {};
  const options = widgetTarget ?? homeWidgetTarget ?? {};
  const byName = (name) => {
    const found = page.extensions.find((each) => each.label === name || each.id === name);
    if (found) page.popup(found, context, refresh);
    return Boolean(found);
  };
  const frame = page.frame({
    url: absolute(extension.app, extension.url),
    app: extension.app,
    context,
    className: "widget",
    name: `widget-${extension.id}`,
    post: options.method === "POST",
    fetchToken: tokenFetcher("extension", extension.id, page.staff.token),
    on: { refresh, popup: byName, navigate: page.navigate(extension.app) },
  });
  return { frame, box: el("div", {}, el("h2", {}, extension.label), frame.iframe) };
}

