// The sandbox's dashboard: sign in, orders, installed apps, and what they add.

import { API, call, currentTheme, el, loginForm, setTheme, toggleTheme } from "/static/common.js";
import { AppFrame, absolute, tokenFetcher } from "./bridge.js";
import { appsView, deliveriesView } from "./apps.js";
import { customersView, customerView, homeView } from "./customers.js";
import { languageSelect } from "./language.js";
import { orderView, ordersView } from "./orders.js";
import { EXTENSIONS, SHOP } from "./queries.js";

const root = document.querySelector("#root");
const KEY = "sandbox-staff";
const ACCOUNTS = [
  ["admin@example.com", "admin"],
  ["orders@example.com", "orders"],
  ["viewer@example.com", "viewer"],
];

export const page = {
  staff: JSON.parse(sessionStorage.getItem(KEY) ?? "null"),
  shop: null,
  extensions: [],
  frames: [],
  async ask(query, variables) {
    return call(API, query, variables, this.staff.token);
  },
  // A mutation with `errors`: the first one is thrown.
  async change(query, variables) {
    const data = await this.ask(query, variables);
    const [result] = Object.values(data);
    if (result.errors.length) throw new Error(`${result.errors[0].message} (${result.errors[0].code})`);
    return result;
  },
  at(...mounts) {
    return this.extensions.filter((each) => mounts.includes(each.mount));
  },
  frame(options) {
    const frame = new AppFrame({ version: this.shop.version, ...options });
    this.frames.push(frame);
    return frame;
  },
  show,
  go(hash) {
    location.hash = hash;
  },
  popup,
  navigate: navigateTo,
};

async function load() {
  const { shop } = await page.ask(SHOP);
  page.shop = shop;
  const old = parseFloat(shop.schemaVersion.split(".")[1]) < 22;
  const { appExtensions } = await page.ask(EXTENSIONS(old));
  page.extensions = appExtensions.edges.map(({ node }) => ({
    ...node,
    mount: (node.mountName ?? node.mount).toUpperCase(),
    target: (node.targetName ?? node.target).toUpperCase(),
  }));
}

function signedIn({ token, user }) {
  page.staff = { token, email: user.email };
  sessionStorage.setItem(KEY, JSON.stringify(page.staff));
  route();
}

function signOut() {
  sessionStorage.removeItem(KEY);
  page.staff = null;
  route();
}

// title: text or nodes; tools: nodes at the right; body: nodes.
function show(title, tools, body, flush = false) {
  root.replaceChildren(
    el(
      "div",
      { class: "shell" },
      navigation(),
      el(
        "main",
        {},
        el("header", {}, title instanceof Node ? title : el("h1", {}, title), el("div", { class: "right row" }, tools)),
        el("section", { class: flush && "flush" }, body),
      ),
    ),
  );
}

function navigation() {
  const current = location.hash.split("/")[1] || "orders";
  const link = (to, text, sub) =>
    el("a", { href: `#/${to}`, class: `${sub ? "sub" : ""} ${location.hash.startsWith(`#/${to}`) || (!location.hash && to === current) ? "current" : ""}` }, text);
  const pages = page.extensions.filter((each) => each.mount.startsWith("NAVIGATION_"));
  return el(
    "nav",
    {},
    el("div", { class: "brand" }, el("span"), page.shop.name),
    link("home", "Home"),
    link("orders", "Orders"),
    pages.map((each) => link(`app/${each.id}`, each.label, true)),
    link("customers", "Customers"),
    link("apps", "Apps"),
    link("deliveries", "Webhook deliveries"),
    el("a", { href: "/storefront/", target: "_blank" }, "Storefront ↗"),
    el(
      "div",
      { class: "foot small" },
      el("span", { class: "soft" }, `Stand-in for Saleor ${page.shop.version}`),
      el("span", {}, page.staff.email),
      el(
        "div",
        { class: "row" },
        languageSelect((locale) => tellFrames("localeChanged", { locale })),
        el("button", { onclick: switchTheme }, currentTheme() === "dark" ? "Light" : "Dark"),
        el("button", { onclick: signOut }, "Sign out"),
      ),
    ),
  );
}

function switchTheme(event) {
  const theme = toggleTheme();
  event.target.textContent = theme === "dark" ? "Light" : "Dark";
  tellFrames("theme", { theme });
}

function tellFrames(type, payload) {
  for (const frame of page.frames) frame.send(type, payload);
}

// An extension's own page, full width; its route is kept in our address.
async function appView(page, id, path) {
  const found = page.extensions.find((each) => each.id === id);
  if (!found) return page.show("App", [], el("p", { class: "empty" }, "There is no such page."));
  const { app } = found;
  const frame = page.frame({
    url: path ? `${app.appUrl.replace(/\/$/, "")}/${path}` : absolute(app, found.url),
    app,
    className: "page",
    fetchToken: tokenFetcher("app", app.id, page.staff.token),
    on: {
      navigate: navigateTo(id),
      reroute: (route) => history.pushState(null, "", `#/app/${id}${route}`),
    },
  });
  page.show(`${found.label} · ${app.name}`, [], frame.iframe, true);
  await frame.open();
}

export function navigateTo(extensionId) {
  return (to, newContext) => {
    const shown = to.match(/^\/(orders|customers)\/([^/?]+)/);
    const inApp = to.match(/^\/(?:apps|extensions)\/[^/]+\/app\/?(.*)$/) ?? to.match(/^\/extensions\/app\/[^/]+\/?(.*)$/);
    const outside = /^https?:/.test(to);
    const own = extensionId ?? page.at("NAVIGATION_ORDERS")[0]?.id;
    const hash = shown ? `#/${shown[1]}/${decodeURIComponent(shown[2])}` : inApp && own ? `#/app/${own}/${inApp[1]}` : "#/orders";
    if (outside || newContext) window.open(outside ? to : hash, "_blank");
    else location.hash = hash;
  };
}

async function popup(extension, context, refresh) {
  const { app } = extension;
  const done = () => {
    frame.close();
    dialog.remove();
    refresh?.();
  };
  const frame = page.frame({
    url: absolute(app, extension.url),
    app,
    context,
    fetchToken: tokenFetcher("extension", extension.id, page.staff.token),
    on: { close: done, navigate: navigateTo(), refresh },
  });
  const dialog = el(
    "dialog",
    { onclose: done },
    el("header", {}, el("strong", {}, extension.label), el("button", { onclick: done, "aria-label": "Close" }, "✕")),
    frame.iframe,
  );
  document.body.append(dialog);
  dialog.showModal();
  await frame.open();
}

let visit = 0;

// The page as one visit sees it: an answer that comes after the person went on changes nothing.
function visited() {
  const mine = ++visit;
  const current = (data) => (mine === visit ? data : new Promise(() => {}));
  return Object.assign(Object.create(page), {
    current,
    ask: (...given) => page.ask(...given).then(current),
    show: (...parts) => mine === visit && show(...parts),
  });
}

async function route() {
  const view = visited();
  for (const frame of page.frames.splice(0)) frame.close();
  if (!page.staff) return root.replaceChildren(loginForm("Sandbox dashboard", ACCOUNTS, signedIn));
  try {
    await load().then(view.current);
  } catch (error) {
    sessionStorage.removeItem(KEY);
    page.staff = null;
    return root.replaceChildren(el("p", { class: "error" }, error.message), loginForm("Sandbox dashboard", ACCOUNTS, signedIn));
  }
  const [, name = "orders", id, ...rest] = location.hash.split("/");
  const views = {
    orders: () => (id ? orderView(view, id) : ordersView(view)),
    home: () => homeView(view),
    customers: () => (id ? customerView(view, id) : customersView(view)),
    app: () => appView(view, id, rest.join("/")),
    apps: () => appsView(view),
    deliveries: () => deliveriesView(view),
  };
  try {
    await (views[name] ?? views.orders)();
  } catch (error) {
    view.show("Not available", [], el("p", { class: "empty" }, error.message));
  }
}

setTheme(currentTheme());
window.addEventListener("hashchange", route);
route();
