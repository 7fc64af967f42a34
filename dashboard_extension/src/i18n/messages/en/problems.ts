export const problems = {
  "problems.title": { one: "{count} open problem", other: "{count} open problems" },
  "problems.show": "Show",
  "problems.hide": "Hide",
  "problems.retry": "Try again",
  "problems.retried": "Trying again...",
  "problems.retry.failed": "This could not be tried again.",
  "problems.seen": { one: "seen once, {at}", other: "seen {count} times, last {at}" },
  "problems.order": "Open order",
  "problems.more": { one: "and {count} more", other: "and {count} more" },
} as const;
