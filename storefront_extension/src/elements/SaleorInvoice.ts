import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { type ApiError, asApiError } from "../api/client";
import { download } from "../api/download";
import { StorefrontInvoiceDocument } from "../generated/graphql";
import { takeReturned } from "../payment/returning";
import { invoiceStyles } from "../styles/invoice";
import { shared } from "../styles/shared";
import { StorefrontElement } from "./base";
import { content, type Invoice } from "./content";
import { headView } from "./head";
import { Loading } from "./loading";
import { SLOT } from "./mountPoint";
import { PARTS } from "./parts";
import { problemBox, wordFor } from "./problem";

/** The ledger hears of a payment a moment after the customer does. */
const AFTER_PAYMENT_MS = 3_000;

/** `<saleor-invoice>`: one document, to see, download and pay. */
export class SaleorInvoice extends StorefrontElement {
  static override styles = [shared, invoiceStyles];
  static override properties: PropertyDeclarations = {
    invoiceId: { attribute: "invoice-id" },
    orderUrl: { attribute: "order-url" },
    paying: { state: true },
    paymentId: { state: true },
    note: { state: true },
  };

  /** Empty: the document of the private link. */
  declare invoiceId: string;
  /** Address of an order in the shop, with `{id}` or `{number}` in it; empty: no link. */
  declare orderUrl: string;
  declare paying: boolean;
  declare paymentId: string;
  declare note: string;

  readonly #invoice = new Loading<Invoice | null>(this, (error) => this.report(error));

  constructor() {
    super();
    this.invoiceId = "";
    this.orderUrl = "";
    this.paying = false;
    this.paymentId = "";
    this.note = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.paymentId = takeReturned() ?? this.paymentId;
    this.paying = this.paymentId !== "";
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const other = changed.has("invoiceId") && changed.get("invoiceId") !== undefined;
    if (other && changed.get("invoiceId") !== this.invoiceId) this.ask(true);
  }

  /** Reads the document anew, e.g. after the page has changed something. */
  reload(): void {
    this.load(false);
  }

  protected load(fresh: boolean): void {
    if (fresh) {
      this.#invoice.clear();
      this.note = "";
      this.paying = false;
    }
    const id = this.invoiceId || null;
    void this.#invoice.run(async (signal) => {
      const { salesInvoice } = await this.api(StorefrontInvoiceDocument, { id }, signal);
      return salesInvoice ?? null;
    });
  }

  protected refuse(error: ApiError): void {
    this.#invoice.fail(error);
  }

  protected get failed(): boolean {
    return this.#invoice.error !== undefined;
  }

  override render(): TemplateResult {
    const { locale, direction } = this.language;
    return html`<div class="root" part="root" lang=${locale} dir=${direction}>${this.#body()}</div>`;
  }

  #body(): TemplateResult {
    const { value, error } = this.#invoice;
    const { t } = this.language;
    if (error && !value) return problemBox(error, this.language, () => this.load(false));
    if (value === null) return html`<p part="empty" class="empty">${t("unseen")}</p>`;
    if (value === undefined) return html`<p class="empty" role="status">${t("loading")}</p>`;
    return html`<article class="stack" aria-labelledby="title">
      ${headView(value, this.language, {
        paying: this.paying,
        pay: this.#pay,
        save: (format) => void this.#save(value, format),
      })}
      <div role="status">${this.note ? html`<p part="notice" class="notice">${this.note}</p>` : ""}</div>
      ${this.paying ? this.#payment(value) : ""}
      ${content(value, this.language, {
        orderUrl: this.orderUrl,
        open: (other) => this.#open(other),
      })}
    </article>`;
  }

  #payment({ id }: Invoice): TemplateResult {
    return html`<saleor-invoice-payment
      part="payment"
      exportparts=${PARTS}
      .within=${this}
      .locale=${this.locale}
      .theme=${this.theme}
      .start=${true}
      .invoiceIds=${id}
      .paymentId=${this.paymentId}
      @payment-success=${this.#paid}
      ><slot name=${SLOT} slot=${SLOT}></slot
    ></saleor-invoice-payment>`;
  }

  readonly #pay = () => {
    this.paymentId = "";
    this.paying = !this.paying;
  };

  readonly #paid = () => {
    this.reload();
    setTimeout(() => this.isConnected && this.reload(), AFTER_PAYMENT_MS);
  };

  /** A document that this one refers to: in its place, unless the page or a list shows it. */
  #open({ id, number }: { id: string; number: string }): void {
    if (this.emit("invoice-open", { id, number })) this.invoiceId = id;
  }

  async #save({ id }: Invoice, format: "pdf" | "xml"): Promise<void> {
    const { t } = this.language;
    this.note = "";
    try {
      await download(this.api, id, format);
    } catch (thrown) {
      const error = asApiError(thrown);
      this.report(error);
      this.note = t(wordFor(error.code));
    }
  }
}
