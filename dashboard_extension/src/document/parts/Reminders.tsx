import { Button } from "@saleor/macaw-ui";
import { formatDate } from "../../format/dates";
import { isZero } from "../../format/money";
import { ReminderReleaseDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { useShown } from "../context";
import { useVerb } from "../useVerb";
import css from "./Delivery.module.css";

/** Whether reminders go out, and the way to hold them. */
export function Reminders() {
  const { t, locale } = useLanguage();
  const { document, open } = useShown();
  const { reminderHold: hold, balance } = document;
  const release = useVerb({
    run: (api) => api(ReminderReleaseDocument, { id: document.id }),
    success: () => t("doc.reminders.released"),
    failure: t("doc.reminders.release.failed"),
  });
  if (hold === null && (balance === null || isZero(balance))) return null;
  return (
    <div className={css.part}>
      <div className={css.head}>
        <div>
          {t(hold ? "doc.reminders.held" : "doc.reminders.go")}
          {hold && (
            <div className={css.small}>
              {[
                hold.until && t("doc.reminders.until", { date: formatDate(hold.until, locale) }),
                hold.reason,
              ]
                .filter(Boolean)
                .join(" · ")}
            </div>
          )}
        </div>
        <div className={css.actions}>
          <Button variant="secondary" size="small" onClick={() => open({ name: "hold" })}>
            {t(hold ? "doc.reminders.change" : "doc.reminders.hold")}
          </Button>
          {hold && (
            <Button
              variant="secondary"
              size="small"
              disabled={release.running}
              onClick={() => release.run()}
            >
              {t("doc.reminders.release")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
