import { useLanguage } from "../../i18n/context";
import { useShown } from "../context";
import { NoticeBox } from "./NoticeBox";

/** What kind of document this is, where that is not what one expects. */
export function StateNotice() {
  const { t } = useLanguage();
  const { document } = useShown();
  if (document.erasedAt !== null) {
    return (
      <NoticeBox tone="info" title={t("doc.erased.title")}>
        {t("doc.erased.text")}
      </NoticeBox>
    );
  }
  if (document.state === "DRAFT") {
    return (
      <NoticeBox tone="info" title={t("doc.draft.title")}>
        {t(document.kind === "CREDIT_NOTE" ? "doc.draft.text.credit" : "doc.draft.text")}
      </NoticeBox>
    );
  }
  if (document.testMode) {
    return (
      <NoticeBox tone="warning" title={t("doc.test.title")}>
        {t("doc.test.text")}
      </NoticeBox>
    );
  }
  return null;
}
