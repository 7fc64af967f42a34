import type { Translated } from "../../catalogue";
import type { panels as english } from "../en/panels";

export const panels: Translated<typeof english> = {
  "order.empty": "To zamówienie nie ma jeszcze faktury.",
  "order.issue": "Wystaw fakturę",
  "order.issuing": "Wystawianie...",
  "order.issued": "Wystawiono fakturę {number}.",
  "order.issue.failed": "Nie wystawiono faktury.",
  "order.missing": "Panel nie podał, o które zamówienie chodzi.",
  "customer.empty": "Ten klient nie ma jeszcze faktur.",
  "customer.missing": "Panel nie podał, o którego klienta chodzi.",
  "home.latest": "Najnowsze faktury",
  "home.all": "Wszystkie faktury",
};
