/** Where a chart's lines stand and how far it reaches. */
export interface Scale {
  min: number;
  max: number;
  ticks: readonly number[];
}

/** A scale with round numbers that holds all values and zero. */
export function roundScale(values: readonly number[], wanted = 4): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return { min: 0, max: 1, ticks: [0] };
  const step = roundStep((high - low) / wanted);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: last * step, ticks };
}

/** The next of 1, 2, 5, 10, 20, 50, ... */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const digit = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999_999) ?? 10;
  return digit * power;
}

export interface Piece {
  from: number;
  to: number;
  series: number;
}

/** Parts on top of each other: what is below zero grows downwards from there. */
export function stacked(parts: readonly number[]): Piece[] {
  let [up, down] = [0, 0];
  return parts.map((part, series) => {
    const from = part < 0 ? down : up;
    const to = from + part;
    if (part < 0) down = to;
    else up = to;
    return { from, to, series };
  });
}

/** Every which label there is room for. */
export function labelEvery(count: number, width: number, labelWidth: number): number {
  if (count === 0) return 1;
  return Math.max(1, Math.ceil((count * labelWidth) / Math.max(width, labelWidth)));
}
