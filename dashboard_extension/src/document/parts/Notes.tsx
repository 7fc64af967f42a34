import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { StaffNoteAddDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextAreaField } from "../../ui/fields";
import { useShown } from "../context";
import { useVerb } from "../useVerb";
import { Note } from "./Note";
import css from "./Notes.module.css";

export const LONGEST_NOTE = 4_000;

/** What staff write about it for each other. */
export function Notes() {
  const { t } = useLanguage();
  const notes = useShown().document.staffNotes ?? [];
  return (
    <Card plain title={t("doc.notes")} text={t("doc.notes.hint")}>
      {notes.length > 0 && (
        <ul className={css.list}>
          {notes.map((note) => (
            <Note key={note.id} note={note} />
          ))}
        </ul>
      )}
      <NewNote />
    </Card>
  );
}

function NewNote() {
  const { t } = useLanguage();
  const { document } = useShown();
  const [text, setText] = useState("");
  const add = useVerb({
    run: (api) => api(StaffNoteAddDocument, { documentId: document.id, text: text.trim() }),
    onDone: () => setText(""),
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) add.run();
      }}
    >
      <TextAreaField
        label={t("doc.note.new")}
        labelHidden
        placeholder={t("doc.note.new")}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={setText}
      />
      <ErrorLine error={add.error} />
      <Button type="submit" variant="secondary" size="small" disabled={add.running || !text.trim()}>
        {t("doc.note.add")}
      </Button>
    </form>
  );
}
