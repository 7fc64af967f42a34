import { EllipsisVertical } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Floating } from "./Floating";
import css from "./Menu.module.css";

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  onSelect: () => void;
  disabled?: boolean;
  /** Why it is disabled, or what it does, in small print. */
  hint?: string;
  danger?: boolean;
  /** A line above it. */
  separated?: boolean;
}

interface Props {
  label: string;
  items: readonly (MenuItem | false | null | undefined)[];
  /** The button's content; three dots if not given. */
  children?: ReactNode;
  className?: string;
  disabled?: boolean;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A button with a menu of actions: arrow keys, first letters, Escape. */
export function Menu({ label, items, children, className, disabled }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const shown = items.filter((item): item is MenuItem => Boolean(item));
  const close = () => {
    setOpen(false);
    anchor?.focus();
  };
  if (shown.length === 0) return null;
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className={className ?? css.dots}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children ?? <EllipsisVertical size={16} aria-hidden />}
      </button>
      {open && (
        <Floating anchor={anchor} placement="bottom-end" onDismiss={close}>
          <Items label={label} items={shown} close={close} />
        </Floating>
      )}
    </>
  );
}

interface ItemsProps {
  label: string;
  items: readonly MenuItem[];
  close: () => void;
}

function Items({ label, items, close }: ItemsProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, []);
  return (
    <div
      ref={root}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => walk(event, close)}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={css.item}
          data-danger={item.danger || undefined}
          data-separated={item.separated || undefined}
          aria-disabled={item.disabled || undefined}
          onClick={() => {
            if (item.disabled) return;
            close();
            item.onSelect();
          }}
        >
          {item.icon && <span className={css.icon}>{item.icon}</span>}
          <span className={css.words}>
            {item.label}
            {item.hint && <span className={css.hint}>{item.hint}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[event.key];
  if (event.key === "Tab") {
    close();
  } else if (step) {
    event.preventDefault();
    items[step(at, items.length)]?.focus();
  } else if (event.key.length === 1 && event.key !== " ") {
    const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const letter = event.key.toLowerCase();
    after.find((item) => item.textContent?.toLowerCase().startsWith(letter))?.focus();
  }
}
