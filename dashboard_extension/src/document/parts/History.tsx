import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { useShown } from "../context";
import { actorText, eventText } from "../history";
import css from "./History.module.css";

/** How many entries are shown at first: the latest. */
const SHORT = 10;

/** Everything that happened to the document, the latest first. */
export function History() {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const [all, setAll] = useState(false);
  const entries = [...(document.history ?? [])].reverse();
  const shown = all ? entries : entries.slice(0, SHORT);
  return (
    <Card title={t("event.title")}>
      {entries.length === 0 && (
        <Text as="p" size={3} color="default2" margin={0}>
          {t("doc.history.none")}
        </Text>
      )}
      <ol className={css.list}>
        {shown.map((entry) => (
          <li key={entry.at + entry.event} className={css.entry}>
            <div className={css.words}>
              {eventText(entry, document, t, locale)}
              <div className={css.small}>{t("event.by", { who: actorText(entry, t) })}</div>
            </div>
            <time className={css.small} dateTime={entry.at}>
              {formatMoment(entry.at, locale)}
            </time>
          </li>
        ))}
      </ol>
      {entries.length > shown.length && (
        <div>
          <Button variant="secondary" size="small" onClick={() => setAll(true)}>
            {t("event.all", { count: String(entries.length) })}
          </Button>
        </div>
      )}
    </Card>
  );
}
