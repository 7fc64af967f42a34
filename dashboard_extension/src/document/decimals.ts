/** Arithmetic on exact decimals (`"12.30"`), which JavaScript numbers would spoil. */
interface Scaled {
  units: bigint;
  places: number;
}

function scaled(value: string): Scaled {
  const [whole = "0", fraction = ""] = value.split(".");
  return { units: BigInt(whole + fraction), places: fraction.length };
}

function raised({ units, places }: Scaled, to: number): bigint {
  return units * 10n ** BigInt(to - places);
}

function shown(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many digits stand behind the point. */
export function placesOf(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

/** The sum, with the most decimals of its parts. */
export function sumOf(values: readonly string[]): string {
  const parts = values.map(scaled);
  const places = Math.max(0, ...parts.map((part) => part.places));
  return shown(
    parts.reduce((sum, part) => sum + raised(part, places), 0n),
    places,
  );
}

/** Below zero, zero or above, as `a` is less than, equal to or more than `b`. */
export function compare(a: string, b: string): number {
  const [one, other] = [scaled(a), scaled(b)];
  const places = Math.max(one.places, other.places);
  const difference = raised(one, places) - raised(other, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The value without its sign. */
export function magnitude(value: string): string {
  return value.replace(/^-/, "");
}

/** An amount in smallest units (`-1230`) with so many decimals: `-12.30`. */
export function fromMinor(minor: number | string, places: number): string {
  return shown(BigInt(minor), places);
}

/** Whether the text is an exact decimal. */
export function isDecimal(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}
