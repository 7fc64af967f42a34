import { useId } from "react";
import { useLanguage } from "../../i18n/context";
import { errorText } from "../../ui/errors";
import ctl from "../../ui/fields/Field.module.css";
import { useSettingsForm } from "../form/context";
import { placesOf } from "../model/edits";
import { APP, type Place, placeId, samePlace } from "../model/place";
import { useSellers } from "../sellers/useSellers";
import css from "./level.module.css";
import { useChannels } from "./useChannels";

interface Props {
  place: Place;
  onChange: (place: Place) => void;
}

/** For what the settings below hold: everything, a legal entity, or a channel. */
export function LevelSwitch({ place, onChange }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const { edits } = useSettingsForm();
  const changed = new Set(placesOf(edits).map(placeId));
  const { sellers, channels, error } = usePlaces(place);
  const all = [APP, ...sellers.map(([each]) => each), ...channels.map(([each]) => each)];
  const option = ([each, label]: Named) => (
    <option key={placeId(each)} value={placeId(each)}>
      {label}
      {changed.has(placeId(each)) ? ` · ${t("settings.unsaved")}` : ""}
    </option>
  );
  return (
    <div className={css.switch}>
      <label htmlFor={id} className={css.label}>
        {t("level.label")}
      </label>
      <select
        id={id}
        className={`${ctl.input} ${ctl.select} ${css.select}`}
        aria-describedby={`${id}-hint`}
        value={placeId(place)}
        onChange={(event) => {
          const wanted = all.find((each) => placeId(each) === event.target.value);
          if (wanted) onChange(wanted);
        }}
      >
        {option([APP, t("level.app")])}
        {sellers.length > 0 && (
          <optgroup label={t("level.sellers")}>{sellers.map(option)}</optgroup>
        )}
        {channels.length > 0 && (
          <optgroup label={t("level.channels")}>{channels.map(option)}</optgroup>
        )}
      </select>
      <span id={`${id}-hint`} className={ctl.help}>
        {error === null ? t(`level.hint.${place.level}`) : errorText(error, t)}
      </span>
    </div>
  );
}

type Named = readonly [place: Place, label: string];

/** All places, with the present one although Saleor or the list of sellers has it no more. */
function usePlaces(place: Place) {
  const sellers = useSellers();
  const channels = useChannels();
  const named = {
    LEGAL_ENTITY: (sellers.data ?? []).map(
      ({ key, name }): Named => [{ level: "LEGAL_ENTITY", name: key }, name],
    ),
    CHANNEL: (channels.data ?? []).map(
      ({ slug, name, currency }): Named => [
        { level: "CHANNEL", name: slug },
        `${name} (${currency})`,
      ],
    ),
    APP: [] as Named[],
  };
  const known =
    place.level === "APP" || named[place.level].some(([each]) => samePlace(each, place));
  if (!known) named[place.level].push([place, place.name]);
  return {
    sellers: named.LEGAL_ENTITY,
    channels: named.CHANNEL,
    error: sellers.error ?? channels.error,
  };
}
