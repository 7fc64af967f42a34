import { Button } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import css from "./Draft.module.css";

/** Says that the form is that of an earlier visit, and offers to leave it. */
export function RestoredNote({ drop }: { drop: () => void }) {
  const { t } = useLanguage();
  return (
    <div role="status" className={css.note}>
      <span className={css.noteWords}>{t("draft.restored")}</span>
      <Button type="button" variant="secondary" size="small" onClick={drop}>
        {t("draft.restored.drop")}
      </Button>
    </div>
  );
}
