import { type Place, writePlace } from "./model/place";
import type { TopicName } from "./model/topics";

export const SETTINGS_BASE = "/settings";

export type PartName = TopicName | "sellers" | "rates" | "keys" | "webhooks" | "history";

/** A page of the settings, for a place where it has places. */
export function settingsPage(part: PartName, place?: Place): string {
  const query = place ? writePlace(new URLSearchParams(), place).toString() : "";
  return `${SETTINGS_BASE}/${part}${query ? `?${query}` : ""}`;
}

/** One of the legal entities, by its key. */
export const sellerPage = (key: string): string =>
  `${SETTINGS_BASE}/sellers/${encodeURIComponent(key)}`;

export const NEW_SELLER = `${SETTINGS_BASE}/sellers/*new`;

/** What an address says below the settings: the page, and which one of it. */
export function settingsPart(pathname: string): string[] {
  const below = pathname.slice(pathname.indexOf(SETTINGS_BASE) + SETTINGS_BASE.length);
  return below.split("/").filter(Boolean).map(decodeURIComponent);
}
