import { useLanguage } from "../../i18n/context";
import { ValueSummary } from "../fields/ValueSummary";
import { usePlaceName } from "../level/usePlaceName";
import type { Edit, Setting } from "../model/edits";
import type { Place } from "../model/place";
import { useHere, useSettingsForm } from "./context";
import css from "./form.module.css";

interface Props {
  setting: Setting;
  edit: Edit | undefined;
}

/** Where a value comes from, and the way back to the inherited one, which is shown. */
export function Source({ setting, edit }: Props) {
  const { t } = useLanguage();
  const { place } = useHere();
  const { change, mayWrite } = useSettingsForm();
  const own = edit ? !edit.inherit : setting.overridden;
  const reset = () => change(place, setting, "inherit");
  return (
    <div className={css.source}>
      <span>{own ? t("settings.own") : <Inherited setting={setting} />}</span>
      {own && mayWrite && (
        <>
          <button type="button" className={css.link} onClick={reset}>
            {t(place.level === "APP" ? "settings.reset.default" : "settings.reset")}
          </button>
          {!setting.secret && (
            <span className={css.would}>
              <ValueSummary setting={setting} value={setting.inheritedValue} />
            </span>
          )}
        </>
      )}
    </div>
  );
}

function Inherited({ setting }: { setting: Setting }) {
  const { t } = useLanguage();
  const placeName = usePlaceName();
  // While it is overridden here, where it would come from is not told.
  if (setting.overridden) return t("settings.inherited");
  if (setting.source === "DEFAULT") return t("settings.default");
  const from: Place = { level: setting.source, name: setting.sourceName };
  return t("settings.inherited.from", { place: placeName(from) });
}

/** Where a setting can be set that can't be set here. */
export function Levels({ setting }: { setting: Setting }) {
  const { t } = useLanguage();
  const levels = setting.levels
    .filter((level) => level !== "DEFAULT")
    .map((level) => t(`settings.levels.${level}`));
  return <div className={css.source}>{t("settings.elsewhere", { levels: levels.join(", ") })}</div>;
}
