import type { Translated } from "../../catalogue";
import type { problems as english } from "../en/problems";

export const problems: Translated<typeof english> = {
  "problems.title": { one: "{count} offenes Problem", other: "{count} offene Probleme" },
  "problems.show": "Anzeigen",
  "problems.hide": "Ausblenden",
  "problems.retry": "Erneut versuchen",
  "problems.retried": "Neuer Versuch läuft ...",
  "problems.retry.failed": "Der neue Versuch ist nicht möglich.",
  "problems.seen": { one: "einmal, {at}", other: "{count}-mal, zuletzt {at}" },
  "problems.order": "Bestellung öffnen",
  "problems.more": { one: "und {count} weiteres", other: "und {count} weitere" },
};
