/** Today by the reader's own calendar, as `2026-11-22`. */
export function today(now: Date = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * A day that a person chose as a moment with its offset: noon where they are, so that it is the
 * same day nearly everywhere; for today, now, since a payment can't lie in the future.
 */
export function momentOf(day: string, now: Date = new Date()): string {
  if (day === today(now)) return now.toISOString();
  return new Date(`${day}T12:00:00`).toISOString();
}
