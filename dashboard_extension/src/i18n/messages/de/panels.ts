import type { Translated } from "../../catalogue";
import type { panels as english } from "../en/panels";

export const panels: Translated<typeof english> = {
  "order.empty": "Zu dieser Bestellung gibt es noch keine Rechnung.",
  "order.issue": "Rechnung ausstellen",
  "order.issuing": "Wird ausgestellt ...",
  "order.issued": "Rechnung {number} wurde ausgestellt.",
  "order.issue.failed": "Es wurde keine Rechnung ausgestellt.",
  "order.missing": "Das Dashboard hat nicht gesagt, um welche Bestellung es geht.",
  "customer.empty": "Für diesen Kunden gibt es noch keine Rechnungen.",
  "customer.missing": "Das Dashboard hat nicht gesagt, um welchen Kunden es geht.",
  "home.latest": "Neueste Rechnungen",
  "home.all": "Alle Rechnungen",
};
