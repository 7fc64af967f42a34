const WHITE = 1;
/** WCAG 2.2, 1.4.3: what text needs; and large headings. */
const GOOD = 4.5;
const FAIR = 3;

export type Legibility = "good" | "fair" | "poor";

/** The contrast of a colour on white paper, 1 to 21; undefined for what is no colour. */
export function contrastOnPaper(colour: string): number | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (parts === null) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => linear(part));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (WHITE + 0.05) / (luminance + 0.05);
}

export function legibility(contrast: number): Legibility {
  if (contrast >= GOOD) return "good";
  return contrast >= FAIR ? "fair" : "poor";
}

function linear(hex: string): number {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
