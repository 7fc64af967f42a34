import type { Appearance } from "../payment/port";

/** The colours that hold for an element, as plain ones: a provider's frame knows no variables. */
export function appearanceOf(root: HTMLElement): Appearance {
  const probe = document.createElement("span");
  root.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const style = getComputedStyle(root);
  const [text, background] = [colour("text"), colour("background")];
  const appearance = {
    dark: lightness(text) > lightness(background),
    text,
    background,
    muted: colour("muted"),
    border: colour("border"),
    accent: colour("accent"),
    negative: colour("negative"),
    radius: style.getPropertyValue("--radius").trim(),
    font: style.fontFamily,
  };
  probe.remove();
  return appearance;
}

function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue;
}
