import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { html } from "@codemirror/lang-html";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

export interface SourceProblem {
  /** From 1; 0 where none can be named. */
  line: number;
  message: string;
}

export interface Editor {
  show: (value: string) => void;
  mark: (problems: readonly SourceProblem[]) => void;
  destroy: () => void;
}

interface Options {
  label: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
}

/** CodeMirror in a shadow root, plain: Tab leaves it, as a keyboard needs to. */
export function createEditor(root: ShadowRoot, options: Options): Editor {
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: options.value, extensions: extensions(options) }),
  });
  return {
    show: (value) => {
      const now = view.state.doc.toString();
      if (now !== value) view.dispatch({ changes: { from: 0, to: now.length, insert: value } });
    },
    mark: (problems) => view.dispatch(setDiagnostics(view.state, diagnostics(view, problems))),
    destroy: () => view.destroy(),
  };
}

function extensions({ label, readOnly, onChange }: Options) {
  return [
    lineNumbers(),
    lintGutter(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    html(),
    syntaxHighlighting(COLOURS),
    THEME,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label }),
    EditorState.readOnly.of(readOnly),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}

function diagnostics(view: EditorView, problems: readonly SourceProblem[]): Diagnostic[] {
  return problems
    .filter(({ line }) => line > 0)
    .map(({ line, message }) => {
      const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      return { from, to, message, severity: "error" };
    });
}

/* Variables of the page go into a shadow root as well. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: "var(--code-tag)" },
  { tag: tags.attributeName, color: "var(--code-attribute)" },
  { tag: tags.attributeValue, color: "var(--code-value)" },
  { tag: tags.comment, color: "var(--code-quiet)", fontStyle: "italic" },
  { tag: [tags.propertyName, tags.keyword], color: "var(--code-attribute)" },
]);

const THEME = EditorView.theme({
  "&": {
    height: "440px",
    fontSize: "13px",
    color: "var(--mu-colors-text-default1)",
    backgroundColor: "var(--mu-colors-background-default1)",
  },
  "&.cm-focused": { outline: "2px solid var(--mu-colors-border-accent1)" },
  ".cm-scroller": { fontFamily: "ui-monospace, Liberation Mono, monospace", lineHeight: "1.5" },
  ".cm-content": { caretColor: "currentColor" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  ".cm-gutters": {
    color: "var(--code-quiet)",
    backgroundColor: "var(--row-hover)",
    borderRight: "1px solid var(--mu-colors-border-default1)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--row-hover)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--code-selection) !important",
  },
  ".cm-tooltip": {
    color: "var(--mu-colors-text-default1)",
    backgroundColor: "var(--mu-colors-background-default1)",
    border: "1px solid var(--mu-colors-border-default1)",
  },
});
