import { StorefrontElement } from "./base";

/** Elements pass this slot through to whatever of them is part of another. */
export const SLOT = "saleor-payment";

/**
 * A place for a provider's fields. Stripe refuses shadow trees, so it is a child of the outermost
 * element of ours, in the page itself, and shown where the slots lead.
 */
export class MountPoint {
  #element: HTMLElement | undefined;

  constructor(private readonly owner: StorefrontElement) {}

  element(): HTMLElement {
    this.#element ??= create(outermost(this.owner));
    return this.#element;
  }

  remove(): void {
    this.#element?.remove();
    this.#element = undefined;
  }
}

function outermost(element: StorefrontElement): StorefrontElement {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : undefined;
  return host instanceof StorefrontElement ? outermost(host) : element;
}

function create(host: StorefrontElement): HTMLElement {
  const element = document.createElement("div");
  element.slot = SLOT;
  host.append(element);
  return element;
}
