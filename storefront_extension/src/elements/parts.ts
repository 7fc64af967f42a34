/** Parts of an element that is shown inside of another one, under their own names. */
export const PARTS = [
  ...[
    "root",
    "button",
    "primary",
    "pay",
    "download",
    "retry",
    "error",
    "notice",
    "empty",
    "status",
  ],
  ...["summary", "heading", "amount-due", "document", "facts", "parties", "lines", "totals"],
  ...["credit-notes", "notes", "order-link", "document-link"],
  ...["panel", "amount", "option", "input", "field", "result"],
].join(", ");
