// The dashboard's side of Saleor's App Bridge: one hosted iframe, its token, its messages.

import { API, call, currentTheme, el, toast } from "/static/common.js";
import { currentLanguage } from "./language.js";

const SANDBOX = "allow-same-origin allow-forms allow-scripts allow-downloads allow-popups";
const EARLY = 30_000;
const MAX_HEIGHT = 5000;

export class AppFrame {
  // fetchToken gives a fresh access token; navigate, close and reroute are the page's answers.
  constructor({ url, app, context = {}, fetchToken, version, className, name, post = false, on = {} }) {
    Object.assign(this, { app, context, fetchToken, version, on, post });
    this.target = new URL(url, location.origin);
    this.iframe = el("iframe", { class: className, name, sandbox: SANDBOX, title: app.name });
    this.listener = (event) => this.hear(event);
    window.addEventListener("message", this.listener);
    // The empty document that stands there before `open` loads too, and hears nothing.
    this.iframe.addEventListener("load", () => this.opened && this.iframe.isConnected && this.greet());
  }

  // After the iframe stands in the page: a GET by address, or a POST by a form with the token.
  async open() {
    this.opened = true;
    if (this.post) return this.submit();
    const query = {
      domain: location.host,
      saleorApiUrl: API,
      id: this.app.id,
      theme: currentTheme(),
      ...this.context,
    };
    for (const [key, value] of Object.entries(query)) this.target.searchParams.set(key, value);
    this.iframe.src = this.target.href;
  }

  async submit() {
    const fields = { saleorApiUrl: API, appId: this.app.id, accessToken: await this.fetchToken(), ...this.context };
    const form = el(
      "form",
      { method: "post", action: this.target.href, target: this.iframe.name, hidden: true },
      Object.entries(fields).map(([name, value]) => el("input", { type: "hidden", name, value })),
    );
    document.body.append(form);
    form.submit();
    form.remove();
  }

  close() {
    window.removeEventListener("message", this.listener);
    clearTimeout(this.timer);
    this.iframe.remove();
  }

  send(type, payload) {
    this.iframe.contentWindow?.postMessage({ type, payload }, this.target.origin);
  }

  async greet() {
    if (this.post) return this.renew();
    const token = await this.fetchToken();
    this.send("handshake", {
      token,
      version: 1,
      saleorVersion: this.version,
      dashboardVersion: this.version,
    });
    this.send("theme", { theme: currentTheme() });
    this.send("localeChanged", { locale: currentLanguage() });
    this.renewBefore(token);
  }

  async renew() {
    const token = await this.fetchToken();
    this.send("tokenRefresh", { token });
    this.renewBefore(token);
  }

  // With "sandbox-renewal" off it is as on a machine that slept: the token is over when it wakes.
  renewBefore(token) {
    if (sessionStorage.getItem("sandbox-renewal") === "off") return;
    const claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
    const wait = Math.max(claims.exp * 1000 - Date.now() - EARLY, 1000);
    clearTimeout(this.timer);
    // setTimeout holds 31 bits: a longer wait would fire at once.
    this.timer = setTimeout(() => this.renew(), Math.min(wait, 2 ** 31 - 1));
  }

  hear(event) {
    if (event.source !== this.iframe.contentWindow || event.origin !== this.target.origin) return;
    const { type, payload = {} } = event.data ?? {};
    const action = this.actions()[type];
    if (!action) return;
    const ok = action(payload) !== false;
    if (payload.actionId) this.send("response", { actionId: payload.actionId, ok });
  }

  actions() {
    const all = {
      notifyReady: () => void this.greet(),
      redirect: ({ to, newContext }) => this.on.navigate?.(to, newContext),
      notification: ({ status, title, text }) => toast(text ?? "", status, title),
      updateRouting: ({ newRoute }) => this.on.reroute?.(newRoute),
      widgetResize: ({ height }) => {
        if (!(height > 0)) return false;
        this.iframe.style.height = `${Math.min(height, MAX_HEIGHT)}px`;
      },
      popupClose: () => this.on.close?.(),
      refreshEntity: () => this.on.refresh?.(),
      requestPermissions: () => false,
      openPopup: ({ extensionIdentifier }) => this.on.popup?.(extensionIdentifier) ?? false,
    };
    // A POST widget has these two only, as in today's dashboard.
    return this.post ? { widgetResize: all.widgetResize } : all;
  }
}

const TOKENS = {
  app: ["query Token($id: ID!) { app(id: $id) { accessToken } }", (data) => data.app.accessToken],
  extension: [
    "query Token($id: ID!) { appExtension(id: $id) { accessToken } }",
    (data) => data.appExtension.accessToken,
  ],
};

export function tokenFetcher(kind, id, staffToken) {
  const [query, pick] = TOKENS[kind];
  return async () => pick(await call(API, query, { id }, staffToken));
}

export function absolute(app, url) {
  return url.startsWith("/") ? `${(app.appUrl ?? "").replace(/\/$/, "")}${url}` : url;
}
