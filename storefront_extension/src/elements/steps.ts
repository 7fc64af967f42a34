import { html, type TemplateResult } from "lit";
import { formatMoney } from "../format/money";
import type { Language } from "../i18n";
import type { Options, Step } from "../payment/flow";
import type { Payment, PaymentProblem } from "../payment/port";
import { doneIcon } from "./icons";
import { problemBox, wordFor } from "./problem";

export interface StepActions {
  submit: () => void;
  back: () => void;
  reload: () => void;
}

/** No failures: what was to be done is done. */
const SETTLED = new Set(["INVOICE_PAID", "PAID_ELSEWHERE", "NOTHING_DUE", "ORDER_PAID"]);

/** What the customer sees of a step, above the provider's fields. */
export function stepView(
  step: Step,
  options: Options | undefined,
  language: Language,
  actions: StepActions,
): TemplateResult {
  const { t } = language;
  switch (step.at) {
    case "loading":
    case "opening":
      return busy(t("loading"));
    case "broken":
      return problemBox(step.error, language, step.again);
    case "refused":
      return refusal(options, language);
    case "external":
      return external(options, language);
    case "processing":
      return processing(language);
    case "done":
      return done(step.payment.amount, language);
    case "over":
      return over(step.problem, language, actions);
    default:
      return "payment" in step ? sumOf(step.payment, language) : html``;
  }
}

/** What follows below the provider's fields. */
export function footerView(step: Step, language: Language, actions: StepActions): TemplateResult {
  if (step.at !== "form" && step.at !== "paying") return html``;
  const { t, locale } = language;
  const { payment } = step;
  const paying = step.at === "paying";
  const words = t("payAmount", { amount: formatMoney(payment.amount, locale) });
  const problem = step.at === "form" ? step.problem : undefined;
  return html`${problem ? html`<div part="error" class="problem" role="alert"><p>${problemWords(problem, language)}</p></div>` : ""}
    ${payment.testMode ? html`<p part="notice" class="notice caution small">${t("testMode")}</p>` : ""}
    <div class="stack">
      <button part="button primary" class="button primary big" ?disabled=${paying} @click=${actions.submit}>
        ${paying ? html`<span class="spinner"></span>` : ""}${words}
      </button>
      <button part="button" class="button quiet" ?disabled=${paying} @click=${actions.back}>
        ${t("change")}
      </button>
    </div>`;
}

/** A problem for the customer: in the provider's own words where it has some. */
export function problemWords({ code, message }: PaymentProblem, { t }: Language): string {
  const word = wordFor(code);
  if (word !== "broken") return t(word);
  const reason = message || t(code === "CANCELED" ? "canceled" : "failed");
  return `${reason} ${t("notCharged")}`;
}

function busy(words: string): TemplateResult {
  return html`<p class="busy" role="status"><span class="spinner"></span>${words}</p>`;
}

function sumOf({ amount, parts }: Payment, { t, locale }: Language): TemplateResult {
  const part = ({ invoice, amount }: Payment["parts"][number]) =>
    html`<li>${invoice.number} · <span class="number">${formatMoney(amount, locale)}</span></li>`;
  return html`<div>
    <p class="muted small">${t("amount")}</p>
    <p part="amount" class="sum number">${formatMoney(amount, locale)}</p>
    ${parts.length > 1 ? html`<ul class="muted small">${parts.map(part)}</ul>` : ""}
  </div>`;
}

function refusal(options: Options | undefined, { t, locale }: Language): TemplateResult {
  const code = options?.refusal || "PAYMENT_NOT_OFFERED";
  const word = code === "AMOUNT_TOO_SMALL" ? code : wordFor(code);
  const amount = options ? formatMoney(options.minimum, locale) : "";
  const tone = SETTLED.has(code) ? "positive" : "";
  return html`<p part="result" class="notice ${tone}" role="status">${t(word, { amount })}</p>`;
}

function external(options: Options | undefined, language: Language): TemplateResult {
  const { t, locale } = language;
  const url = options?.externalUrl ?? "";
  if (!options || !url.startsWith("https://")) return refusal(undefined, language);
  const words = t("payAmount", { amount: formatMoney(options.total, locale) });
  return html`<p class="muted">${t("external")}</p>
    <a part="button primary" class="button primary big" href=${url} target="_blank" rel="noopener">${words}</a>`;
}

function processing({ t }: Language): TemplateResult {
  return html`<div part="result" class="stack" role="status">
    <p class="busy"><span class="spinner"></span><strong>${t("processing")}</strong></p>
    <p class="muted">${t("processingHint")}</p>
  </div>`;
}

function done(amount: Options["total"], { t, locale }: Language): TemplateResult {
  return html`<div part="result" class="busy" role="status">
    ${doneIcon}
    <div>
      <strong>${t("succeeded")}</strong>
      <div class="muted number">${formatMoney(amount, locale)}</div>
    </div>
  </div>`;
}

function over(problem: PaymentProblem, language: Language, actions: StepActions): TemplateResult {
  const settled = SETTLED.has(problem.code);
  const again = html`<button part="button retry" class="button" @click=${actions.reload}>
    ${language.t("again")}
  </button>`;
  return html`<div part="result" class="notice ${settled ? "positive" : "caution"}" role="alert">
    <p>${problemWords(problem, language)}</p>
    ${settled ? "" : again}
  </div>`;
}
