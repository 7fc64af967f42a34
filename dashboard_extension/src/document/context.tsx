import { createContext, type ReactNode, useContext } from "react";
import type { SalesDocument, Verbs } from "./useDocument";

/** What a dialog is to be opened for. */
export type Asked = { name: DialogName } | { name: "refund" | "reallocate"; paymentId: string };

export type DialogName =
  | "send"
  | "credit"
  | "correct"
  | "void"
  | "transmit"
  | "issue"
  | "discard"
  | "pay"
  | "hold"
  | "link"
  | "revoke"
  | "erase"
  | "remove";

export interface Shown {
  document: SalesDocument;
  /** Undefined while nobody knows yet. */
  verbs: Verbs | undefined;
  open: (asked: Asked) => void;
  /** Something was begun whose end only a later reading shows. */
  watch: () => void;
}

const Context = createContext<Shown | undefined>(undefined);

export function ShownProvider({ value, children }: { value: Shown; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The document of the page, and the way to its dialogs; throws outside of the page. */
export function useShown(): Shown {
  const shown = useContext(Context);
  if (shown === undefined) throw new Error("useShown needs a ShownProvider around it.");
  return shown;
}
