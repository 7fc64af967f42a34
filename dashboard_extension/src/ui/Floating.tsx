import {
  autoUpdate,
  flip,
  offset,
  type Placement,
  shift,
  size,
  useFloating,
} from "@floating-ui/react-dom";
import {
  type HTMLAttributes,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import css from "./Floating.module.css";

interface Props extends HTMLAttributes<HTMLDivElement> {
  /** What it stands beside. */
  anchor: HTMLElement | null;
  placement?: Placement;
  /** As wide as the anchor at least. */
  stretch?: boolean;
  /** A click outside of it and of its anchor, or Escape in it. */
  onDismiss: () => void;
  children: ReactNode;
}

const GAP = 4;
const EDGE = 8;

/**
 * Something that floats above the page, in the browser's top layer: neither a table's scroll area
 * nor a dialog cuts it off. Render it only while it is open.
 */
export function Floating({
  anchor,
  placement = "bottom-start",
  stretch,
  onDismiss,
  ...rest
}: Props) {
  const { refs, floatingStyles } = useFloating({
    placement,
    strategy: "fixed",
    elements: { reference: anchor },
    whileElementsMounted: autoUpdate,
    middleware: [offset(GAP), flip({ padding: EDGE }), shift({ padding: EDGE }), fitting(stretch)],
  });
  const own = useRef<HTMLDivElement | null>(null);
  const { setFloating } = refs;
  // The same at each rendering: a new one would let go of the element and take it again, for ever.
  const attach = useCallback(
    (node: HTMLDivElement | null) => {
      own.current = node;
      setFloating(node);
    },
    [setFloating],
  );
  useLayoutEffect(() => {
    const node = own.current;
    if (node === null || !("popover" in node)) return;
    node.setAttribute("popover", "manual");
    node.showPopover();
  }, []);
  useDismiss(own, anchor, onDismiss);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its content has the controls
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks from what is below
    <div
      onClick={(event) => event.stopPropagation()}
      {...rest}
      ref={attach}
      className={css.floating}
      style={floatingStyles}
    />
  );
}

function fitting(stretch: boolean | undefined) {
  return size({
    padding: EDGE,
    apply({ availableHeight, availableWidth, rects, elements }) {
      Object.assign(elements.floating.style, {
        maxHeight: `${Math.max(120, availableHeight)}px`,
        maxWidth: `${availableWidth}px`,
        ...(stretch ? { minWidth: `${rects.reference.width}px` } : {}),
      });
    },
  });
}

/** Those that are open, the topmost last: Escape closes that one only. */
const open: object[] = [];

function useDismiss(
  own: { readonly current: HTMLElement | null },
  anchor: HTMLElement | null,
  onDismiss: () => void,
) {
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  useEffect(() => {
    const me = {};
    open.push(me);
    const press = ({ target }: Event) => {
      if (!(target instanceof Node)) return;
      if (own.current?.contains(target) || anchor?.contains(target)) return;
      dismiss.current();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || open.at(-1) !== me) return;
      // Only this goes: a dialog below stays.
      event.preventDefault();
      event.stopImmediatePropagation();
      dismiss.current();
    };
    document.addEventListener("pointerdown", press, true);
    document.addEventListener("keydown", key, true);
    return () => {
      open.splice(open.indexOf(me), 1);
      document.removeEventListener("pointerdown", press, true);
      document.removeEventListener("keydown", key, true);
    };
  }, [own, anchor]);
}
