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
};
