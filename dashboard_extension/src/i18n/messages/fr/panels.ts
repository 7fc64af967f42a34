import type { Translated } from "../../catalogue";
import type { panels as english } from "../en/panels";

export const panels: Translated<typeof english> = {
  "order.empty": "Cette commande n’a pas encore de facture.",
  "order.issue": "Émettre la facture",
  "order.issuing": "Émission en cours...",
  "order.issued": "La facture {number} a été émise.",
  "order.issue.failed": "Aucune facture n’a été émise.",
  "order.missing": "Le tableau de bord n’a pas indiqué la commande.",
  "customer.empty": "Ce client n’a pas encore de facture.",
  "customer.missing": "Le tableau de bord n’a pas indiqué le client.",
  "home.latest": "Dernières factures",
  "home.all": "Toutes les factures",
};
