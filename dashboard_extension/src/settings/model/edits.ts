import type { SalesSettingInput, SettingFieldsFragment } from "../../generated/graphql";
import { faultPlace, type Place, placeId } from "./place";

export type Setting = SettingFieldsFragment;

/** What a person has changed and not saved: a value of its own, or the inherited one again. */
export interface Edit {
  place: Place;
  key: string;
  value: unknown;
  inherit: boolean;
  /** What held when the editing began, to notice that someone else changed it meanwhile. */
  base: Base;
}

export interface Base {
  value: unknown;
  overridden: boolean;
}

export type Edits = ReadonlyMap<string, Edit>;

export const NO_EDITS: Edits = new Map();

export const editId = (place: Place, key: string): string => `${placeId(place)}:${key}`;

/** The edits with one more, or without it where it changes nothing. */
export function withEdit(
  edits: Edits,
  place: Place,
  setting: Setting,
  wish: { value: unknown } | "inherit",
): Edits {
  const id = editId(place, setting.key);
  const base = edits.get(id)?.base ?? { value: setting.value, overridden: setting.overridden };
  const inherit = wish === "inherit";
  const value = wish === "inherit" ? setting.inheritedValue : wish.value;
  const changed = new Map(edits);
  const edit: Edit = { place, key: setting.key, value, inherit, base };
  if (changes(edit, setting)) changed.set(id, edit);
  else changed.delete(id);
  return changed;
}

export function withoutEdit(edits: Edits, place: Place, key: string): Edits {
  const changed = new Map(edits);
  changed.delete(editId(place, key));
  return changed;
}

/** Whether saving it would make a difference to what holds now. */
export function changes(edit: Edit, setting: Setting): boolean {
  if (edit.inherit) return setting.overridden;
  return !setting.overridden || setting.secret || !same(edit.value, setting.value);
}

/** Whether someone else has changed the value since the editing began. */
export function isConflict(edit: Edit, setting: Setting): boolean {
  const { value, overridden } = edit.base;
  return overridden !== setting.overridden || !same(value, setting.value);
}

/** The same edit, of one who has seen what the other person made of it. */
export function withSeen(edits: Edits, setting: Setting, edit: Edit): Edits {
  const base = { value: setting.value, overridden: setting.overridden };
  return new Map(edits).set(editId(edit.place, edit.key), { ...edit, base });
}

/** As `settingsUpdate` and previews take them. */
export function inputsOf(edits: Edits): SalesSettingInput[] {
  return [...edits.values()].map(({ place, key, value, inherit }) => {
    const where = { level: place.level, name: place.name, key };
    return inherit ? { ...where, inherit: true } : { ...where, value, inherit: false };
  });
}

/** The same, which the API refuses where another value than the one seen holds by now. */
export function waryInputsOf(edits: Edits): SalesSettingInput[] {
  const seen = [...edits.values()].map(({ base }) => base.value);
  return inputsOf(edits).map((input, at) => ({ ...input, expected: seen[at] }));
}

/** The places that have unsaved values. */
export function placesOf(edits: Edits): Place[] {
  const found = new Map([...edits.values()].map(({ place }) => [placeId(place), place]));
  return [...found.values()];
}

export interface Fault {
  place: string;
  message: string;
  code: string;
}

/** What the API found wrong, by place; of an error that names none, nothing. */
export function faultsOf(params: Readonly<Record<string, unknown>>, message: string): Fault[] {
  const { faults, place } = params;
  if (Array.isArray(faults)) return faults.filter(isFault);
  if (typeof place === "string") return [{ place, message, code: "" }];
  return [];
}

function isFault(given: unknown): given is Fault {
  return typeof given === "object" && given !== null && "place" in given && "message" in given;
}

/** The fault of a setting at a place, in the API's words without the setting's own name. */
export function faultText(faults: readonly Fault[], place: Place, key: string): string | undefined {
  const found = faults.find((fault) => fault.place === faultPlace(place, key));
  if (found === undefined) return undefined;
  const said = found.message.startsWith(`${key} `)
    ? found.message.slice(key.length + 1)
    : found.message;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Whether two JSON values say the same. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (value: object, name: string) => (value as Record<string, unknown>)[name];
  return [...names].every((name) => same(at(one, name), at(other, name)));
}
