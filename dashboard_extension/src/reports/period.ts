/** A stretch of days, both ends included, as `2026-11-22`. */
export interface Period {
  from: string;
  to: string;
}

export const PERIODS = [
  "THIS_MONTH",
  "LAST_MONTH",
  "THIS_QUARTER",
  "LAST_QUARTER",
  "THIS_YEAR",
  "LAST_YEAR",
] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The reader's day; the documents' own days are the seller's. */
export function today(now: Date = new Date()): string {
  return day(now.getFullYear(), now.getMonth(), now.getDate());
}

/** What a period means on a day. */
export function periodOf(name: PeriodName, on: string = today()): Period {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1];
  const quarter = Math.floor(month / 3) * 3;
  switch (name) {
    case "THIS_MONTH":
      return months(year, month, 1);
    case "LAST_MONTH":
      return months(year, month - 1, 1);
    case "THIS_QUARTER":
      return months(year, quarter, 3);
    case "LAST_QUARTER":
      return months(year, quarter - 3, 3);
    case "THIS_YEAR":
      return months(year, 0, 12);
    case "LAST_YEAR":
      return months(year - 1, 0, 12);
  }
}

/** The name of a period, where it is one that has a name today. */
export function nameOf(period: Period, on: string = today()): PeriodName | undefined {
  return PERIODS.find((name) => {
    const { from, to } = periodOf(name, on);
    return from === period.from && to === period.to;
  });
}

/** A day of the calendar, as dates in an address must be. */
export function isDay(text: string | null | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function months(year: number, month: number, count: number): Period {
  return { from: day(year, month, 1), to: day(year, month + count, 0) };
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
