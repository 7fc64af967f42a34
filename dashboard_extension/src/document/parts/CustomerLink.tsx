import { Button, Text } from "@saleor/macaw-ui";
import { Link } from "lucide-react";
import { formatMoment } from "../../format/dates";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { useShown } from "../context";
import type { SalesDocument } from "../useDocument";
import css from "./Notes.module.css";

/** The private link, by which the customer opens the document without an account. */
export function CustomerLink() {
  const { t, locale } = useLanguage();
  const { document, open } = useShown();
  const { customerLink } = document;
  return (
    <Card plain title={t("doc.link")}>
      <Text as="p" size={3} color="default2" margin={0}>
        {customerLink ? <LinkState link={customerLink} locale={locale} /> : t("doc.link.none")}
      </Text>
      <div className={css.actions}>
        <Button
          variant="secondary"
          size="small"
          icon={<Link size={14} aria-hidden />}
          onClick={() => open({ name: "link" })}
        >
          {t("doc.link.copy")}
        </Button>
        {customerLink && (
          <Button variant="secondary" size="small" onClick={() => open({ name: "revoke" })}>
            {t("doc.link.revoke")}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** Whether it opens by itself, and until when. */
export function LinkState({
  link,
  locale,
}: {
  link: NonNullable<SalesDocument["customerLink"]>;
  locale: string;
}) {
  const { t } = useLanguage();
  if (!link.opensItself) return t("doc.link.code");
  if (link.opensUntil === null) return t("doc.link.always");
  return t("doc.link.until", { at: formatMoment(link.opensUntil, locale) });
}
