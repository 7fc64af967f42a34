import { useEffect, useRef } from "react";
import { createEditor, type Editor, type SourceProblem } from "./codemirror";
import css from "./template.module.css";

interface Props {
  label: string;
  value: string;
  readOnly: boolean;
  problems: readonly SourceProblem[];
  onChange: (value: string) => void;
}

/**
 * An editor of HTML with line numbers. It lives in a shadow root, for which its styles are sheets
 * that the script makes: elements of style are what our content security policy forbids.
 */
export function SourceEditor({ label, value, readOnly, problems, onChange }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const tell = useRef(onChange);
  tell.current = onChange;
  const first = useRef(value);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const made = createEditor(root, {
      label,
      readOnly,
      value: first.current,
      onChange: (changed) => {
        first.current = changed;
        tell.current(changed);
      },
    });
    editor.current = made;
    return () => made.destroy();
  }, [label, readOnly]);
  useEffect(() => {
    first.current = value;
    editor.current?.show(value);
  }, [value]);
  useEffect(() => editor.current?.mark(problems), [problems]);
  return <div ref={host} className={css.editor} />;
}
