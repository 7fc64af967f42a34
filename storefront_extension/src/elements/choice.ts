import { html, type TemplateResult } from "lit";
import { asApiError } from "../api/client";
import { formatMonth } from "../format/dates";
import { compare, decimalsOf, units } from "../format/exact";
import { formatMoney, parseAmount } from "../format/money";
import type { Language } from "../i18n";
import type { Options, PaymentFlow } from "../payment/flow";
import type { PaymentProblem } from "../payment/port";
import type { StorefrontElement } from "./base";
import { problemWords } from "./steps";

type Saved = Options["savedMethods"][number];

/** What a customer decides before a payment: how much, and by which method. */
export class ChoiceForm {
  #part = false;
  #typed = "";
  #wrong = false;
  #method: string | null | undefined;
  #save = false;

  constructor(
    private readonly host: StorefrontElement,
    private readonly flow: PaymentFlow,
  ) {}

  clear(): void {
    this.#part = false;
    this.#typed = "";
    this.#wrong = false;
    this.#method = undefined;
    this.#save = false;
  }

  /** Whether the first look is already the end of it. */
  get nothingToChoose(): boolean {
    const { options } = this.flow;
    return !options?.partial && this.#saved.length === 0 && !this.#canSave;
  }

  /** Goes on with what is chosen, if the amount is one. */
  async go(): Promise<void> {
    const amount = this.#part ? this.#amount() : null;
    this.#wrong = this.#part && amount === null;
    this.host.requestUpdate();
    if (this.#wrong) return this.#refocus();
    const savedMethodId = this.#chosen;
    const saveMethod = this.#canSave && savedMethodId === null && this.#save;
    await this.flow.begin({ amount, savedMethodId, saveMethod });
  }

  view(language: Language, problem: PaymentProblem | undefined): TemplateResult {
    const { options } = this.flow;
    if (!options) return html``;
    return html`<form class="stack" @submit=${this.#submitted} novalidate>
      ${problem ? html`<div class="problem" part="error" role="alert"><p>${problemWords(problem, language)}</p></div>` : ""}
      ${this.#amountView(options, language)} ${this.#methodView(language)}
      ${this.#saveView(language)}
      ${options.testMode ? html`<p part="notice" class="notice caution small">${language.t("testMode")}</p>` : ""}
      <button part="button primary" class="button primary big">${this.#goWords(options, language)}</button>
    </form>`;
  }

  get #saved(): readonly Saved[] {
    return this.flow.options?.provider === "STRIPE" ? this.flow.options.savedMethods : [];
  }

  get #canSave(): boolean {
    return this.flow.options?.provider === "STRIPE" && this.host.signedIn;
  }

  /** The newest saved method is the first choice; null: one that is to be filled in. */
  get #chosen(): string | null {
    if (this.#method === null) return null;
    const known = this.#saved.find(({ id }) => id === this.#method) ?? this.#saved[0];
    return known?.id ?? null;
  }

  #amountView(options: Options, language: Language): TemplateResult {
    const { t, locale } = language;
    const amount = formatMoney(options.total, locale);
    const sum = html`<p><span class="muted small">${t("amount")}</span><br /><span part="amount" class="sum number">${amount}</span></p>`;
    if (!options.partial) return sum;
    return html`<fieldset>
      <legend>${t("amount")}</legend>
      ${this.#option("amount", "all", t("payAll", { amount }), !this.#part, () => this.#setPart(false))}
      ${this.#option("amount", "part", t("payPart"), this.#part, () => this.#setPart(true))}
      ${this.#part ? this.#typedView(options, language) : ""}
    </fieldset>`;
  }

  #typedView({ minimum, total, step }: Options, { t, locale }: Language): TemplateResult {
    const range = { least: formatMoney(minimum, locale), most: formatMoney(total, locale) };
    const words = [t("badAmount", range)];
    const isUnit = units(step.amount, decimalsOf(total.amount)) === 1n;
    if (!isUnit) words.push(t("steps", { amount: formatMoney(step, locale) }));
    return html`<div class="typed">
      <input
        id="typed"
        part="input"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        dir="ltr"
        aria-label=${`${t("payPart")} (${total.currency})`}
        aria-describedby="range"
        aria-invalid=${this.#wrong}
        .value=${this.#typed}
        @input=${this.#typing}
      />
      <span id="range" class="small ${this.#wrong ? "" : "muted"}" role=${this.#wrong ? "alert" : "note"}>${words.join(" ")}</span>
    </div>`;
  }

  #methodView(language: Language): TemplateResult | "" {
    if (this.#saved.length === 0) return "";
    const { t } = language;
    const chosen = this.#chosen;
    const choose = (id: string | null) => () => {
      this.#method = id;
      this.host.requestUpdate();
    };
    return html`<fieldset>
      <legend>${t("method")}</legend>
      ${this.#saved.map((method) =>
        this.#option(
          "method",
          method.id,
          named(method, language),
          method.id === chosen,
          choose(method.id),
          method,
        ),
      )}
      ${this.#option("method", "other", t("otherMethod"), chosen === null, choose(null))}
    </fieldset>`;
  }

  #option(
    group: string,
    value: string,
    words: string,
    checked: boolean,
    choose: () => void,
    method?: Saved,
  ): TemplateResult {
    const { t } = this.host.language;
    const id = `${group}-${value}`;
    const remove = html`<button
      type="button"
      part="button"
      class="button quiet"
      aria-label=${t("removeMethod", { method: words })}
      @click=${() => method && void this.#remove(method)}
    >
      ${t("remove")}
    </button>`;
    return html`<div class="option" part="option" @click=${choose}>
      <input type="radio" id=${id} name=${group} .value=${value} .checked=${checked} @change=${choose} />
      <label for=${id}>${words}</label>
      ${method ? remove : ""}
    </div>`;
  }

  #saveView({ t }: Language): TemplateResult | "" {
    if (!this.#canSave || this.#chosen !== null) return "";
    const tick = (event: Event) => {
      this.#save = (event.target as HTMLInputElement).checked;
    };
    return html`<label class="check">
      <input type="checkbox" .checked=${this.#save} @change=${tick} />${t("keepMethod")}
    </label>`;
  }

  #goWords(options: Options, { t, locale }: Language): string {
    if (this.#chosen === null) return t("next");
    const typed = this.#part ? this.#amount() : options.total.amount;
    if (typed === null) return t("pay");
    const { currency } = options.total;
    return t("payAmount", { amount: formatMoney({ amount: typed, currency }, locale) });
  }

  /** What was typed, if it can be paid. */
  #amount(): string | null {
    const { options } = this.flow;
    if (!options) return null;
    const { minimum, total, step } = options;
    const { locale } = this.host.language;
    const decimals = decimalsOf(total.amount);
    const amount = parseAmount(this.#typed, decimals, locale);
    if (amount === null || compare(amount, minimum.amount) < 0) return null;
    if (units(amount, decimals) % (units(step.amount, decimals) || 1n) !== 0n) return null;
    return compare(amount, total.amount) > 0 || compare(amount, "0") <= 0 ? null : amount;
  }

  #setPart(part: boolean): void {
    this.#part = part;
    this.#wrong = false;
    this.host.requestUpdate();
  }

  readonly #typing = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#wrong = false;
    this.host.requestUpdate();
  };

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    void this.go();
  };

  async #remove({ id }: Saved): Promise<void> {
    await this.flow.removeMethod(id).catch((error: unknown) => {
      this.host.report(asApiError(error));
    });
  }

  async #refocus(): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>("#typed")?.focus();
  }
}

function named({ brand, last4, expMonth, expYear }: Saved, { t, locale }: Language): string {
  const name = t("ending", { brand: brand.replace(/^./, (sign) => sign.toUpperCase()), last4 });
  if (!expMonth || !expYear) return name;
  return `${name}, ${t("validTo", { month: formatMonth(expMonth, expYear, locale) })}`;
}
