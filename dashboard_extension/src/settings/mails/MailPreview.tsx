import { Text } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import { ErrorLine } from "../../ui/ErrorLine";
import { SelectField } from "../../ui/fields";
import { MailFrame } from "./MailFrame";
import css from "./mails.module.css";
import type { MailPreviewQuery } from "./useMailPreview";

interface Props {
  preview: MailPreviewQuery;
  language: string;
  /** Of reminders: whether it is the one after the due date. */
  late: boolean | undefined;
  onLate: (late: boolean) => void;
}

/** A mail with made-up values, as the customer would see it. */
export function MailPreview({ preview, language, late, onLate }: Props) {
  const { t } = useLanguage();
  const mail = preview.data;
  return (
    <section className={css.preview} aria-label={t("mail.preview")} aria-busy={preview.isFetching}>
      <div className={css.head}>
        <Text as="h3" size={3} fontWeight="medium" margin={0}>
          {t("mail.preview")}
        </Text>
        {late !== undefined && (
          <SelectField
            label={t("mail.occasion")}
            labelHidden
            value={late ? "late" : "early"}
            options={[
              { value: "early", label: t("mail.occasion.before") },
              { value: "late", label: t("mail.occasion.after") },
            ]}
            onChange={(value) => onLate(value === "late")}
          />
        )}
      </div>
      <ErrorLine error={preview.error} />
      {mail?.problems.map(({ message }) => (
        <div key={message} role="alert" className={css.problem}>
          {message}
        </div>
      ))}
      {mail && (
        <>
          <div className={css.subject} lang={language} dir="auto">
            {mail.subject}
          </div>
          <MailFrame html={mail.html} title={t("mail.preview")} />
        </>
      )}
    </section>
  );
}
