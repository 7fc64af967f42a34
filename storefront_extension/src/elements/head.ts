import { html, type TemplateResult } from "lit";
import { formatDay } from "../format/dates";
import { formatMoney } from "../format/money";
import type { Language } from "../i18n";
import type { Invoice } from "./content";
import { downloadIcon } from "./icons";
import { badge, externalUrl, isOpen } from "./status";

interface HeadActions {
  paying: boolean;
  pay: () => void;
  save: (format: "pdf" | "xml") => void;
}

/** What it is, how it stands, and what can be done with it. */
export function headView(
  invoice: Invoice,
  language: Language,
  actions: HeadActions,
): TemplateResult {
  const { t } = language;
  return html`<header class="head" part="summary">
      <div class="title">
        <div class="muted small">${t(invoice.kind)}${invoice.testMode ? ` · ${t("test")}` : ""}</div>
        <h2 id="title" part="heading">${invoice.number}</h2>
        <div class="line">${badge(invoice, language)}</div>
      </div>
      ${isOpen(invoice) ? owed(invoice, language) : ""}
    </header>
    <div class="line tools">
      ${payView(invoice, t("pay"), actions)}
      ${invoice.pdf ? fileButton("pdf", t("pdf"), actions) : ""}
      ${invoice.xml ? fileButton("xml", t("xml"), actions) : ""}
    </div>`;
}

function owed(invoice: Invoice, { t, locale }: Language): TemplateResult {
  const due = invoice.dueDate ? t("due", { date: formatDay(invoice.dueDate, locale) }) : "";
  return html`<div class="owed" part="amount-due">
    <div class="muted small">${t("balance")}</div>
    <strong class="number">${invoice.balance ? formatMoney(invoice.balance, locale) : ""}</strong>
    <div class="muted small">${due}</div>
  </div>`;
}

function payView(invoice: Invoice, words: string, { paying, pay }: HeadActions) {
  if (!isOpen(invoice) || paying) return "";
  const url = externalUrl(invoice);
  if (url) {
    return html`<a part="button primary pay" class="button primary" href=${url} target="_blank" rel="noopener"
      >${words}</a
    >`;
  }
  return html`<button part="button primary pay" class="button primary" @click=${pay}>${words}</button>`;
}

function fileButton(format: "pdf" | "xml", words: string, { save }: HeadActions): TemplateResult {
  return html`<button part="button download" class="button" @click=${() => save(format)}>
    <span style="width:1.1em;display:inline-flex">${downloadIcon}</span>${words}
  </button>`;
}
