import { html, type TemplateResult } from "lit";
import { formatDay } from "../format/dates";
import { formatMoney } from "../format/money";
import type { Language } from "../i18n";
import type { Choosing } from "./choosing";
import { payable } from "./choosing";
import { downloadIcon } from "./icons";
import { badge, externalUrl, isOpen, type Row } from "./status";

export interface RowActions {
  open: (row: Row) => void;
  pay: (row: Row) => void;
  choose: (row: Row) => void;
  download: (row: Row) => void;
}

/** One document of the list. */
export function rowView(
  row: Row,
  language: Language,
  choosing: Choosing,
  actions: RowActions,
): TemplateResult {
  return html`<li part="row" class="row" data-id=${row.id}>
    <div class="choose">${payable(row) ? box(row, language, choosing, actions) : ""}</div>
    <div class="main">
      <button part="number" class="open" @click=${() => actions.open(row)}>${row.number}</button>
      <div class="muted small">${facts(row, language)}</div>
    </div>
    <div class="state">${badge(row, language)}${dueLine(row, language)}</div>
    <div class="sums">${amounts(row, language)}</div>
    <div class="actions">${buttons(row, language, actions)}</div>
  </li>`;
}

function box(row: Row, { t }: Language, choosing: Choosing, actions: RowActions): TemplateResult {
  const chosen = choosing.has(row);
  return html`<input
    part="checkbox"
    type="checkbox"
    aria-label=${t("choose", { number: row.number })}
    .checked=${chosen}
    ?disabled=${!chosen && !choosing.fits(row)}
    @change=${() => actions.choose(row)}
  />`;
}

function facts(row: Row, { t, locale }: Language): string {
  return [
    row.kind === "INVOICE" ? "" : t(row.kind),
    row.issueDate ? formatDay(row.issueDate, locale) : "",
    row.orderNumber ? t("order", { number: row.orderNumber }) : "",
    row.testMode ? t("test") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function dueLine(row: Row, { t, locale }: Language): TemplateResult | "" {
  if (!isOpen(row) || !row.dueDate) return "";
  const date = formatDay(row.dueDate, locale);
  return html`<span part="due" class="muted small">${t("due", { date })}</span>`;
}

function amounts(row: Row, { t, locale }: Language): TemplateResult {
  const total = formatMoney(row.total, locale);
  const part = isOpen(row) && row.balance !== null && row.balance?.amount !== row.total.amount;
  const left = part && row.balance ? formatMoney(row.balance, locale) : "";
  return html`<strong part="total" class="number">${total}</strong>
    ${left ? html`<div part="balance" class="muted small">${t("stillDue", { amount: left })}</div>` : ""}`;
}

function buttons(row: Row, { t }: Language, actions: RowActions): TemplateResult {
  const { number } = row;
  return html`${payButton(row, t("pay"), t("payAmount", { amount: number }), actions)}
    <button
      part="button download"
      class="button icon"
      aria-label=${`${t("pdf")}: ${number}`}
      title=${t("pdf")}
      @click=${() => actions.download(row)}
    >
      ${downloadIcon}
    </button>`;
}

function payButton(
  row: Row,
  words: string,
  label: string,
  actions: RowActions,
): TemplateResult | "" {
  if (!isOpen(row)) return "";
  const url = externalUrl(row);
  if (url) {
    return html`<a part="button pay" class="button" href=${url} target="_blank" rel="noopener" aria-label=${label}
      >${words}</a
    >`;
  }
  return html`<button part="button pay" class="button" aria-label=${label} @click=${() => actions.pay(row)}>
    ${words}
  </button>`;
}
