import { css } from "lit";

export const listStyles = css`
.bar { display: flex; flex-wrap: wrap; gap: calc(var(--space) * 1.5); padding-block-end: calc(var(--space) * 2); }
.filters { display: flex; flex-wrap: wrap; gap: 4px; flex: 1 1 auto; }
.filters button {
  font: inherit; font-size: 0.9375em; color: var(--muted); background: none; cursor: pointer;
  min-height: 40px; padding: 6px 14px; border: 1px solid transparent; border-radius: var(--radius);
}
.filters button:hover { color: var(--text); }
.filters button[aria-pressed="true"] {
  color: var(--text); background: var(--surface); border-color: var(--border); font-weight: 600;
}
.search { flex: 1 1 220px; max-width: 360px; }
.rows { border-block-start: 1px solid var(--border); }
.row {
  position: relative; display: grid; align-items: center; column-gap: calc(var(--space) * 2);
  grid-template: "choose main state amount actions" auto / 24px minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) 140px;
  padding: calc(var(--space) * 1.75) var(--space); border-block-end: 1px solid var(--border);
}
.row:hover { background: var(--surface); }
.choose { grid-area: choose; position: relative; z-index: 1; display: grid; place-items: center; min-height: 24px; }
.main { grid-area: main; }
.state { grid-area: state; display: grid; gap: 2px; }
.sums { grid-area: amount; text-align: end; }
.actions { grid-area: actions; position: relative; z-index: 1; display: flex; gap: var(--space); justify-content: flex-end; }
.open {
  font: inherit; font-weight: 600; text-align: start; color: inherit; background: none;
  border: 0; padding: 0; cursor: pointer;
}
.open::after { content: ""; position: absolute; inset: 0; }
.open:focus-visible { outline: none; }
.open:focus-visible::after { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: var(--radius); }
.actions .button { padding-inline: 12px; }
.icon { width: 40px; padding: 0 !important; }
.icon svg { width: 18px; height: 18px; }
.more { display: flex; justify-content: center; padding-block: calc(var(--space) * 2); }
.hint { padding-block-end: calc(var(--space) * 1.5); }
.selection {
  position: sticky; inset-block-end: var(--space); z-index: 2; margin-block-start: calc(var(--space) * 2);
  display: flex; flex-wrap: wrap; align-items: center; gap: calc(var(--space) * 1.5);
  padding: calc(var(--space) * 1.5) calc(var(--space) * 2);
  background: var(--background); border: 1px solid var(--border); border-radius: var(--radius);
  box-shadow: 0 6px 24px rgb(0 0 0 / 14%);
}
.selection .grow { flex: 1 1 auto; }
.waiting .row { pointer-events: none; }
@container (max-width: 640px) {
  .row {
    row-gap: var(--space);
    grid-template: "choose main amount" auto "choose state actions" auto / 24px minmax(0, 1fr) fit-content(60%);
  }
  .search { max-width: none; flex-basis: 100%; }
  .choose { align-self: start; }
}
@container (max-width: 400px) {
  .row {
    grid-template: "choose main amount" auto "choose state state" auto "choose actions actions" auto / 24px minmax(0, 1fr) fit-content(50%);
  }
  .state { display: flex; flex-wrap: wrap; gap: var(--space); align-items: center; }
  .sums { align-self: start; }
  .sums .number { white-space: normal; }
  .actions { justify-content: flex-start; }
  .selection .button { flex: 1 1 auto; }
}
`;
