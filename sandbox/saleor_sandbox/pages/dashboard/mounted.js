// What apps add to a page: widgets in it, actions in its menu.

import { el } from "/static/common.js";
import { absolute, tokenFetcher } from "./bridge.js";

export function widget(page, extension, context, refresh) {
  const options = extension.settings?.widgetTarget ?? extension.settings?.homeWidgetTarget ?? {};
  const frame = page.frame({
    url: absolute(extension.app, extension.url),
    app: extension.app,
    context,
    className: "widget",
    name: `widget-${extension.id}`,
    post: options.method === "POST",
    fetchToken: tokenFetcher("extension", extension.id, page.staff.token),
    on: {
      refresh,
      navigate: page.navigate(),
      popup: (name) => openByName(page, name, context, refresh),
    },
  });
  return { frame, box: el("div", {}, el("h2", {}, extension.label), frame.iframe) };
}

// The three dots of a page; nothing where no app adds to it.
export function moreActions(page, mount, context, refresh) {
  const found = page.at(mount);
  if (!found.length) return null;
  return el(
    "details",
    { class: "menu" },
    el("summary", { "aria-label": "More actions" }, "⋮"),
    el("div", {}, found.map((each) => el("button", { onclick: () => page.popup(each, context, refresh) }, each.label))),
  );
}

function openByName(page, name, context, refresh) {
  const found = page.extensions.find((each) => each.label === name || each.id === name);
  if (!found) return false;
  page.popup(found, context, refresh);
  return true;
}
