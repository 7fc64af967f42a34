import { Button } from "@saleor/macaw-ui";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "../../i18n/context";
import { Chip } from "../../ui/Chip";
import fieldCss from "../../ui/fields/Field.module.css";
import { settingWords } from "../fields/names";
import { isGroup, SettingField } from "../fields/SettingField";
import { ValueSummary } from "../fields/ValueSummary";
import { complaintOf } from "../model/checks";
import { type Edit, editId, faultText, isConflict, type Setting } from "../model/edits";
import { useHere, useSettingsForm } from "./context";
import css from "./form.module.css";
import { Levels, Source } from "./Source";

/** One setting: what it is, its value, where it comes from, and what is wrong with it. */
export function SettingRow({ setting }: { setting: Setting }) {
  const { t } = useLanguage();
  const { place } = useHere();
  const form = useSettingsForm();
  const { label, hint } = settingWords(t, setting.key);
  const edit = form.edits.get(editId(place, setting.key));
  const ids = useIds(setting.key);
  const row = useShownFirst(setting.key, ids.control);
  const value = edit ? edit.value : setting.value;
  const fault = useFault(setting, edit);
  const mayBeSet = setting.levels.includes(place.level);
  const Label = isGroup(setting.kind) || setting.secret ? "div" : "label";
  return (
    <div ref={row} id={ids.row} className={css.row} data-changed={edit !== undefined || undefined}>
      <div className={css.top} data-flag={setting.kind === "FLAG" || undefined}>
        <div className={css.words}>
          <div className={css.label}>
            <Label id={ids.label} {...(Label === "label" && { htmlFor: ids.control })}>
              {label}
            </Label>
            {edit !== undefined && <Chip tone="info">{t("settings.unsaved")}</Chip>}
          </div>
          <div id={ids.hint} className={fieldCss.help}>
            {hint}
          </div>
        </div>
        {mayBeSet ? (
          <div className={css.control}>
            <SettingField
              id={ids.control}
              labelId={ids.label}
              describedBy={fault ? `${ids.hint} ${ids.fault}` : ids.hint}
              setting={setting}
              value={value}
              disabled={!form.mayWrite}
              invalid={fault !== undefined}
              onChange={(changed) => form.change(place, setting, { value: changed })}
              onReset={() => form.forget(place, setting.key)}
            />
          </div>
        ) : (
          <div className={css.control} id={ids.control}>
            <ValueSummary setting={setting} value={setting.value} />
          </div>
        )}
      </div>
      {fault && (
        <div id={ids.fault} role="alert" className={fieldCss.error}>
          {fault}
        </div>
      )}
      {edit && isConflict(edit, setting) && <Conflict setting={setting} />}
      {mayBeSet ? <Source setting={setting} edit={edit} /> : <Levels setting={setting} />}
    </div>
  );
}

/** Brings the setting into view that the address names: whoever follows a finding wants to mend it. */
function useShownFirst(key: string, controlId: string) {
  const row = useRef<HTMLDivElement>(null);
  const [params] = useSearchParams();
  const wanted = params.get("key") === key;
  useEffect(() => {
    if (!wanted) return;
    row.current?.scrollIntoView({ block: "center" });
    document.getElementById(controlId)?.focus({ preventScroll: true });
  }, [wanted, controlId]);
  return row;
}

function useIds(key: string) {
  const base = `setting-${key}`;
  return {
    row: base,
    control: `${base}-control`,
    label: `${base}-label`,
    hint: `${base}-hint`,
    fault: `${base}-fault`,
  };
}

/** What is wrong: at once as far as the page can tell, else as the API told at the last saving. */
function useFault(setting: Setting, edit: Edit | undefined): string | undefined {
  const { t } = useLanguage();
  const { place } = useHere();
  const { faults } = useSettingsForm();
  if (edit && !edit.inherit) {
    const complaint = complaintOf(setting, edit.value);
    if (complaint) return t(complaint.message, complaint.values);
  }
  return faultText(faults, place, setting.key);
}

/** Someone else saved another value meanwhile: neither is lost before a person decides. */
function Conflict({ setting }: { setting: Setting }) {
  const { t } = useLanguage();
  const { place } = useHere();
  const { forget, insist } = useSettingsForm();
  return (
    <div role="alert" className={css.conflict}>
      <div>
        <strong>{t("settings.conflict")}</strong> {t("settings.conflict.now")}{" "}
        <ValueSummary setting={setting} value={setting.value} />
      </div>
      <div className={css.actions}>
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => forget(place, setting.key)}
        >
          {t("settings.conflict.theirs")}
        </Button>
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => insist(place, setting)}
        >
          {t("settings.conflict.mine")}
        </Button>
      </div>
    </div>
  );
}
