import { PATHS } from "../app/paths";
import { formatDate } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { PaymentChip } from "../invoices/PaymentChip";
import { Chip } from "../ui/Chip";
import { PageHead } from "../ui/Page";
import { useShown } from "./context";
import { HeadActions } from "./HeadActions";
import { documentTitle } from "./words";

/** What the document is, how it stands, and what can be done with it. */
export function DocumentHead() {
  const { t, locale } = useLanguage();
  const { document } = useShown();
  const { issueDate, dueDate } = document;
  const dates = [
    issueDate && t("doc.issued.on", { date: formatDate(issueDate, locale) }),
    dueDate && t("doc.due.on", { date: formatDate(dueDate, locale) }),
  ].filter(Boolean);
  return (
    <PageHead
      line
      title={documentTitle(document, t)}
      text={dates.join(" · ")}
      back={PATHS.invoices}
      backLabel={t("notfound.back")}
      badges={<Badges />}
      actions={<HeadActions />}
    />
  );
}

function Badges() {
  const { t } = useLanguage();
  const { document } = useShown();
  return (
    <>
      {document.state === "DRAFT" && <Chip tone="neutral">{t("state.DRAFT")}</Chip>}
      <PaymentChip status={document.paymentStatus} />
      {document.overdue && <Chip tone="error">{t("doc.overdue")}</Chip>}
      {document.testMode && <Chip tone="warning">{t("state.test")}</Chip>}
      {document.source === "IMPORTED" && <Chip tone="info">{t("doc.imported")}</Chip>}
      {document.erasedAt !== null && <Chip tone="neutral">{t("doc.erased")}</Chip>}
    </>
  );
}
