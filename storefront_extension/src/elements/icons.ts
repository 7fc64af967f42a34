import { svg, type TemplateResult } from "lit";

const icon = (path: unknown): TemplateResult => svg`<svg viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
  aria-hidden="true">${path}</svg>`;

export const downloadIcon = icon(svg`<path d="M12 4v11m-5-4 5 5 5-5M5 20h14" />`);
export const tickIcon = icon(svg`<path d="m4 12.5 5 5L20 7" />`);
export const clockIcon = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3 2" />`);
export const warnIcon = icon(svg`<path d="M12 4 2.5 20h19L12 4Zm0 6v4m0 3v.1" />`);
export const doneIcon = svg`<svg class="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  ><circle cx="12" cy="12" r="10" /><path d="m7.5 12.5 3 3 6-6.5" /></svg>`;
