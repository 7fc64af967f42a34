/** A day in a language's own form; the API's days have no time zone, and get none. */
export function formatDay(day: string, locale: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}

/** The end of a card's life: `04/29`, in a language's own form. */
export function formatMonth(month: number, year: number, locale: string): string {
  const date = new Date(Date.UTC(year, month - 1, 1));
  return new Intl.DateTimeFormat(locale, {
    month: "2-digit",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}
