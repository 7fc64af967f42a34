import type { Translated } from "../../catalogue";
import type { problems as english } from "../en/problems";

export const problems: Translated<typeof english> = {
  "problems.title": { one: "{count} problème ouvert", other: "{count} problèmes ouverts" },
  "problems.show": "Afficher",
  "problems.hide": "Masquer",
  "problems.retry": "Réessayer",
  "problems.retried": "Nouvel essai en cours...",
  "problems.retry.failed": "Impossible de réessayer.",
  "problems.seen": {
    one: "constaté une fois, {at}",
    other: "constaté {count} fois, dernier : {at}",
  },
  "problems.order": "Ouvrir la commande",
  "problems.more": { one: "et {count} autre", other: "et {count} autres" },
};
