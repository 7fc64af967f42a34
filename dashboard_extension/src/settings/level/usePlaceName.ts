import { useCallback } from "react";
import { useLanguage } from "../../i18n/context";
import type { Place } from "../model/place";
import { useSellers } from "../sellers/useSellers";
import { useChannels } from "./useChannels";

/** How a place is called: the app, a seller's name, a channel's. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useLanguage();
  const sellers = useSellers().data;
  const channels = useChannels().data;
  return useCallback(
    ({ level, name }) => {
      if (level === "APP") return t("level.app");
      if (level === "CHANNEL") return channels?.find(({ slug }) => slug === name)?.name ?? name;
      return sellers?.find(({ key }) => key === name)?.name ?? name;
    },
    [t, sellers, channels],
  );
}
