import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useState,
} from "react";
import { useUnsavedGuard } from "../../ui/useUnsavedGuard";

type Tell = (id: string, dirty: boolean, within?: string) => void;
type Forms = ReadonlyMap<string, string | undefined>;

type Leave = (action: () => void) => void;

const DirtyContext = createContext<Tell>(() => undefined);
const LeaveContext = createContext<Leave>((action) => action());

/** Guards every form below it: the router can hold a person back at one place only. */
export function DirtyProvider({ children }: { children: ReactNode }) {
  const [forms, setForms] = useState<Forms>(new Map());
  const tell = useCallback<Tell>(
    (id, dirty, within) =>
      setForms((now) => {
        if (now.has(id) === dirty) return now;
        const changed = new Map(now);
        if (dirty) changed.set(id, within);
        else changed.delete(id);
        return changed;
      }),
    [],
  );
  const { dialog, pass } = useUnsavedGuard(forms.size > 0, sharedBy(forms));
  return (
    <DirtyContext.Provider value={tell}>
      <LeaveContext.Provider value={pass}>{children}</LeaveContext.Provider>
      {dialog}
    </DirtyContext.Provider>
  );
}

/** Has the person asked before they leave what is not saved, or the pages below `within`. */
export function useDirty(dirty: boolean, within?: string): void {
  const id = useId();
  const tell = useContext(DirtyContext);
  useEffect(() => {
    tell(id, dirty, within);
    return () => tell(id, false);
  }, [tell, id, dirty, within]);
}

/** Goes elsewhere without a question: all is saved, though the guard may not have heard of it yet. */
export const useLeave = (): Leave => useContext(LeaveContext);

/** Pages between which no form loses anything. */
function sharedBy(forms: Forms): string | undefined {
  const [first, ...others] = new Set(forms.values());
  return others.length === 0 ? first : undefined;
}
