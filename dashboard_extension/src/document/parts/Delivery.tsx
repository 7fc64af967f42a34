import { Text } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { useShown } from "../context";
import css from "./Delivery.module.css";
import { Mail } from "./Mail";
import { Reminders } from "./Reminders";
import { Transmission } from "./Transmission";

/** What went out of it: mails, reminders, the e-invoice on its way. */
export function Delivery() {
  const { t } = useLanguage();
  const { document } = useShown();
  const mails = [...(document.dispatches ?? [])].reverse();
  return (
    <Card title={t("doc.delivery")}>
      <div className={css.part}>
        {mails.length === 0 && (
          <Text as="p" size={3} color="default2" margin={0}>
            {t("doc.mails.none")}
          </Text>
        )}
        {mails.length > 0 && (
          <ul className={css.list}>
            {mails.map((mail) => (
              <Mail key={mail.id} mail={mail} />
            ))}
          </ul>
        )}
      </div>
      <Transmission />
      {document.kind === "INVOICE" && <Reminders />}
    </Card>
  );
}
