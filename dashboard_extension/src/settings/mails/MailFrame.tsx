import { useEffect, useRef } from "react";
import css from "./mails.module.css";

const LEAST_HEIGHT = 120;

/**
 * A mail's HTML in a frame of its own where no script runs and no form or link leads anywhere.
 *
 * The frame has our content security policy, which allows no styles in attributes; so they are
 * taken off and set by the page, which may.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const shown = frame.current;
    const inside = shown?.contentDocument;
    if (!shown || !inside) return;
    write(inside, html);
    const height = inside.documentElement.scrollHeight;
    shown.style.height = `${Math.max(LEAST_HEIGHT, height)}px`;
  }, [html]);
  return <iframe ref={frame} className={css.frame} title={title} sandbox="allow-same-origin" />;
}

function write(inside: Document, html: string): void {
  // Under another name from the beginning: a policy is violated by what is merely parsed, too.
  const plain = html.replaceAll(/(<[^>]*?\s)style=/g, "$1data-style=");
  const read = new DOMParser().parseFromString(plain, "text/html");
  for (const element of read.querySelectorAll("script, style, link, meta, base, iframe, object")) {
    element.remove();
  }
  const styles = new Map<Element, string>();
  for (const element of [read.body, ...read.body.querySelectorAll("*")]) {
    const style = element.getAttribute("data-style");
    for (const { name } of [...element.attributes]) {
      if (name.startsWith("on") || name === "href") {
        element.removeAttribute(name);
      }
    }
    if (style) styles.set(element, style);
  }
  inside.documentElement.lang = read.documentElement.lang;
  inside.documentElement.dir = read.documentElement.dir;
  inside.body.replaceWith(inside.adoptNode(read.body));
  for (const [element, style] of styles) (element as HTMLElement).style.cssText = style;
  inside.documentElement.style.background = "#fff";
}
