import { useCallback, useMemo, useState } from "react";

/** The documents that a person has chosen. */
export interface Selection {
  /** Those that were ticked, among the rows that are loaded. */
  ids: ReadonlySet<string>;
  /** Whether instead all that search and filters find are meant, loaded or not. */
  everything: boolean;
}

export const NOTHING: Selection = { ids: new Set(), everything: false };

/** Ticks or unticks one row; with `from`, all between the two as well. */
export function toggled(
  selection: Selection,
  order: readonly string[],
  id: string,
  from?: string,
): Selection {
  const ids = new Set(selection.everything ? order : selection.ids);
  const tick = !ids.has(id);
  for (const each of between(order, from ?? id, id)) {
    if (tick) ids.add(each);
    else ids.delete(each);
  }
  return { ids, everything: false };
}

function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}

export interface Choosing {
  selection: Selection;
  isChosen: (id: string) => boolean;
  /** `range`: from the row that was ticked last. */
  toggle: (id: string, range: boolean) => void;
  /** All loaded rows, or none where all are chosen already. */
  toggleAll: () => void;
  chooseEverything: () => void;
  clear: () => void;
  allLoaded: boolean;
  count: number;
}

/** The selection of a list. `scope` names what the list shows: with another one it begins anew. */
export function useSelection(order: readonly string[], scope: string): Choosing {
  const [kept, setKept] = useState({
    selection: NOTHING,
    scope,
    last: undefined as string | undefined,
  });
  const current = kept.scope === scope ? kept : { selection: NOTHING, scope, last: undefined };
  const { selection } = current;
  const set = useCallback(
    (next: Selection, last?: string) => setKept({ selection: next, scope, last }),
    [scope],
  );
  const chosen = useMemo(() => order.filter((id) => selection.ids.has(id)), [order, selection]);
  const allLoaded = selection.everything || (order.length > 0 && chosen.length === order.length);
  return {
    selection: selection.everything ? selection : { ids: new Set(chosen), everything: false },
    isChosen: (id) => selection.everything || selection.ids.has(id),
    toggle: (id, range) => set(toggled(selection, order, id, range ? current.last : undefined), id),
    toggleAll: () => set(allLoaded ? NOTHING : { ids: new Set(order), everything: false }),
    chooseEverything: () => set({ ids: new Set(), everything: true }),
    clear: () => set(NOTHING),
    allLoaded,
    count: selection.everything ? order.length : chosen.length,
  };
}
