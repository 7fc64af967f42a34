import { useLanguage } from "../../i18n/context";
import { Dialog } from "../../ui/Dialog";
import type { Delivery } from "./useWebhooks";
import css from "./webhooks.module.css";
import { useSay } from "./words";

/** One delivery in full: what goes out, and what came back. */
export function DeliveryDialog({ of, onClose }: { of: Delivery; onClose: () => void }) {
  const { t } = useLanguage();
  const say = useSay();
  const answer = [
    of.statusCode,
    of.durationMs !== null &&
      say("webhooks.delivery.duration", { milliseconds: String(of.durationMs) }),
    `${say("webhooks.delivery.attempts")}: ${of.attempts}`,
  ];
  return (
    <Dialog
      wide
      title={say(`webhooks.event.${of.eventType}`)}
      text={of.messageId}
      cancelLabel={t("ui.close")}
      onClose={onClose}
    >
      <h3 className={css.head}>{say("webhooks.delivery.body")}</h3>
      {of.body === "" ? (
        <p className={css.small}>{say("webhooks.delivery.body.erased")}</p>
      ) : (
        <Code label={say("webhooks.delivery.body")}>{readable(of.body)}</Code>
      )}
      <h3 className={css.head}>{say("webhooks.delivery.response")}</h3>
      <p className={css.small}>{answer.filter(Boolean).join(" · ")}</p>
      {of.lastError && <p className={css.small}>{of.lastError}</p>}
      {of.responseHead && <Code label={say("webhooks.delivery.response")}>{of.responseHead}</Code>}
    </Dialog>
  );
}

/** Text as it is; where it is long it scrolls, for the keyboard too. */
function Code({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={css.code} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** The body with line breaks; on its way it has none. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
