import { Button, Skeleton } from "@saleor/macaw-ui";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLanguage } from "../../i18n/context";
import {
  HereProvider,
  SettingsFormProvider,
  useHere,
  useSettingsForm,
} from "../../settings/form/context";
import { useDirty } from "../../settings/form/dirty";
import { SaveFaults } from "../../settings/form/SaveFaults";
import { SettingRow } from "../../settings/form/SettingRow";
import { useSettings } from "../../settings/form/useSettings";
import { useValueHere } from "../../settings/form/useValueHere";
import { type Edits, NO_EDITS, withEdit } from "../../settings/model/edits";
import type { Place } from "../../settings/model/place";
import { ErrorNotice } from "../../ui/ErrorNotice";
import type { StepProps } from "../StepItem";
import css from "../setup.module.css";
import { SETUP } from "../useSetup";

interface Props extends StepProps {
  place: Place;
  /** The settings that the step shows, in this order. */
  keys: readonly string[];
  /** Those that are kept as they stand, too: to go on with them is a choice. */
  pinned?: readonly string[];
  /** Settings that matter only while another one is off. */
  conditional?: { keys: readonly string[]; unless: string };
  /** Besides the settings. */
  children?: ReactNode;
  aside?: ReactNode;
  /** Saves what is not a setting; false: it could not be saved. */
  also?: () => Promise<boolean>;
}

/** A step that is a few settings and a button that saves them. */
export function SettingsStep({ readOnly, ...props }: Props) {
  return (
    <SettingsFormProvider mayWrite={!readOnly}>
      <Loaded {...props} readOnly={readOnly} />
    </SettingsFormProvider>
  );
}

function Loaded(props: Props) {
  const settings = useSettings(props.place);
  if (settings.isPending) return <Skeleton className={css.skeleton} />;
  if (settings.data === undefined) {
    return <ErrorNotice compact error={settings.error} retry={() => void settings.refetch()} />;
  }
  return (
    <HereProvider place={props.place} settings={settings.data}>
      <Form {...props} />
    </HereProvider>
  );
}

function Form({ keys, pinned = [], conditional, children, aside, also, ...props }: Props) {
  const { readOnly, onDone } = props;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const { place, settings } = useHere();
  const form = useSettingsForm();
  useDirty(form.edits.size > 0);
  const off = useValueHere(conditional?.unless ?? "") === false;
  const wanted = conditional && off ? [...keys, ...conditional.keys] : keys;
  const shown = wanted.flatMap((key) => settings.find((setting) => setting.key === key) ?? []);
  const submit = async () => {
    const pins = shown
      .filter(({ key, overridden }) => pinned.includes(key) && !overridden)
      .reduce<Edits>(
        (edits, setting) => withEdit(edits, place, setting, { value: setting.value }),
        NO_EDITS,
      );
    if (!(await form.save(pins)) || (also && !(await also()))) return;
    await queries.invalidateQueries({ queryKey: SETUP });
    onDone();
  };
  return (
    <div className={aside ? css.beside : css.stack}>
      <div className={css.stack}>
        <SaveFaults />
        <div>
          {shown.map((setting) => (
            <SettingRow key={setting.key} setting={setting} />
          ))}
        </div>
        {children}
        {!readOnly && (
          <div className={css.line}>
            <Button type="button" disabled={form.saving} onClick={() => void submit()}>
              {t(form.saving ? "ui.saving" : "setup.next")}
            </Button>
          </div>
        )}
      </div>
      {aside}
    </div>
  );
}
