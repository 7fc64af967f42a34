import { useEffect, useRef } from "react";
import { useLanguage } from "../../i18n/context";
import { errorText } from "../../ui/errors";
import { useSettingsForm } from "./context";
import css from "./form.module.css";

/** Why nothing was saved. Takes the focus: the button that was pressed is at the page's other end. */
export function SaveFaults() {
  const { t } = useLanguage();
  const { faults, error, refused, saving } = useSettingsForm();
  const banner = useRef<HTMLDivElement>(null);
  const failed = !saving && (faults.length > 0 || error != null || refused);
  useEffect(() => {
    if (failed) banner.current?.focus();
  }, [failed]);
  if (!failed) return null;
  return (
    <div ref={banner} role="alert" tabIndex={-1} className={css.banner}>
      <strong>{t("settings.notSaved")}</strong> {refused && t("settings.refused")}
      {error != null && errorText(error, t)}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ place, message }) => (
            <li key={place + message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
