import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Edits, Fault, Setting } from "../model/edits";
import type { Place } from "../model/place";
import { useSettingsSave } from "./useSettingsSave";

export type Wish = { value: unknown } | "inherit";

/** What has been changed and not saved yet, wherever in the settings; all of it is saved at once. */
export interface SettingsForm {
  mayWrite: boolean;
  edits: Edits;
  faults: readonly Fault[];
  /** Why the last saving failed, where no single setting is to blame. */
  error: unknown;
  saving: boolean;
  /** A saving was tried that values at fault stood in the way of. */
  refused: boolean;
  change: (place: Place, setting: Setting, wish: Wish) => void;
  /** Take the other person's value instead of one's own. */
  forget: (place: Place, key: string) => void;
  /** Keep one's own value although another person's holds now. */
  insist: (place: Place, setting: Setting) => void;
  discard: () => void;
  /** Whether all of it is saved now; `besides` are kept too, where nothing else is wished. */
  save: (besides?: Edits) => Promise<boolean>;
}

const FormContext = createContext<SettingsForm | undefined>(undefined);

export function SettingsFormProvider({
  mayWrite,
  children,
}: {
  mayWrite: boolean;
  children: ReactNode;
}) {
  const form = useSettingsSave();
  const value = useMemo(() => ({ ...form, mayWrite }), [form, mayWrite]);
  return <FormContext.Provider value={value}>{children}</FormContext.Provider>;
}

export function useSettingsForm(): SettingsForm {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error("useSettingsForm needs a SettingsFormProvider.");
  return form;
}

interface Here {
  place: Place;
  settings: readonly Setting[];
}

const HereContext = createContext<Here | undefined>(undefined);

/** The place whose settings are shown below. */
export function HereProvider({ place, settings, children }: Here & { children: ReactNode }) {
  const value = useMemo(() => ({ place, settings }), [place, settings]);
  return <HereContext.Provider value={value}>{children}</HereContext.Provider>;
}

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === undefined) throw new Error("useHere needs a HereProvider.");
  return here;
}
