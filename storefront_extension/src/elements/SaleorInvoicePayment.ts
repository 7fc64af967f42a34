import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { ApiError } from "../api/client";
import { PaymentFlow, type Step } from "../payment/flow";
import { takeReturned } from "../payment/returning";
import { paymentStyles } from "../styles/payment";
import { shared } from "../styles/shared";
import { appearanceOf } from "./appearance";
import { StorefrontElement } from "./base";
import { ChoiceForm } from "./choice";
import { MountPoint, SLOT } from "./mountPoint";
import { footerView, type StepActions, stepView } from "./steps";

/** `<saleor-invoice-payment>`: pays one invoice or several, from the amount to the result. */
export class SaleorInvoicePayment extends StorefrontElement {
  static override styles = [shared, paymentStyles];
  static override properties: PropertyDeclarations = {
    invoiceIds: { attribute: "invoice-ids" },
    invoiceId: { attribute: "invoice-id" },
    paymentId: { attribute: "payment-id" },
    start: { type: Boolean },
  };

  /** Ids, with commas between them; empty: the invoice of the private link. */
  declare invoiceIds: string;
  /** The same for one. */
  declare invoiceId: string;
  /** A payment that was begun before, to go on with. */
  declare paymentId: string;
  /** Go on at once where there is nothing to choose: the customer has pressed "Pay" already. */
  declare start: boolean;

  readonly #mount = new MountPoint(this);
  readonly #flow: PaymentFlow;
  readonly #choice: ChoiceForm;
  #shown: Step["at"] = "loading";

  constructor() {
    super();
    this.invoiceIds = "";
    this.invoiceId = "";
    this.paymentId = "";
    this.start = false;
    this.#flow = new PaymentFlow({
      api: this.api,
      locale: () => this.language.locale,
      appearance: () => appearanceOf(this.renderRoot.querySelector(".root") as HTMLElement),
      container: () => this.#mount.element(),
      clear: () => this.#mount.remove(),
      changed: () => this.#changed(),
      emit: (name, detail) => this.emit(name, detail),
    });
    this.#choice = new ChoiceForm(this, this.#flow);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("pageshow", this.#shownAgain);
    this.paymentId ||= takeReturned() ?? "";
    if (this.hasUpdated) this.ask(false); // moved to another place: its fields are gone
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pageshow", this.#shownAgain);
    this.#flow.leave();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const other = (["invoiceIds", "invoiceId", "paymentId"] as const).some(
      (name) => changed.get(name) !== undefined && changed.get(name) !== this[name],
    );
    if (this.hasUpdated && other) this.ask(true);
  }

  protected load(fresh: boolean): void {
    if (fresh) this.#choice.clear();
    if (this.paymentId) void this.#flow.resume(this.paymentId);
    else void this.#flow.load(this.#ids());
  }

  protected refuse(error: ApiError): void {
    this.#flow.refuse(error, () => this.ask(true));
  }

  protected get failed(): boolean {
    return this.#flow.step.at === "broken";
  }

  override render(): TemplateResult {
    const { locale, direction } = this.language;
    const actions: StepActions = {
      submit: () => void this.#flow.submit(),
      back: () => void this.#flow.back(),
      reload: () => void this.#flow.load(this.#flow.invoiceIds),
    };
    const { step, options } = this.#flow;
    const choosing = step.at === "choice" ? this.#choice.view(this.language, step.problem) : "";
    return html`<div class="root" part="root" lang=${locale} dir=${direction}>
      <section class="panel" part="panel" aria-labelledby="title">
        <h2 id="title" class="muted" tabindex="-1">${this.language.t("payment")}</h2>
        ${choosing || stepView(step, options, this.language, actions)}
        <div class="field ${step.at === "paying" ? "waiting" : ""}" part="field" ?hidden=${!withFields(step)}>
          <slot name=${SLOT}></slot>
        </div>
        ${footerView(step, this.language, actions)}
      </section>
    </div>`;
  }

  /** The customer turned back at the provider's page, and the browser kept this one as it was. */
  readonly #shownAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted && this.#flow.step.at === "paying") void this.#flow.back();
  };

  #ids(): string[] {
    const ids = (this.invoiceIds || this.invoiceId).split(",");
    return ids.map((id) => id.trim()).filter(Boolean);
  }

  #changed(): void {
    this.requestUpdate();
    const { at } = this.#flow.step;
    if (at === this.#shown) return;
    const first = this.#shown === "loading";
    this.#shown = at;
    if (at === "choice" && this.start && this.#choice.nothingToChoose) void this.#choice.go();
    else if (!first && at !== "paying") void this.focusOn("#title");
  }
}

function withFields({ at }: Step): boolean {
  return at === "opening" || at === "form" || at === "paying";
}
