// The dashboard's language, which apps hear of: chosen at the foot of the navigation.

import { el } from "/static/common.js";

const KEY = "sandbox-language";
const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", pl: "Polski", "pt-BR": "Português" };

export function currentLanguage() {
  const kept = localStorage.getItem(KEY);
  return kept in LANGUAGES ? kept : "en";
}

export function languageSelect(changed) {
  const choose = ({ target }) => {
    localStorage.setItem(KEY, target.value);
    changed(target.value);
  };
  const options = Object.entries(LANGUAGES).map(([code, name]) =>
    el("option", { value: code, selected: code === currentLanguage() }, name),
  );
  return el("select", { "aria-label": "Language", onchange: choose }, options);
}
