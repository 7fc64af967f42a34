import { Button } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import { errorText } from "./errors";
import { Notice } from "./Notice";

interface Props {
  error: unknown;
  retry: () => void;
  compact?: boolean;
}

/** A failure in words, with a way to try again. */
export function ErrorNotice({ error, retry, compact = false }: Props) {
  const { t } = useLanguage();
  return (
    <Notice
      alert
      compact={compact}
      title={t("error.title")}
      text={errorText(error, t)}
      action={
        <Button variant="secondary" onClick={retry}>
          {t("error.retry")}
        </Button>
      }
    />
  );
}
