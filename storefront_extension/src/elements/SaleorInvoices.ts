import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { type ApiError, asApiError } from "../api/client";
import { download } from "../api/download";
import { formatMoney } from "../format/money";
import { takeReturned } from "../payment/returning";
import { listStyles } from "../styles/list";
import { shared } from "../styles/shared";
import { StorefrontElement } from "./base";
import { Choosing } from "./choosing";
import { Loading } from "./loading";
import { SLOT } from "./mountPoint";
import { PARTS } from "./parts";
import { problemBox, wordFor } from "./problem";
import { FILTERS, type Filter, type Page, readPage } from "./query";
import { rowView } from "./row";
import type { Row } from "./status";

type View =
  | { at: "list" }
  | { at: "invoice"; id: string }
  | { at: "payment"; ids: readonly string[]; paymentId: string };

const PAUSE_MS = 300;
/** The ledger hears of a payment a moment after the customer does. */
const AFTER_PAYMENT_MS = 3_000;

/** `<saleor-invoices>`: a customer's documents, to see, download and pay. */
export class SaleorInvoices extends StorefrontElement {
  static override styles = [shared, listStyles];
  static override properties: PropertyDeclarations = {
    orderUrl: { attribute: "order-url" },
    view: { state: true },
    filter: { state: true },
    search: { state: true },
    said: { state: true },
    note: { state: true },
  };

  /** Address of an order in the shop, with `{id}` or `{number}` in it; empty: no link. */
  declare orderUrl: string;
  declare view: View;
  declare filter: Filter;
  declare search: string;
  declare said: string;
  declare note: string;

  readonly #choosing = new Choosing();
  readonly #page = new Loading<Page>(this, (error) => this.report(error));
  #typing: ReturnType<typeof setTimeout> | undefined;
  #returnTo = "";

  constructor() {
    super();
    this.orderUrl = "";
    this.view = { at: "list" };
    this.filter = "all";
    this.search = "";
    this.said = "";
    this.note = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const paymentId = takeReturned();
    if (paymentId) this.view = { at: "payment", ids: [], paymentId };
  }

  /** Reads the list anew, e.g. after the page has changed something. */
  reload(): void {
    const count = this.#page.value?.rows.length ?? 0;
    void this.#read(count);
  }

  protected load(fresh: boolean): void {
    if (fresh) {
      this.#page.clear();
      this.#choosing.clear();
      this.view = { at: "list" };
    }
    void this.#read();
  }

  protected refuse(error: ApiError): void {
    this.#page.fail(error);
  }

  protected get failed(): boolean {
    return this.#page.error !== undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("view") || changed.get("view") === undefined) return;
    if (this.view.at !== "list") void this.focusOn("[data-back]");
    else void this.focusOn(`[data-id="${CSS.escape(this.#returnTo)}"] .open`);
  }

  override render(): TemplateResult {
    const { locale, direction } = this.language;
    return html`<div class="root" part="root" lang=${locale} dir=${direction}>
      ${this.view.at === "list" || !this.somebody ? this.#list() : this.#inside()}
      <div class="hidden" role="status">${this.said}</div>
    </div>`;
  }

  #list(): TemplateResult {
    const { error, value } = this.#page;
    return html`${this.#bar()}
      <div role="status">
        ${this.note ? html`<p part="notice" class="notice hint">${this.note}</p>` : ""}
      </div>
      ${error && !value ? problemBox(error, this.language, () => this.load(false)) : this.#rows()}
      ${this.#selection()}`;
  }

  #bar(): TemplateResult {
    const { t } = this.language;
    const buttons = FILTERS.map(
      (name) =>
        html`<button part="filter" aria-pressed=${name === this.filter} @click=${() => this.#filter(name)}>
          ${t(name)}
        </button>`,
    );
    return html`<div class="bar" part="toolbar">
      <div class="filters" part="filters" role="group" aria-label=${t("filter")}>${buttons}</div>
      <input
        class="search"
        part="search"
        type="search"
        aria-label=${t("search")}
        placeholder=${t("search")}
        .value=${this.search}
        @input=${this.#typed}
      />
    </div>`;
  }

  #rows(): TemplateResult {
    const { value, busy } = this.#page;
    const { t } = this.language;
    if (!value) return bones(t("loading"));
    if (value.rows.length === 0 && !busy) {
      const word = this.filter === "all" && !this.search.trim() ? "none" : "notFound";
      return html`<p part="empty" class="empty">${t(word)}</p>`;
    }
    const actions = {
      open: (row: Row) => this.#open(row),
      pay: (row: Row) => this.#show({ at: "payment", ids: [row.id], paymentId: "" }, row.id),
      choose: (row: Row) => this.#choose(row),
      download: (row: Row) => void this.#download(row),
    };
    const row = (each: Row) => rowView(each, this.language, this.#choosing, actions);
    return html`<ul part="list" class="rows" role="list" aria-label=${t("invoices")} aria-busy=${busy}>
        ${value.rows.map(row)}
      </ul>
      ${this.#more(value, busy)}`;
  }

  #more({ next }: Page, busy: boolean): TemplateResult | "" {
    const { t } = this.language;
    const { error } = this.#page;
    if (error) return problemBox(error, this.language, () => void this.#read(0, next));
    if (next === null) return "";
    return html`<div class="more">
      <button part="button more" class="button" ?disabled=${busy} @click=${() => void this.#read(0, next)}>
        ${t("more")}
      </button>
    </div>`;
  }

  #selection(): TemplateResult | "" {
    const { rows, total } = this.#choosing;
    if (rows.length === 0) return "";
    const { t, locale } = this.language;
    const amount = formatMoney(total, locale);
    const kept = this.#page.value?.rows.some((row) => !this.#choosing.fits(row) && row.balance);
    return html`<div class="selection" part="selection" role="group" aria-label=${t("payment")}>
      <div class="grow">
        <div>${t("chosen", { count: String(rows.length) })}</div>
        ${kept ? html`<div class="muted small">${t("together")}</div>` : ""}
      </div>
      <button part="button clear" class="button quiet" @click=${this.#clear}>${t("clear")}</button>
      <button part="button primary pay-selected" class="button primary" @click=${this.#payChosen}>
        ${t("payAmount", { amount })}
      </button>
    </div>`;
  }

  #inside(): TemplateResult {
    const { t } = this.language;
    return html`<div class="stack">
      <div>
        <button part="button back" class="button quiet" data-back @click=${this.#back}>
          <span aria-hidden="true">${this.language.direction === "rtl" ? "→" : "←"}</span> ${t("back")}
        </button>
      </div>
      ${this.view.at === "invoice" ? this.#invoice(this.view.id) : this.#payment()}
    </div>`;
  }

  #invoice(id: string): TemplateResult {
    return html`<saleor-invoice
      part="invoice"
      exportparts=${PARTS}
      .within=${this}
      .locale=${this.locale}
      .theme=${this.theme}
      .orderUrl=${this.orderUrl}
      .invoiceId=${id}
      @payment-success=${this.#paid}
      @invoice-open=${this.#openedInside}
      ><slot name=${SLOT} slot=${SLOT}></slot
    ></saleor-invoice>`;
  }

  #payment(): TemplateResult | "" {
    if (this.view.at !== "payment") return "";
    return html`<saleor-invoice-payment
      part="payment"
      exportparts=${PARTS}
      .within=${this}
      .locale=${this.locale}
      .theme=${this.theme}
      .start=${true}
      .invoiceIds=${this.view.ids.join(",")}
      .paymentId=${this.view.paymentId}
      @payment-success=${this.#paid}
      ><slot name=${SLOT} slot=${SLOT}></slot
    ></saleor-invoice-payment>`;
  }

  #open(row: Row): void {
    if (!this.emit("invoice-open", { id: row.id, number: row.number })) return;
    this.#show({ at: "invoice", id: row.id }, row.id);
  }

  /** A document that another one refers to: shown in its place, unless the page does it. */
  readonly #openedInside = (event: CustomEvent<{ id: string }>) => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.view = { at: "invoice", id: event.detail.id };
    });
  };

  #show(view: View, from: string): void {
    this.#returnTo = from;
    this.view = view;
  }

  readonly #back = () => {
    this.view = { at: "list" };
    this.reload();
  };

  readonly #paid = () => {
    this.#choosing.clear();
    this.reload();
    setTimeout(() => this.isConnected && this.reload(), AFTER_PAYMENT_MS);
  };

  #filter(filter: Filter): void {
    this.filter = filter;
    void this.#read();
  }

  readonly #typed = (event: Event) => {
    this.search = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#read(), PAUSE_MS);
  };

  #choose(row: Row): void {
    this.#choosing.toggle(row);
    this.#chosen();
  }

  readonly #clear = () => {
    this.#choosing.clear();
    this.#chosen();
  };

  #chosen(): void {
    const { ids, total } = this.#choosing;
    this.emit("invoice-select", { ids, total: total.amount, currency: total.currency });
    this.said = this.language.t("chosen", { count: String(ids.length) });
    this.requestUpdate();
  }

  readonly #payChosen = () => {
    const { ids } = this.#choosing;
    this.#show({ at: "payment", ids, paymentId: "" }, ids[0] ?? "");
  };

  async #download(row: Row): Promise<void> {
    const { t } = this.language;
    this.note = "";
    try {
      await download(this.api, row.id, "pdf");
    } catch (thrown) {
      const error = asApiError(thrown);
      this.report(error);
      this.note = t(wordFor(error.code));
    }
  }

  /** Reads the first page, of `count` rows at least; or the one after `after`, to be added. */
  async #read(count = 0, after: string | null = null): Promise<void> {
    const { filter, search } = this;
    await this.#page.run(async (signal) => {
      const page = await readPage(this.api, { filter, search, after, count }, signal);
      this.#choosing.refresh(page.rows);
      if (after === null) return page;
      return { ...page, rows: merged(this.#page.value?.rows ?? [], page.rows) };
    });
    const rows = this.#page.value?.rows.length ?? 0;
    if (!this.failed && !this.#page.busy)
      this.said = this.language.t("shown", { count: String(rows) });
  }
}

function merged(known: readonly Row[], more: readonly Row[]): Row[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...more.filter(({ id }) => !ids.has(id))];
}

function bones(label: string): TemplateResult {
  const bone = html`<li class="row"><div class="main"><div class="bone"></div></div><div class="state"><div class="bone"></div></div><div class="sums"><div class="bone"></div></div></li>`;
  return html`<div role="status" class="hidden">${label}</div>
    <ul class="rows waiting" aria-hidden="true">${[1, 2, 3, 4].map(() => bone)}</ul>`;
}
