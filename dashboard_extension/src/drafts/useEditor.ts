import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useBridgeState } from "../bridge/context";
import { changed } from "./change";
import type { DraftForm } from "./form";
import { readForm } from "./input";
import { forgetWork, type KeptWork, keepWork, keptWork, workName } from "./keptWork";

export interface Editor {
  form: DraftForm;
  dispatch: React.Dispatch<Parameters<typeof changed>[1]>;
  read: ReturnType<typeof readForm>;
  /** What the app has, or what a new draft began with. */
  base: DraftForm | undefined;
  version: number;
  idempotencyKey: string;
  /** Something was typed that the app has not. */
  dirty: boolean;
  /** The form is that of an earlier visit, which was not saved. */
  restored: boolean;
  /** Goes on from what the app has now: `form` stays what is shown. */
  rebase: (to: { base: DraftForm; version: number; form: DraftForm }) => void;
  /** Leaves nothing behind: saved elsewhere, issued or discarded. */
  forget: () => void;
  /** Back to what the app has. */
  drop: () => void;
}

interface Beginning {
  /** Names the unsaved work of a draft: its id, or what a new one is for. */
  name: string;
  form: DraftForm;
  version: number;
}

/** The work on one draft; kept over errors, an ended session, a reload. */
export function useEditor({ name, form: initial, version: initialVersion }: Beginning): Editor {
  const work = useWorkName(name);
  const [found] = useState(() => keptWork(work));
  const [form, dispatch] = useReducer(changed, found?.form ?? initial);
  const [base, setBase] = useState<DraftForm | undefined>(found ? found.base : initial);
  const [version, setVersion] = useState(found?.version ?? initialVersion);
  const [restored, setRestored] = useState(found !== undefined);
  const [idempotencyKey] = useState(() => found?.idempotencyKey ?? crypto.randomUUID());
  const dirty = useMemo(() => !same(form, base), [form, base]);
  const silent = useRef(false);

  useEffect(() => {
    if (silent.current) return;
    if (dirty) keepWork(work, { form, base, version, idempotencyKey } satisfies KeptWork);
    else forgetWork(work);
  }, [work, dirty, form, base, version, idempotencyKey]);

  const rebase = useCallback<Editor["rebase"]>((to) => {
    setBase(to.base);
    setVersion(to.version);
    setRestored(false);
    dispatch({ do: "load", form: to.form });
  }, []);
  const forget = useCallback(() => {
    silent.current = true;
    forgetWork(work);
  }, [work]);
  const drop = useCallback(() => {
    setRestored(false);
    setBase(initial);
    setVersion(initialVersion);
    dispatch({ do: "load", form: initial });
  }, [initial, initialVersion]);
  const read = useMemo(() => readForm(form), [form]);
  return {
    form,
    dispatch,
    read,
    base,
    version,
    idempotencyKey,
    dirty,
    restored,
    rebase,
    forget,
    drop,
  };
}

/** The name of a draft's unsaved work: of this store, this person. */
export function useWorkName(name: string): string {
  const { saleorApiUrl, user } = useBridgeState();
  return workName(saleorApiUrl, user?.email ?? "", name);
}

function same(one: DraftForm, other: DraftForm | undefined): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
