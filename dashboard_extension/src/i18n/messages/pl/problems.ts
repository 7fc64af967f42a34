import type { Translated } from "../../catalogue";
import type { problems as english } from "../en/problems";

export const problems: Translated<typeof english> = {
  "problems.title": {
    one: "{count} otwarty problem",
    few: "{count} otwarte problemy",
    many: "{count} otwartych problemów",
    other: "{count} otwartego problemu",
  },
  "problems.show": "Pokaż",
  "problems.hide": "Ukryj",
  "problems.retry": "Spróbuj ponownie",
  "problems.retried": "Trwa kolejna próba...",
  "problems.retry.failed": "Nie można spróbować ponownie.",
  "problems.seen": {
    one: "jeden raz, {at}",
    few: "{count} razy, ostatnio {at}",
    many: "{count} razy, ostatnio {at}",
    other: "{count} razy, ostatnio {at}",
  },
  "problems.order": "Otwórz zamówienie",
  "problems.more": {
    one: "i jeszcze {count}",
    few: "i jeszcze {count}",
    many: "i jeszcze {count}",
    other: "i jeszcze {count}",
  },
};
