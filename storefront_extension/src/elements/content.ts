import { html, type TemplateResult } from "lit";
import { formatDay } from "../format/dates";
import { isZero, type Money, negated } from "../format/exact";
import { formatMoney, formatQuantity, formatRate } from "../format/money";
import type { StorefrontInvoiceQuery } from "../generated/graphql";
import type { Language } from "../i18n";

export type Invoice = NonNullable<StorefrontInvoiceQuery["salesInvoice"]>;
type Party = Invoice["seller"];

interface ContentActions {
  orderUrl: string;
  open: (other: { id: string; number: string }) => void;
}

/** What a document says. */
export function content(
  invoice: Invoice,
  language: Language,
  actions: ContentActions,
): TemplateResult {
  const { t } = language;
  if (invoice.erasedAt) return html`<p part="notice" class="notice">${t("erased")}</p>`;
  return html`<div class="sheet" part="document">
    ${facts(invoice, language, actions)}
    <div class="parties" part="parties">
      ${party(t("from"), invoice.seller, language)}${party(t("to"), invoice.buyer, language)}
    </div>
    ${lines(invoice, language)} ${totals(invoice, language)} ${credits(invoice, language, actions)}
    ${remarks(invoice, language)}
  </div>`;
}

function facts(invoice: Invoice, { t, locale }: Language, actions: ContentActions): TemplateResult {
  const { issueDate, dueDate, precedingInvoice, reason } = invoice;
  return html`<dl class="facts" part="facts">
    ${fact(t("date"), issueDate ? formatDay(issueDate, locale) : "")}
    ${fact(t("dueDate"), dueDate ? formatDay(dueDate, locale) : "")}
    ${orderFact(invoice, t("order", { number: "" }).trim(), actions.orderUrl)}
    ${precedingInvoice ? fact(t("corrects"), link(precedingInvoice, actions)) : ""}
    ${fact(t("reason"), reason)}
  </dl>`;
}

function fact(name: string, value: unknown): TemplateResult | "" {
  return value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : "";
}

function orderFact(
  { orderId, orderNumber, orderNumbers }: Invoice,
  name: string,
  url: string,
): TemplateResult | "" {
  if (orderNumbers.length > 1) return fact(name, orderNumbers.join(", "));
  if (!url || !orderId) return fact(name, orderNumber);
  const href = url
    .replaceAll("{id}", encodeURIComponent(orderId))
    .replaceAll("{number}", encodeURIComponent(orderNumber));
  return fact(name, html`<a part="order-link" class="plain" href=${href}>${orderNumber}</a>`);
}

function link(other: { id: string; number: string }, { open }: ContentActions): TemplateResult {
  return html`<button part="document-link" class="plain" @click=${() => open(other)}>${other.number}</button>`;
}

function party(title: string, { name, person, vatId, address }: Party, language: Language) {
  const { street, additional, postalCode, city, subdivision, country } = address;
  const place = [postalCode, city].filter(Boolean).join(" ");
  const rows = [person, street, additional, place, subdivision, countryName(country, language)];
  const vat = vatId ? `${language.t("vatId")}: ${vatId}` : "";
  return html`<section>
    <h3>${title}</h3>
    <p><strong><bdi>${name}</bdi></strong></p>
    ${[...rows, vat].filter(Boolean).map((row) => html`<p class="muted"><bdi>${row}</bdi></p>`)}
  </section>`;
}

function countryName(code: string, { locale }: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

function lines({ lines, currency }: Invoice, { t, locale }: Language): TemplateResult | "" {
  if (lines.length === 0) return "";
  const row = (line: Invoice["lines"][number]) => html`<tr>
    <td>
      <bdi>${line.name}</bdi>${line.description ? html`<div class="muted small"><bdi>${line.description}</bdi></div>` : ""}
    </td>
    <td class="number">${formatQuantity(line.quantity, locale)}</td>
    <td class="number">${formatMoney({ amount: line.grossAmount, currency }, locale)}</td>
  </tr>`;
  return html`<table part="lines">
    <thead>
      <tr><th scope="col">${t("item")}</th><th scope="col">${t("quantity")}</th><th scope="col">${t("amount")}</th></tr>
    </thead>
    <tbody>${lines.map(row)}</tbody>
  </table>`;
}

function totals(invoice: Invoice, language: Language): TemplateResult {
  const { t, locale } = language;
  const { currency, total, payable, balance } = invoice;
  const money = (amount: string) => formatMoney({ amount, currency }, locale);
  const row = (name: string, amount: string, kind = "") =>
    html`<div class=${kind}><dt>${name}</dt><dd class="number">${money(amount)}</dd></div>`;
  const taxes = invoice.vatBreakdown.filter(({ taxAmount }) => !isZero(taxAmount));
  return html`<dl class="sums" part="totals">
    ${invoice.allowances.map(({ reason, grossAmount }) => row(reason || t("discount"), negated(grossAmount)))}
    ${invoice.charges.map(({ reason, grossAmount }) => row(reason || t("charge"), grossAmount))}
    ${row(t("net"), invoice.net.amount)}
    ${taxes.map(({ tax, taxAmount }) => row(t("tax", { rate: formatRate(tax.rate, locale) }), taxAmount))}
    ${row(t("total"), total.amount, "total")} ${lessMoney(t("prepaid"), invoice.prepaid, row)}
    ${invoice.rounding && !isZero(invoice.rounding.amount) ? row(t("rounding"), invoice.rounding.amount) : ""}
    ${invoice.payments.map((payment) => paymentRow(payment, language, row))}
    ${lessMoney(t("creditNotes"), invoice.credited, row)}
    ${balance && balance.amount !== payable.amount ? row(t("balance"), balance.amount, "total") : ""}
  </dl>`;
}

type RowMaker = (name: string, amount: string, kind?: string) => TemplateResult;

function lessMoney(name: string, money: Money | null | undefined, row: RowMaker) {
  return money && !isZero(money.amount) ? row(name, negated(money.amount)) : "";
}

function paymentRow(
  { kind, amount, occurredAt }: Invoice["payments"][number],
  { t, locale }: Language,
  row: RowMaker,
): TemplateResult | "" {
  if (kind === "CREDIT") return "";
  // What went back is below zero.
  const back = kind === "REFUND" || kind === "CHARGEBACK";
  const name = `${t(back ? "refund" : "payment")} · ${formatDay(occurredAt, locale)}`;
  return row(name, negated(amount.amount));
}

function credits(
  { creditNotes }: Invoice,
  { t, locale }: Language,
  actions: ContentActions,
): TemplateResult | "" {
  if (creditNotes.length === 0) return "";
  const row = (note: Invoice["creditNotes"][number]) => html`<li class="line">
    ${link(note, actions)}
    <span class="muted">${note.issueDate ? formatDay(note.issueDate, locale) : ""}</span>
    <span class="number">${formatMoney(note.total, locale)}</span>
  </li>`;
  return html`<section part="credit-notes">
    <h3>${t("creditNotes")}</h3>
    <ul>${creditNotes.map(row)}</ul>
  </section>`;
}

function remarks({ notes, paymentTerms }: Invoice, { t }: Language): TemplateResult | "" {
  const texts = [paymentTerms, ...notes.map(({ text }) => text)].filter(Boolean);
  if (texts.length === 0) return "";
  return html`<section part="notes">
    <h3>${t("notes")}</h3>
    ${texts.map((text) => html`<p class="pre"><bdi>${text}</bdi></p>`)}
  </section>`;
}
