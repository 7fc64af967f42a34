/** An amount as the API gives it: exact, with as many decimals as its currency has. */
export interface Money {
  amount: string;
  currency: string;
}

/** Decimals that are written in an exact number: 2 in `12.50`. */
export function decimalsOf(amount: string): number {
  return amount.split(".")[1]?.length ?? 0;
}

/** Below zero, zero or above it, as `one` is less, equal or more than `other`. */
export function compare(one: string, other: string): number {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other));
  const difference = units(one, decimals) - units(other, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of exact amounts of one currency. */
export function sum(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map(decimalsOf));
  const total = amounts.reduce((all, amount) => all + units(amount, decimals), 0n);
  return written(total, decimals);
}

/** The same amount with the other sign. */
export function negated(amount: string): string {
  if (isZero(amount)) return amount;
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}

/** Whether nothing is left. */
export function isZero(amount: string): boolean {
  return /^-?0*\.?0*$/.test(amount);
}

/** Whether it is more than nothing. */
export function isPositive(amount: string): boolean {
  return !isZero(amount) && !amount.startsWith("-");
}

/** The number in units of its last place: 1250n for `12.5` with 2 decimals. */
export function units(amount: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
  return amount.startsWith("-") ? -value : value;
}

function written(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
  return value < 0n ? `-${text}` : text;
}
