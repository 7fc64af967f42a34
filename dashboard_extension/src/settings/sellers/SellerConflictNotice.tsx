import { Button } from "@saleor/macaw-ui";
import { useLanguage } from "../../i18n/context";
import formCss from "../form/form.module.css";
import { formOf } from "./form";
import type { SellerConflict } from "./useSellerSave";

interface Props {
  conflict: SellerConflict;
  onTheirs: () => void;
  onMine: () => void;
}

/** Another person saved other words for the same fields: a person decides which to keep. */
export function SellerConflictNotice({ conflict, onTheirs, onMine }: Props) {
  const { t } = useLanguage();
  const theirs = formOf(conflict.now);
  return (
    <div role="alert" className={formCss.conflict}>
      <strong>{t("settings.conflict")}</strong>
      <ul>
        {conflict.fields.map((field) => (
          <li key={field}>
            {t(`seller.${field}`)}: {theirs[field] || t("summary.nothing")}
          </li>
        ))}
      </ul>
      <div className={formCss.actions}>
        <Button type="button" variant="secondary" size="small" onClick={onTheirs}>
          {t("settings.conflict.theirs")}
        </Button>
        <Button type="button" variant="secondary" size="small" onClick={onMine}>
          {t("settings.conflict.mine")}
        </Button>
      </div>
    </div>
  );
}
