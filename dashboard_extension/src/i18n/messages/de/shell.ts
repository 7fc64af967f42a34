import type { Translated } from "../../catalogue";
import type { shell as english } from "../en/shell";

export const shell: Translated<typeof english> = {
  "error.title": "Etwas ist schiefgegangen",
  "error.retry": "Erneut versuchen",
  "error.NETWORK":
    "Die App ist nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut.",
  "error.TIMEOUT": "Die App hat zu lange nicht geantwortet.",
  "error.SERVER": "Die App hat ein Problem. Bitte versuchen Sie es gleich noch einmal.",
  "error.SESSION_ENDED": "Die Sitzung ist abgelaufen. Bitte laden Sie das Dashboard neu.",
  "error.PERMISSION_DENIED":
    "Sie dürfen keine Rechnungen sehen. Nötig ist die Berechtigung „Bestellungen verwalten“.",
  "error.STORE_UNKNOWN":
    "Dieser Shop hat die App nicht installiert. Bitte installieren Sie sie neu.",
  "error.DOWNLOAD_NOT_READY":
    "Das PDF wird noch erstellt. Bitte versuchen Sie es gleich noch einmal.",
  "bridge.connecting": "Verbindung zum Dashboard",
  "bridge.silent": "Das Dashboard antwortet nicht",
  "bridge.silent.hint": "Diese Seite braucht das Saleor-Dashboard, das sie umgibt.",
  "outside.title": "Bitte im Saleor-Dashboard öffnen",
  "outside.text": "Diese Seite gehört in Ihr Saleor-Dashboard und funktioniert nur dort.",
  "outside.where":
    "Melden Sie sich im Dashboard an, öffnen Sie die Erweiterungen und wählen Sie Invoices.",
  "notfound.title": "Diese Seite gibt es nicht",
  "notfound.back": "Zu den Rechnungen",
  "forbidden.title": "Diese Seite dürfen Sie nicht sehen",
  "forbidden.text":
    "Ihrem Konto fehlt dafür eine Berechtigung: „Bestellungen verwalten“ für Rechnungen, „Einstellungen verwalten“ für Einstellungen. Wer den Shop verwaltet, kann sie Ihnen geben.",
  "nav.label": "Rechnungen",
  "nav.invoices": "Rechnungen",
  "nav.reports": "Berichte",
  "nav.settings": "Einstellungen",
  "nav.new": "Neue Rechnung",
  "ui.back": "Zurück",
  "ui.cancel": "Abbrechen",
  "ui.close": "Schließen",
  "ui.save": "Speichern",
  "ui.saving": "Wird gespeichert ...",
  "ui.delete": "Löschen",
  "ui.working": "Bitte warten ...",
  "ui.loading": "Wird geladen",
  "ui.more": "Weitere Aktionen",
  "ui.copy": "Kopieren",
  "ui.copied": "Kopiert",
  "ui.copy.failed":
    "Der Browser hat das Kopieren nicht erlaubt. Bitte markieren und kopieren Sie den Text selbst.",
  "ui.searching": "Suche läuft ...",
  "ui.nothing": "Nichts gefunden",
  "ui.number.wrong": "Das ist keine Zahl.",
  "ui.unsaved.title": "Ohne Speichern verlassen?",
  "ui.unsaved.text": "Ihre Änderungen auf dieser Seite sind noch nicht gespeichert.",
  "ui.unsaved.leave": "Verlassen",
  "ui.unsaved.stay": "Bleiben",
  "ui.yes": "Ja",
  "ui.no": "Nein",
  "ui.preference.failed":
    "Ihre Auswahl konnte nicht gespeichert werden. Sie gilt, bis Sie die Seite verlassen.",
};
