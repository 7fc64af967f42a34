// What both pages share: calls, formatting, sign-in, theme, toasts.

export const API = new URL("/graphql/", location.origin).href;

export async function call(url, query, variables = {}, token = "", headers = {}) {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await answer.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Error(`HTTP ${answer.status} from ${url}`);
  }
  if (body.errors?.length) throw new Error(body.errors.map((error) => error.message).join("; "));
  return body.data;
}

export async function control(path, body) {
  const answer = await fetch(`/control/${path}`, {
    method: body ? "POST" : "GET",
    body: body ? JSON.stringify(body) : undefined,
  });
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.error.message);
  return given;
}

export function money(value) {
  if (!value) return "";
  return new Intl.NumberFormat(navigator.language, {
    style: "currency",
    currency: value.currency,
    currencyDisplay: "code",
  }).format(value.amount);
}

export function day(value) {
  if (!value) return "";
  return new Intl.DateTimeFormat(navigator.language, {
    dateStyle: "medium",
    ...(value.includes("T") ? { timeStyle: "short" } : {}),
  }).format(new Date(value));
}

export function words(name) {
  const text = (name ?? "").replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// el("td", { class: "number" }, "1", child): text is always text, never markup.
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

const TONES = {
  FULFILLED: "good", FULL: "good", SUCCESS: "good", PAID: "good", FULLY_CHARGED: "good",
  OVERCHARGED: "good", UNFULFILLED: "wait", PARTIAL: "wait", PARTIALLY_FULFILLED: "wait",
  PARTIALLY_CHARGED: "wait", PARTIALLY_PAID: "wait", PENDING: "wait", UNCONFIRMED: "wait",
  UNPAID: "wait", OPEN: "wait", CANCELED: "bad", FAILED: "bad", OVERDUE: "bad", EXPIRED: "bad",
};

export function pill(name, text = words(name)) {
  return el("span", { class: `pill ${TONES[name] ?? ""}` }, text);
}

export function table(heads, rows) {
  const cells = (row, kind) =>
    row.map((cell, index) => el(kind, { class: heads[index].startsWith("#") && "number" }, cell ?? ""));
  return el(
    "div",
    { class: "scroll" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, cells(heads.map((head) => head.replace("#", "")), "th"))),
      el(
        "tbody",
        {},
        rows.map(({ cells: row, open }) =>
          el("tr", open ? { class: "open", tabindex: 0, onclick: open, onkeydown: enter(open) } : {}, cells(row, "td")),
        ),
      ),
    ),
  );
}

function enter(action) {
  return (event) => event.key === "Enter" && action(event);
}

export function toast(text, status = "info", title = "") {
  const box = el("div", { class: `toast ${status}`, role: "status" }, title && el("strong", {}, title), el("div", {}, text));
  document.querySelector("#toasts").append(box);
  setTimeout(() => box.remove(), 6000);
}

export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message, "error");
    return undefined;
  }
}

export function currentTheme() {
  const chosen = localStorage.getItem("sandbox-theme");
  return chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

export function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
}

export function toggleTheme() {
  const theme = currentTheme() === "dark" ? "light" : "dark";
  localStorage.setItem("sandbox-theme", theme);
  setTheme(theme);
  return theme;
}

const LOGIN = `mutation Login($email: String!, $password: String!) {
  tokenCreate(email: $email, password: $password) { token user { email isStaff } errors { message } }
}`;

export async function signIn(email, password) {
  const { tokenCreate } = await call(API, LOGIN, { email, password });
  if (tokenCreate.errors.length) throw new Error(tokenCreate.errors[0].message);
  return tokenCreate;
}

export function loginForm(title, accounts, signedIn) {
  const email = el("input", { name: "email", type: "email", list: "accounts", autocomplete: "off" });
  const password = el("input", { name: "password", type: "password", autocomplete: "off" });
  const choose = ([address, secret]) => {
    email.value = address;
    password.value = secret;
  };
  choose(accounts[0]);
  const submit = async (event) => {
    event.preventDefault();
    const given = await attempt(() => signIn(email.value, password.value));
    if (given) signedIn(given);
  };
  return el(
    "form",
    { id: "login", class: "card", onsubmit: submit },
    el("h1", {}, title),
    el("label", {}, "E-mail", email),
    el("label", {}, "Password", password),
    el("button", { class: "primary" }, "Sign in"),
    el(
      "div",
      { class: "row small" },
      accounts.map((account) => el("button", { type: "button", onclick: () => choose(account) }, account[0].split("@")[0])),
    ),
  );
}
