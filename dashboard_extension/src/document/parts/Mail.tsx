import { Button } from "@saleor/macaw-ui";
import { formatMoment } from "../../format/dates";
import { DispatchMarkSentDocument, DispatchRetryDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import type { Translate } from "../../i18n/translate";
import { Chip, type Tone } from "../../ui/Chip";
import type { SalesDocument } from "../useDocument";
import { useVerb } from "../useVerb";
import css from "./Delivery.module.css";

type Dispatch = NonNullable<SalesDocument["dispatches"]>[number];

const TONES: Readonly<Record<Dispatch["state"], Tone>> = {
  PENDING: "info",
  SENDING: "info",
  SENT: "success",
  FAILED: "error",
  UNKNOWN: "warning",
  CANCELLED: "neutral",
};

/** One mail: to whom, what became of it, and what a person may decide about it. */
export function Mail({ mail }: { mail: Dispatch }) {
  const { t, locale } = useLanguage();
  const { state, lastError, nextAttemptAt } = mail;
  const open = state === "FAILED" || state === "UNKNOWN";
  const at = formatMoment(mail.sentAt ?? mail.createdAt, locale);
  return (
    <li className={css.mail}>
      <div>
        {purposeText(mail.purpose, t)}
        <div className={css.small}>
          {[mail.recipient, at, mail.requestedByName].filter(Boolean).join(" · ")}
        </div>
      </div>
      <Chip tone={TONES[state]}>{t(`doc.mail.${state}`)}</Chip>
      {lastError && state !== "SENT" && <div className={css.wrong}>{lastError}</div>}
      {state === "PENDING" && nextAttemptAt && (
        <div className={css.small}>
          {t("doc.mail.next", { at: formatMoment(nextAttemptAt, locale) })}
        </div>
      )}
      {open && <Decide mail={mail} />}
    </li>
  );
}

function Decide({ mail }: { mail: Dispatch }) {
  const { t } = useLanguage();
  const again = useVerb({
    run: (api) => api(DispatchRetryDocument, { id: mail.id }),
    success: () => t("doc.mail.retried"),
    failure: t("doc.mail.retry.failed"),
    watched: true,
  });
  const marked = useVerb({
    run: (api) => api(DispatchMarkSentDocument, { id: mail.id }),
    success: () => t("doc.mail.marked"),
    failure: t("doc.mail.mark.failed"),
  });
  const running = again.running || marked.running;
  return (
    <div className={css.actions}>
      <Button variant="secondary" size="small" disabled={running} onClick={() => again.run()}>
        {t("doc.mail.retry")}
      </Button>
      <Button variant="secondary" size="small" disabled={running} onClick={() => marked.run()}>
        {t("doc.mail.mark")}
      </Button>
    </div>
  );
}

/** What a mail was for, in words. */
export function purposeText(purpose: string, t: Translate): string {
  const [what = "", days = "0"] = purpose.split(":");
  if (what === "issue") return t("doc.mail.purpose.issue");
  if (what === "einvoice") return t("doc.mail.purpose.einvoice");
  if (what !== "reminder") return t("doc.mail.purpose.manual");
  const late = Number.parseInt(days, 10);
  if (late === 0) return t("doc.mail.purpose.reminder.today");
  return late > 0
    ? t.count("doc.mail.purpose.reminder.after", late)
    : t.count("doc.mail.purpose.reminder.before", -late);
}
