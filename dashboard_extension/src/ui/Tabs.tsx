import type { KeyboardEvent } from "react";
import css from "./Tabs.module.css";

export interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** Beside the label, e.g. how many there are. */
  count?: string;
  alarming?: boolean;
}

interface Props<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  current: Name;
  onSelect: (name: Name) => void;
  /** Id of the element that the tabs switch. */
  controls?: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs above a part of a page: arrow keys walk between them. */
export function Tabs<Name extends string>({
  label,
  tabs,
  current,
  onSelect,
  controls,
}: Props<Name>) {
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    // By the focus, not by what is shown: quick fingers are ahead of the page.
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = (at + step + tabs.length) % tabs.length;
    const next = tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.name);
    buttons[to]?.focus();
  };
  return (
    <div className={css.tabs} role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map(({ name, label, count, alarming }) => (
        <button
          key={name}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={name === current}
          aria-controls={controls}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {label}
          {count !== undefined && (
            <span className={css.count} data-alarming={alarming || undefined}>
              {count}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
