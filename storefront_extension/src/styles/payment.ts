import { css } from "lit";

export const paymentStyles = css`
.panel {
  display: grid; gap: calc(var(--space) * 2.5); padding: calc(var(--space) * 3);
  border: 1px solid var(--border); border-radius: var(--radius); max-width: 560px;
}
h2 { font-size: 0.875em; font-weight: 600; letter-spacing: 0; }
.sum { font-size: 1.625em; font-weight: 650; line-height: 1.2; letter-spacing: -0.01em; }
fieldset { display: grid; gap: var(--space); }
legend { padding: 0; margin-block-end: var(--space); font-size: 0.875em; font-weight: 600; color: var(--muted); }
.option {
  display: flex; align-items: center; gap: calc(var(--space) * 1.5); min-height: 48px; cursor: pointer;
  padding: var(--space) calc(var(--space) * 1.5); border: 1px solid var(--border); border-radius: var(--radius);
}
.option:has(input:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.option label { flex: 1 1 auto; display: grid; cursor: pointer; }
.option .button { min-height: 32px; padding: 4px 8px; }
.typed { display: grid; gap: 4px; padding-inline-start: calc(18px + var(--space) * 3); }
.typed [role="alert"] { color: var(--negative); }
.check { display: flex; align-items: center; gap: calc(var(--space) * 1.5); cursor: pointer; min-height: 32px; }
.big { width: 100%; min-height: 48px; font-size: 1em; }
.busy { display: flex; align-items: center; gap: calc(var(--space) * 1.5); }
.spinner {
  width: 20px; height: 20px; flex: none; border-radius: 50%; animation: turn 0.8s linear infinite;
  border: 2px solid var(--border); border-block-start-color: var(--accent);
}
@keyframes turn { to { rotate: 1turn; } }
.mark { width: 40px; height: 40px; color: var(--positive); }
.field { min-height: 40px; }
.field.waiting { opacity: 0.5; pointer-events: none; }
@container (max-width: 420px) { .panel { padding: calc(var(--space) * 2); } }
`;
