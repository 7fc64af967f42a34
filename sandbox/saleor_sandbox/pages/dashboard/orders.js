// The list of orders and the page of one, with its invoices and the extensions mounted there.

import { attempt, control, day, el, money, pill, table, toast, words } from "/static/common.js";
import { moreActions, widget } from "./mounted.js";
import { ASK_DELETE, CANCEL, CONFIRM, MARK_PAID, ORDER, ORDERS, REQUEST, SEND } from "./queries.js";

const POLL = 1000;
const POLLS = 20;

export async function ordersView(page) {
  const [{ orders }, { kinds }] = await Promise.all([page.ask(ORDERS), control("kinds")]);
  const kind = el("select", { "aria-label": "Kind of order" }, Object.keys(kinds).map((name) => el("option", { value: name }, words(name))));
  const place = (paid) => () =>
    attempt(async () => {
      const placed = await control("orders", { kind: kind.value, paid });
      toast(`Order ${placed.orders[0].number} was placed.`, "success");
      await ordersView(page);
    });
  const rows = orders.edges.map(({ node }) => ({
    open: () => page.go(`#/orders/${node.id}`),
    cells: [
      `#${node.number}`, day(node.created), node.userEmail, node.channel.name, pill(node.status),
      pill(node.chargeStatus, { NONE: "Unpaid", FULL: "Paid" }[node.chargeStatus]),
      String(node.invoices.filter((each) => each.status === "SUCCESS").length || ""),
      money(node.total.gross),
    ],
  }));
  const heads = ["Number", "Date", "Customer", "Channel", "Status", "Payment", "#Invoices", "#Total"];
  page.show(
    "Orders",
    [kind, el("button", { onclick: place(false) }, "Place order"), el("button", { class: "primary", onclick: place(true) }, "Place paid order")],
    rows.length ? table(heads, rows) : el("p", { class: "empty" }, "No orders yet. Place one above."),
    true,
  );
}

export async function orderView(page, id) {
  const { order } = await page.ask(ORDER, { id });
  if (!order) return page.show("Order", [], el("p", { class: "empty" }, "There is no such order."));
  const again = () => orderView(page, id);
  for (const frame of page.frames.splice(0)) frame.close();
  const title = el(
    "div",
    { class: "row" },
    el("a", { href: "#/orders", class: "button", "aria-label": "Back" }, "←"),
    el("h1", {}, `Order #${order.number}`),
    pill(order.status),
    pill(order.chargeStatus, { NONE: "Unpaid", FULL: "Paid", PARTIAL: "Partly paid" }[order.chargeStatus]),
    el("span", { class: "soft" }, day(order.created)),
  );
  const widgets = page.at("ORDER_DETAILS_WIDGETS").map((each) => widget(page, each, { orderId: order.id }, again));
  page.show(
    title,
    steps(page, order, again),
    el(
      "div",
      { class: "order" },
      el("div", {}, lines(order), sums(order)),
      el("aside", {}, customer(order), invoices(page, order, again), notes(order), widgets.map((each) => each.box)),
    ),
    true,
  );
  for (const each of widgets) await each.frame.open();
}

function steps(page, order, again) {
  const button = (text, action, primary) =>
    el("button", { class: primary && "primary", onclick: () => attempt(async () => { await action(); await again(); }) }, text);
  const move = (step) => () => control(`orders/${order.id}/${step}`, {});
  const change = (query) => () => page.change(query, { id: order.id });
  const open = !["CANCELED", "FULFILLED"].includes(order.status);
  const paid = ["FULL", "OVERCHARGED"].includes(order.chargeStatus);
  const zero = order.total.gross.amount === 0;
  return [
    order.status === "UNCONFIRMED" && button("Confirm", change(CONFIRM), true),
    (!paid || zero) && button("Mark as paid", change(MARK_PAID)),
    !paid && button("Pay a part", move("pay_partial")),
    !paid && button("Pay by card", move("pay"), true),
    order.totalCharged.amount > 0 && button("Refund", move("refund")),
    open && order.status !== "UNCONFIRMED" && button("Fulfil", move("fulfill")),
    open && button("Cancel", change(CANCEL)),
    moreActions(page, "ORDER_DETAILS_MORE_ACTIONS", { orderId: order.id }, again),
  ];
}

function lines(order) {
  const side = order.displayGrossPrices ? "gross" : "net";
  const rows = order.lines.map((line) => ({
    cells: [
      el("div", {}, line.productName, el("div", { class: "soft small" }, line.variantName)),
      line.productSku ?? "", `${(line.taxRate * 100).toFixed(2).replace(/\.?0+$/, "")} %`,
      String(line.quantity), money(line.unitPrice[side]), money(line.totalPrice[side]),
    ],
  }));
  return el("div", { class: "card", style: "padding:0" }, table(["Product", "SKU", "#Tax", "#Quantity", "#Price", "#Total"], rows));
}

function sums(order) {
  const list = (...pairs) =>
    el("dl", {}, pairs.filter(Boolean).flatMap(([name, value, strong]) => [el("dt", { class: strong && "strong" }, name), el("dd", { class: strong && "strong" }, value)]));
  return el(
    "div",
    { class: "sums" },
    el(
      "div",
      { class: "card" },
      el("h2", {}, "Order value"),
      list(
        ["Subtotal", money(order.subtotal.gross)],
        [`Shipping ${order.shippingMethodName ?? ""}`, money(order.shippingPrice.gross)],
        order.giftCards.length && ["Gift card", `•••• ${order.giftCards[0].last4CodeChars}`],
        order.discounts.length && ["Discount (applied)", order.discounts[0].reason ?? words(order.discounts[0].type)],
        ["Taxes (included)", money(order.total.tax)],
        ["Total", money(order.total.gross), true],
      ),
    ),
    el(
      "div",
      { class: "card" },
      el("h2", {}, "Payments"),
      list(
        ["Captured", money(order.totalCharged)],
        ["Refunded", money(order.totalRefunded)],
        ["Balance", money(order.totalBalance), true],
      ),
    ),
  );
}

function place(address) {
  if (!address) return "None";
  const name = `${address.firstName} ${address.lastName}`.trim();
  return [name, address.companyName, address.streetAddress1, address.streetAddress2, `${address.postalCode} ${address.city}`, address.countryArea, address.country.country]
    .filter(Boolean)
    .join("\n");
}

function customer(order) {
  return el(
    "div",
    {},
    el("h2", {}, "Customer"),
    el("p", { style: "margin:0 0 12px" }, order.userEmail ?? "", " ", !order.user && pill("guest", "Guest")),
    el("div", { class: "soft small" }, "Billing address"),
    el("address", {}, place(order.billingAddress)),
    el("div", { class: "soft small", style: "margin-top:10px" }, "Sales channel"),
    order.channel.name,
  );
}

function notes(order) {
  if (!order.customerNote && !order.metadata.length) return null;
  return el(
    "div",
    {},
    el("h2", {}, "Notes and metadata"),
    order.customerNote && el("p", {}, order.customerNote),
    el("dl", {}, order.metadata.flatMap(({ key, value }) => [el("dt", { class: "soft" }, key), el("dd", {}, value)])),
  );
}

function invoices(page, order, again) {
  const generate = () =>
    attempt(async () => {
      const before = order.invoices.filter((each) => each.status === "SUCCESS").length;
      await page.change(REQUEST, { id: order.id });
      toast("The invoice was requested.");
      await again();
      await watch(page, order.id, before, again);
    });
  const act = (query, id, text) => () =>
    attempt(async () => {
      await page.change(query, { id });
      toast(text, "success");
      await again();
    });
  const row = (invoice) =>
    el(
      "div",
      { class: "invoice" },
      el(
        "div",
        { class: "row between" },
        invoice.url ? el("a", { href: invoice.url, target: "_blank", rel: "noopener" }, invoice.number) : el("span", { class: "soft" }, invoice.number ?? "In progress"),
        invoice.status === "SUCCESS" ? el("span", { class: "soft small" }, day(invoice.createdAt)) : pill(invoice.status),
      ),
      invoice.status === "SUCCESS" &&
        el(
          "div",
          { class: "row", style: "margin-top:6px" },
          el("button", { onclick: act(SEND, invoice.id, "The invoice was sent.") }, "Send"),
          el("button", { onclick: act(ASK_DELETE, invoice.id, "Its deletion was requested.") }, "Delete"),
        ),
    );
  return el(
    "div",
    { id: "invoices" },
    el("div", { class: "row between", style: "margin-bottom:8px" }, el("h2", { style: "margin:0" }, "Invoices"), el("button", { onclick: generate }, "Generate")),
    order.invoices.length ? order.invoices.map(row) : el("span", { class: "soft" }, "No invoices to be shown"),
  );
}

async function watch(page, id, before, again) {
  for (let turn = 0; turn < POLLS; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, POLL));
    if (!location.hash.includes(id)) return;
    const { order } = await page.ask(ORDER, { id });
    if (order.invoices.filter((each) => each.status === "SUCCESS").length > before) {
      await again();
      return;
    }
  }
  toast("The app hasn't answered yet.", "warning");
}
