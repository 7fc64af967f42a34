import { Button } from "@saleor/macaw-ui";
import { useDashboard } from "../../bridge/context";
import { useLanguage } from "../../i18n/context";
import { useSettingsForm } from "./context";
import css from "./form.module.css";

/** Saves all that is changed, at whatever place, or none of it. */
export function SaveBar() {
  const { t } = useLanguage();
  const { notify } = useDashboard();
  const { edits, saving, save, discard } = useSettingsForm();
  const nothing = edits.size === 0;
  const submit = async () => {
    if (await save()) notify("success", t("settings.saved"));
  };
  return (
    <>
      <span className={css.count} role="status">
        {nothing ? "" : t.count("settings.changes", edits.size)}
      </span>
      <Button type="button" variant="secondary" disabled={nothing || saving} onClick={discard}>
        {t("settings.discard")}
      </Button>
      <Button type="button" disabled={nothing || saving} onClick={() => void submit()}>
        {t(saving ? "ui.saving" : "ui.save")}
      </Button>
    </>
  );
}
