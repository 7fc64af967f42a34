import { css } from "lit";

export const invoiceStyles = css`
.head { display: flex; flex-wrap: wrap; gap: calc(var(--space) * 2); justify-content: space-between; }
.head .title { display: grid; gap: var(--space); flex: 1 1 240px; }
.owed { text-align: end; }
.owed strong { display: block; font-size: 1.625em; font-weight: 650; line-height: 1.2; letter-spacing: -0.01em; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: calc(var(--space) * 2); }
.facts dt { font-size: 0.875em; color: var(--muted); }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: calc(var(--space) * 3); }
.sheet {
  display: grid; gap: calc(var(--space) * 3); padding: calc(var(--space) * 3);
  border: 1px solid var(--border); border-radius: var(--radius);
}
table { width: 100%; border-collapse: collapse; }
th { white-space: nowrap; font-size: 0.875em; font-weight: 500; color: var(--muted); text-align: start; }
th, td { padding: calc(var(--space) * 1.25) 0; border-block-end: 1px solid var(--border); vertical-align: top; }
th + th, td + td { padding-inline-start: calc(var(--space) * 2); text-align: end; }
.sums { display: grid; gap: 6px; margin-inline-start: auto; width: min(100%, 340px); }
.sums div { display: flex; justify-content: space-between; gap: calc(var(--space) * 2); }
.sums dt { color: var(--muted); flex: 1; min-width: 0; }
.sums .total { font-weight: 650; padding-block-start: var(--space); border-block-start: 1px solid var(--border); }
.sums .total dt { color: inherit; }
.plain {
  font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer;
  text-decoration: underline; text-underline-offset: 3px;
}
.pre { white-space: pre-line; }
@container (max-width: 520px) {
  .owed { text-align: start; }
  .sheet { padding: calc(var(--space) * 2); }
  td:first-child { width: 50%; }
  td.number { white-space: normal; }
  .tools .button { flex: 1 1 auto; }
}
`;
