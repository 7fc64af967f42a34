// Installed apps, a form to install one, and the log of webhook deliveries.

import { attempt, control, day, el, pill, table, toast, words } from "/static/common.js";
import { APPS, DELETE_APP, FORGET, INSTALL } from "./queries.js";

const GRANTED = ["MANAGE_ORDERS", "HANDLE_PAYMENTS"];
const OTHERS = ["MANAGE_USERS", "MANAGE_GIFT_CARD", "MANAGE_APPS"];
const POLL = 700;

export async function appsView(page) {
  const { apps, appsInstallations } = await page.ask(APPS);
  const again = () => appsView(page);
  const remove = (query, id) => () =>
    attempt(async () => {
      await page.change(query, { id });
      await again();
    });
  const rows = apps.edges.map(({ node }) => ({
    cells: [
      el("div", {}, el("strong", {}, node.name), el("div", { class: "soft small" }, `${node.identifier} ${node.version}`)),
      node.isActive ? pill("SUCCESS", "Active") : pill("FAILED", "Inactive"),
      node.permissions.map(({ code }) => words(code)).join(", "),
      node.webhooks.map((hook) => el("div", { class: "small" }, hook.name)),
      el("button", { onclick: remove(DELETE_APP, node.id) }, "Delete"),
    ],
  }));
  const failed = appsInstallations.map((row) => ({
    cells: [row.appName, pill(row.status), row.message ?? "", row.manifestUrl, row.status === "FAILED" && el("button", { onclick: remove(FORGET, row.id) }, "Forget")],
  }));
  page.show("Apps", [], [
    installForm(page, again),
    rows.length ? table(["App", "State", "Permissions", "Webhooks", ""], rows) : el("p", { class: "empty" }, "No app is installed."),
    failed.length > 0 && el("h2", { style: "margin-top:32px" }, "Installations"),
    failed.length > 0 && table(["App", "State", "Message", "Manifest", ""], failed),
  ]);
  if (appsInstallations.some((row) => row.status === "PENDING") && location.hash.startsWith("#/apps")) setTimeout(() => attempt(again), POLL);
}

function installForm(page, again) {
  const url = el("input", { type: "url", required: true, size: 46, placeholder: "http://127.0.0.1:8080/manifest" });
  const boxes = [...GRANTED, ...OTHERS].map((name) => el("input", { type: "checkbox", value: name, checked: GRANTED.includes(name) }));
  const install = (event) => {
    event.preventDefault();
    attempt(async () => {
      const permissions = boxes.filter((box) => box.checked).map((box) => box.value);
      await page.change(INSTALL, { input: { appName: "App", manifestUrl: url.value, permissions } });
      toast("The installation was started.");
      await again();
    });
  };
  return el(
    "form",
    { class: "card", onsubmit: install, style: "display:grid;gap:14px;margin-bottom:24px" },
    el("h2", { style: "margin:0" }, "Install an app"),
    el("div", { class: "row" }, url, el("button", { class: "primary" }, "Install")),
    el("div", { class: "row small" }, boxes.map((box) => el("label", { class: "row" }, el("span", { class: "row" }, box, words(box.value))))),
  );
}

export async function deliveriesView(page) {
  const { deliveries, pending, held } = await control("deliveries");
  const again = () => deliveriesView(page);
  const resend = (id) => () =>
    attempt(async () => {
      await control(`deliveries/${id}/retry`, {});
      setTimeout(again, POLL);
    });
  const rows = deliveries.reverse().slice(0, 200).map((row) => ({
    cells: [
      String(row.id), day(row.created), row.event, row.app, pill(row.status),
      String(row.status_code ?? ""), String(row.attempts), row.ms == null ? "" : `${row.ms} ms`,
      el("button", { onclick: resend(row.id) }, "Send again"),
    ],
  }));
  page.show(
    "Webhook deliveries",
    [el("span", { class: "soft" }, `${pending} pending, ${held} held`), el("button", { onclick: again }, "Refresh")],
    rows.length ? table(["#", "Created", "Event", "App", "State", "#Code", "#Attempts", "#Time", ""], rows) : el("p", { class: "empty" }, "Nothing was delivered yet."),
    true,
  );
}
