export const panels = {
  "order.empty": "This order has no invoice yet.",
  "order.issue": "Issue invoice",
  "order.issuing": "Issuing...",
  "order.issued": "Invoice {number} was issued.",
  "order.issue.failed": "No invoice was issued.",
  "order.missing": "The dashboard did not say which order this is.",
  "customer.empty": "This customer has no invoices yet.",
  "customer.missing": "The dashboard did not say which customer this is.",
  "home.latest": "Latest invoices",
  "home.all": "All invoices",
} as const;
