/** What Lit asks for where there is no DOM: enough to be imported by a server, nothing to render. */
export const HTMLElement = class {};
export const Element = HTMLElement;
export const CSSStyleSheet = class {
  replaceSync() {}
};
export const customElements = undefined;
