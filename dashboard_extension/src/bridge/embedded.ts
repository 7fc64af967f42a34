/** Whether the page stands in a frame. A browser may forbid to look at the top of another site. */
export function isEmbedded(view: Window = window): boolean {
  try {
    return view.self !== view.top;
  } catch {
    return true;
  }
}
