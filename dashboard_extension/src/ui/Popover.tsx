import { type ReactNode, type RefCallback, useEffect, useRef, useState } from "react";
import { Floating } from "./Floating";
import css from "./Popover.module.css";

interface TriggerProps {
  ref: RefCallback<HTMLButtonElement>;
  onClick: () => void;
  "aria-expanded": boolean;
  "aria-haspopup": "dialog";
}

interface Props {
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  children: (close: () => void) => ReactNode;
  end?: boolean;
}

/** A small form that opens below a button; the focus goes in, and back when it closes. */
export function Popover({ label, trigger, children, end = false }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    anchor?.focus();
  };
  return (
    <>
      {trigger({
        ref: setAnchor,
        onClick: () => setOpen(!open),
        "aria-expanded": open,
        "aria-haspopup": "dialog",
      })}
      {open && (
        <Floating
          role="dialog"
          aria-label={label}
          anchor={anchor}
          placement={end ? "bottom-end" : "bottom-start"}
          onDismiss={close}
        >
          <Inside>{children(close)}</Inside>
        </Floating>
      )}
    </>
  );
}

const FOCUSABLE = "input, select, textarea, button, [tabindex]";

function Inside({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  }, []);
  return (
    <div ref={root} className={css.inside}>
      {children}
    </div>
  );
}
