import { css } from "lit";

/** Variables that a page may set, with what holds otherwise; then what all elements are made of. */
export const shared = css`
:host {
  --text: var(--saleor-invoices-color-text, light-dark(#1c2024, #edeef0));
  --muted: var(--saleor-invoices-color-muted, light-dark(#5b636d, #a6adb6));
  --background: var(--saleor-invoices-color-background, light-dark(#fff, #16191d));
  --surface: var(--saleor-invoices-color-surface, light-dark(#f5f6f7, #20242a));
  --border: var(--saleor-invoices-color-border, light-dark(#dfe2e6, #363c44));
  --accent: var(--saleor-invoices-color-accent, light-dark(#1c2024, #edeef0));
  --on-accent: var(--saleor-invoices-color-on-accent, light-dark(#fff, #16191d));
  --positive: var(--saleor-invoices-color-positive, light-dark(#1a6b3c, #7fd6a2));
  --caution: var(--saleor-invoices-color-caution, light-dark(#7a5200, #f0c463));
  --negative: var(--saleor-invoices-color-negative, light-dark(#b3261e, #ffa59e));
  --radius: var(--saleor-invoices-radius, 8px);
  --space: var(--saleor-invoices-space, 8px);
  display: block;
  container-type: inline-size;
  color: var(--text);
  font-family: var(--saleor-invoices-font, inherit);
  line-height: 1.5;
  text-align: start;
}
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([hidden]) { display: none; }
*, *::before, *::after { box-sizing: border-box; }
.root { background: var(--background); overflow-wrap: anywhere; }
h2, h3, p, ul, dl, dd, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ul { list-style: none; }
h2 { font-size: 1.375em; font-weight: 650; line-height: 1.25; letter-spacing: -0.01em; }
h3 { font-size: 0.875em; font-weight: 600; color: var(--muted); }
h2:focus, h3:focus, [tabindex="-1"]:focus { outline: none; }
.muted { color: var(--muted); }
.small { font-size: 0.875em; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
.line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space); }
.stack { display: grid; gap: calc(var(--space) * 2); }
.button {
  font: inherit; font-size: 0.9375em; font-weight: 550; line-height: 1.25; cursor: pointer;
  display: inline-flex; align-items: center; justify-content: center; gap: 0.5em;
  min-height: 40px; padding: 8px 16px; text-decoration: none;
  color: var(--text); background: var(--background);
  border: 1px solid var(--border); border-radius: var(--radius);
}
.button:hover { border-color: var(--muted); }
.button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
.button.primary:hover { opacity: 0.88; }
.button.quiet { border-color: transparent; background: none; color: var(--muted); }
.button.quiet:hover { color: var(--text); text-decoration: underline; }
.button:disabled { opacity: 0.5; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input[type="search"], input[type="text"] {
  font: inherit; color: var(--text); background: var(--background); width: 100%;
  min-height: 40px; padding: 8px 12px; border: 1px solid var(--border); border-radius: var(--radius);
}
input::placeholder { color: var(--muted); opacity: 1; }
input[type="checkbox"], input[type="radio"] {
  width: 18px; height: 18px; margin: 0; flex: none; accent-color: var(--accent);
}
.badge {
  display: inline-flex; align-items: center; gap: 0.4em; width: max-content; max-width: 100%;
  padding: 1px 9px; border-radius: 99px; font-size: 0.8125em; font-weight: 550;
  color: var(--tone); background: color-mix(in srgb, var(--tone) 12%, var(--background));
}
.badge { --tone: var(--muted); }
.badge.positive { --tone: var(--positive); }
.badge.caution { --tone: var(--caution); }
.badge.negative { --tone: var(--negative); }
.badge svg { width: 0.75em; height: 0.75em; flex: none; }
.problem, .notice {
  display: grid; gap: calc(var(--space) * 1.5); justify-items: start;
  padding: calc(var(--space) * 2); border-radius: var(--radius);
  border-inline-start: 3px solid var(--tone);
  background: color-mix(in srgb, var(--tone) 8%, var(--background));
}
.problem { --tone: var(--negative); }
.notice { --tone: var(--muted); }
.notice.positive { --tone: var(--positive); }
.notice.caution { --tone: var(--caution); }
.empty { padding: calc(var(--space) * 6) calc(var(--space) * 2); text-align: center; color: var(--muted); }
.bone {
  height: 1em; border-radius: 4px; background: var(--surface); animation: breathe 1.6s ease-in-out infinite;
}
@keyframes breathe { 50% { opacity: 0.45; } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
@media (forced-colors: active) { .badge, .problem, .notice { border: 1px solid; } }
`;
