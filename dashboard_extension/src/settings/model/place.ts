import type { SalesSettingLevel } from "../../generated/graphql";

/** Where values are set: the whole app, a legal entity by its key, a channel by its slug. */
export interface Place {
  level: Exclude<SalesSettingLevel, "DEFAULT">;
  name: string;
}

export const APP: Place = { level: "APP", name: "" };

export const placeId = ({ level, name }: Place): string => `${level}:${name}`;

export const samePlace = (one: Place, other: Place): boolean => placeId(one) === placeId(other);

/** A value's place as the API's faults name it. */
export function faultPlace({ level, name }: Place, key: string): string {
  if (level === "APP") return `store.${key}`;
  if (level === "CHANNEL") return `channels.${name}.${key}`;
  return `legal_entities.${name}.settings.${key}`;
}

/** The place that an address names; the app where it names none. */
export function readPlace(params: URLSearchParams): Place {
  const channel = params.get("channel");
  if (channel) return { level: "CHANNEL", name: channel };
  const seller = params.get("seller");
  if (seller) return { level: "LEGAL_ENTITY", name: seller };
  return APP;
}

/** The same parameters with another place in them. */
export function writePlace(params: URLSearchParams, place: Place): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete("channel");
  changed.delete("seller");
  if (place.level === "CHANNEL") changed.set("channel", place.name);
  if (place.level === "LEGAL_ENTITY") changed.set("seller", place.name);
  return changed;
}
