import { Button } from "@saleor/macaw-ui";
import { formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Chip, type Tone } from "../../ui/Chip";
import { useShown } from "../context";
import { channelText } from "../history";
import type { SalesDocument } from "../useDocument";
import css from "./Delivery.module.css";

type OnItsWay = NonNullable<SalesDocument["transmission"]>;

const TONES: Readonly<Record<OnItsWay["state"], Tone>> = {
  PENDING: "info",
  IN_FLIGHT: "info",
  DELIVERED: "success",
  FAILED: "error",
};

/** The e-invoice on its way, where the settings send e-invoices. */
export function Transmission() {
  const { t } = useLanguage();
  const { document, verbs, open } = useShown();
  const { transmission } = document;
  if (transmission === null && !verbs?.transmit) return null;
  const mayBegin = verbs?.transmit && (transmission === null || transmission.state === "FAILED");
  return (
    <div className={css.part}>
      <div className={css.head}>
        <span>{t("doc.einvoice")}</span>
        {mayBegin && (
          <Button variant="secondary" size="small" onClick={() => open({ name: "transmit" })}>
            {t(transmission ? "doc.transmit.again" : "doc.transmit")}
          </Button>
        )}
      </div>
      {transmission && <State found={transmission} />}
    </div>
  );
}

function State({ found }: { found: OnItsWay }) {
  const { t, locale } = useLanguage();
  const at = found.deliveredAt ?? found.submittedAt ?? found.createdAt;
  const small = [channelText(found.channel, t), formatMoment(at, locale), found.externalId];
  return (
    <div className={css.mail}>
      <div>
        {found.detail || t("doc.einvoice")}
        <div className={css.small}>{small.filter(Boolean).join(" · ")}</div>
      </div>
      <Chip tone={TONES[found.state]}>{t(`doc.transmission.${found.state}`)}</Chip>
      {found.lastError && <div className={css.wrong}>{found.lastError}</div>}
    </div>
  );
}
