import { editId } from "../model/edits";
import { useHere, useSettingsForm } from "./context";

/** What the settings of the same place would be once all is saved. */
export function useValues(): (key: string) => unknown {
  const { place, settings } = useHere();
  const { edits } = useSettingsForm();
  return (key) => {
    const edit = edits.get(editId(place, key));
    return edit ? edit.value : settings.find((setting) => setting.key === key)?.value;
  };
}

/** The same of one of them. */
export const useValueHere = (key: string): unknown => useValues()(key);
