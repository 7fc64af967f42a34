import { formatDate, formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { DashboardLink, orderPath } from "../../ui/DashboardLink";
import { useShown } from "../context";
import { languageName } from "../words";
import { Facts } from "./Facts";

/** Numbers, dates and terms; the order that it is of. */
export function Details() {
  const { t, locale } = useLanguage();
  const { document, verbs } = useShown();
  const { delivery, issueDate, dueDate, erasedAt } = document;
  const hasOrder = document.orderId !== null || document.orderNumbers.length > 0;
  const date = (day: string | null | undefined) => day && formatDate(day, locale);
  return (
    <Card plain title={t("doc.details")}>
      <Facts
        facts={[
          [t("doc.order"), hasOrder && <Orders key="orders" />],
          [t("doc.channel"), document.channel],
          [t("doc.issueDate"), date(issueDate)],
          [t("doc.dueDate"), date(dueDate)],
          [t(`doc.supply.${delivery?.supplyDateKind ?? "DELIVERY"}`), date(delivery?.supplyDate)],
          [t("doc.terms"), document.paymentTerms],
          [t("doc.language"), languageName(document.language, locale)],
          [t("doc.reason"), document.reason],
          [t("doc.notes.printed"), document.notes.map(({ text }) => text).join("\n")],
          [t("doc.keptUntil"), date(verbs?.retainedUntil)],
          [t("doc.erasedAt"), erasedAt && formatMoment(erasedAt, locale)],
        ]}
      />
    </Card>
  );
}

function Orders() {
  const { t } = useLanguage();
  const { orderId, orderNumber, orderNumbers } = useShown().document;
  if (orderId === null) return orderNumbers.map((number) => `#${number}`).join(", ");
  return (
    <DashboardLink to={orderPath(orderId)} label={t("row.open.order", { number: orderNumber })}>
      #{orderNumber}
    </DashboardLink>
  );
}
