import { formatMoment } from "../format/dates";
import type { PanelDocumentFragment } from "../generated/graphql";
import { useLanguage } from "../i18n/context";
import css from "./DocumentCard.module.css";

/** What became of the document's last mail; nothing where none was sent. */
export function LastMail({ row }: { row: PanelDocumentFragment }) {
  const { t, locale } = useLanguage();
  const mail = (row.dispatches ?? []).findLast(({ purpose }) => purpose !== "test");
  if (mail === undefined || mail.state === "CANCELLED") return null;
  const { recipient: email, sentAt, state, lastError } = mail;
  if (state === "FAILED" || state === "UNKNOWN") {
    return (
      <span className={css.mail} data-failed title={lastError}>
        {t("panel.sent.failed", { email })}
      </span>
    );
  }
  const words =
    sentAt === null
      ? t("panel.sent.pending", { email })
      : t("panel.sent.last", { email, at: formatMoment(sentAt, locale) });
  return <span className={css.mail}>{words}</span>;
}
