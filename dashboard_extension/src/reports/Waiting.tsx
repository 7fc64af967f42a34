import { Skeleton } from "@saleor/macaw-ui";
import { useLanguage } from "../i18n/context";
import css from "./Waiting.module.css";

/** The place of a report that is on its way. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const { t } = useLanguage();
  return (
    <div role="status" aria-label={t("ui.loading")} className={css.waiting}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other name
        <Skeleton key={index} className={css.row} />
      ))}
    </div>
  );
}
