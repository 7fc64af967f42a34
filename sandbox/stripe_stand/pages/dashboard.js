// The stand's own page: what a bank or somebody in Stripe's dashboard does.
import { money as amountOf } from "./money.js";

const TONES = {
  succeeded: "good", won: "good", SUCCESS: "good", failed: "bad", lost: "bad", FAILED: "bad",
  canceled: "bad", DROPPED: "bad", processing: "wait", pending: "wait", HELD: "wait", PENDING: "wait",
  needs_response: "wait",
};
const OVER = ["won", "lost", "warning_closed"];
const $ = (selector) => document.querySelector(selector);
let shown = "";

async function control(path, body) {
  const method = body ? "POST" : "GET";
  const answer = await fetch(`/_stand/${path}`, { method, body: body && JSON.stringify(body) });
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.error.message);
  return given;
}

const money = (amount, currency) => amountOf(amount, currency, navigator.language);

function make(tag, options = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), options);
  made.append(...inside);
  return made;
}

const pill = (state) => make("span", { className: `pill ${TONES[state] ?? ""}` }, state);
const soft = (text) => make("div", { className: "small soft" }, text);

function button(words, path, body = {}) {
  const made = make("button", { type: "button" }, words);
  made.addEventListener("click", async () => {
    made.disabled = true;
    await trying(() => control(path, body));
    await refresh();
  });
  return made;
}

async function trying(act) {
  try {
    $("#fault").textContent = "";
    return await act();
  } catch (error) {
    $("#fault").textContent = error.message;
  }
}

/** What can be done with a payment now. */
function steps(row) {
  const path = `payment_intents/${row.id}`;
  if (row.status === "processing")
    return [
      button("Bank pays", `${path}/settle`, { outcome: "succeeded" }),
      button("Bank returns it", `${path}/settle`, { outcome: "failed" }),
    ];
  if (row.at_bank)
    return [
      button("Customer authorises", `${path}/answer`, { answer: "authorise" }),
      button("Customer refuses", `${path}/answer`, { answer: "fail" }),
      button("Cancel", `${path}/cancel`),
    ];
  if (row.status !== "succeeded")
    return row.status === "canceled"
      ? []
      : [button("Pay by test card", `${path}/pay`), button("Cancel", `${path}/cancel`)];
  const open = row.disputes.find((each) => !OVER.includes(each.status));
  if (open)
    return ["won", "lost"].map((status) =>
      button(`Dispute is ${status}`, `disputes/${open.id}`, { status }),
    );
  const waiting = row.refunds.find((each) => each.status === "pending");
  if (waiting)
    return ["succeeded", "failed"].map((status) =>
      button(`Refund ${status}`, `refunds/${waiting.id}`, { status }),
    );
  return left(row) > 0 ? refundSteps(row) : failing(row);
}

const left = (row) =>
  row.refunds
    .filter((each) => each.status !== "failed")
    .reduce((sum, each) => sum - each.amount, row.amount);

function refundSteps(row) {
  const given = { payment_intent: row.id };
  const disputed = row.disputes.length ? [] : [button("Customer disputes", "disputes", given)];
  const lost = row.disputes.some((each) => each.status === "lost");
  return lost ? [] : [button("Refund the rest", "refunds", given), ...disputed];
}

function failing(row) {
  const done = row.refunds.find((each) => each.status === "succeeded");
  return done ? [button("Refund fails", `refunds/${done.id}`, { status: "failed" })] : [];
}

function happened(row) {
  const all = [
    ...row.refunds.map((each) => ["Refund", each]),
    ...row.disputes.map((each) => ["Dispute", each]),
  ];
  return all.map(([what, { amount, status }]) =>
    make("div", { className: "row" }, `${what} ${money(amount, row.currency)}`, pill(status)),
  );
}

function payment(row) {
  return make(
    "tr",
    {},
    make("td", {}, row.description || row.id, soft(`${row.id} · ${row.account}`)),
    make("td", { className: "number" }, money(row.amount, row.currency)),
    make("td", {}, pill(row.status), soft(row.method)),
    make("td", {}, ...happened(row)),
    make("td", {}, make("div", { className: "row" }, ...steps(row))),
  );
}

function delivery(row) {
  const last = row.attempts.at(-1);
  const code = last ? `${last.code ?? last.problem}, attempt ${row.attempts.length}` : "";
  return make(
    "tr",
    {},
    make("td", {}, row.type, soft(row.event)),
    make("td", {}, soft(row.object)),
    make("td", {}, soft(row.url)),
    make("td", {}, pill(row.status), soft(code)),
    make("td", {}, button("Send again", `deliveries/${row.id}/resend`)),
  );
}

async function refresh() {
  const found = await trying(async () => {
    const [{ payments }, { deliveries }, { mode }] = await Promise.all(
      ["payments", "deliveries", "state"].map((path) => control(path)),
    );
    return { payments, deliveries: deliveries.slice(-50).reverse(), mode };
  });
  if (!found || JSON.stringify(found) === shown) return;
  shown = JSON.stringify(found);
  $("#payments").replaceChildren(...found.payments.map(payment));
  $("#deliveries").replaceChildren(...found.deliveries.map(delivery));
  $("#no-payments").hidden = found.payments.length > 0;
  $("#no-deliveries").hidden = found.deliveries.length > 0;
  for (const name of ["down", "hold"]) $(`#${name}`).checked = found.mode[name];
}

for (const name of ["down", "hold"])
  $(`#${name}`).addEventListener("change", ({ target }) =>
    trying(() => control("mode", { [name]: target.checked, next: 0, path: "", method: "" })),
  );
$("#flush").addEventListener("click", () => trying(() => control("flush", {})).then(refresh));
const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => {
  document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
};
dark.addEventListener("change", dress);
dress();
await refresh();
setInterval(() => document.hidden || refresh(), 2000);
