import { LitElement, type PropertyDeclarations, type PropertyValues } from "lit";
import { type Api, ApiError, type Connection, createApi, type TokenProvider } from "../api/client";
import { ownerOf } from "../api/token";
import { type Language, languageFor } from "../i18n";
import type { StorefrontEvents } from "./events";

/** How long an element waits for credentials that a script may be about to set. */
const PATIENCE_MS = 1_500;

/** What all elements share: whom they ask, in which language they speak, how they look. */
export abstract class StorefrontElement extends LitElement {
  static override properties: PropertyDeclarations = {
    apiUrl: { attribute: "api-url" },
    saleorApiUrl: { attribute: "saleor-api-url" },
    token: {},
    tokenProvider: { attribute: false },
    link: {},
    locale: {},
    theme: { reflect: true },
    within: { attribute: false },
  };

  declare apiUrl: string;
  declare saleorApiUrl: string;
  declare token: string;
  declare tokenProvider: TokenProvider | undefined;
  declare link: string;
  declare locale: string;
  declare theme: "light" | "dark" | "auto";
  /** The element of ours that this one is a part of: its connection is used. */
  declare within: StorefrontElement | undefined;

  readonly api: Api = createApi(() => this.connection);
  #asked = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.apiUrl = "";
    this.saleorApiUrl = "";
    this.token = "";
    this.link = "";
    this.locale = "";
    this.theme = "auto";
  }

  /** Asks for what the element shows; `fresh`: whoever looks, or what at, has changed. */
  protected abstract load(fresh: boolean): void;
  /** Shows that there is nobody to ask for. */
  protected abstract refuse(error: ApiError): void;
  protected abstract get failed(): boolean;

  get connection(): Connection {
    if (this.within) return this.within.connection;
    const { apiUrl, saleorApiUrl, token, tokenProvider, link } = this;
    return { apiUrl, saleorApiUrl, token, tokenProvider, link };
  }

  get language(): Language {
    const page = this.closest("[lang]")?.getAttribute("lang");
    return languageFor(this.locale, page, document.documentElement.lang, navigator.language);
  }

  /** Whether a customer is signed in, as opposed to a guest with a link. */
  get signedIn(): boolean {
    const { token, tokenProvider } = this.connection;
    return token !== "" || tokenProvider !== undefined;
  }

  /** Whether there is anybody to ask for. */
  get somebody(): boolean {
    return this.signedIn || this.connection.link !== "";
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const other =
      changed.has("apiUrl") ||
      changed.has("saleorApiUrl") ||
      changed.has("link") ||
      changed.has("within") ||
      (changed.has("tokenProvider") && changed.get("tokenProvider") === undefined) ||
      (changed.has("token") && ownerOf(changed.get("token") ?? "") !== ownerOf(this.token));
    if (other) this.ask(true);
    else if (changed.has("token") && this.failed) this.ask(false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  /** Loads once there is someone to ask for. */
  protected ask(fresh: boolean): void {
    clearTimeout(this.#waiting);
    if (!this.connection.apiUrl) return;
    if (this.somebody) {
      this.load(fresh && this.#asked);
      this.#asked = true;
    } else this.#waiting = setTimeout(() => this.refuse(nobody()), PATIENCE_MS);
  }

  /** Tells the page; false where it takes over. */
  emit<Name extends keyof StorefrontEvents>(name: Name, detail: StorefrontEvents[Name]): boolean {
    const init = { detail, bubbles: true, composed: true, cancelable: true };
    return this.dispatchEvent(new CustomEvent(name, init));
  }

  /** Tells the page of a failure. */
  report({ code, message }: ApiError): void {
    this.emit("invoice-error", { code, message });
  }

  /** Puts the focus on what has just come up, so that keyboard and screen reader go on there. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function nobody(): ApiError {
  return new ApiError("SESSION_ENDED", "There are neither token nor link.");
}
