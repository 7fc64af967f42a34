import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { formatMoment } from "../../format/dates";
import { StaffNoteDeleteDocument, StaffNoteUpdateDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextAreaField } from "../../ui/fields";
import { Menu } from "../../ui/Menu";
import type { SalesDocument } from "../useDocument";
import { useVerb } from "../useVerb";
import { LONGEST_NOTE } from "./Notes";
import css from "./Notes.module.css";

type StaffNote = NonNullable<SalesDocument["staffNotes"]>[number];

/** One note: its writer changes and deletes it, anyone pins it. */
export function Note({ note }: { note: StaffNote }) {
  const { t, locale } = useLanguage();
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const pin = useVerb({
    run: (api) => api(StaffNoteUpdateDocument, { id: note.id, pinned: !note.pinned }),
    failure: t("doc.note.failed"),
  });
  const small = [
    note.authorName,
    formatMoment(note.createdAt, locale),
    note.editedAt && t("doc.note.edited"),
    note.pinned && t("doc.note.pinned"),
  ];
  if (editing) return <Editor note={note} close={() => setEditing(false)} />;
  return (
    <li className={note.pinned ? `${css.note} ${css.pinned}` : css.note}>
      <div className={css.text}>{note.text}</div>
      <Menu
        label={t("doc.note.actions")}
        items={[
          note.mine && { label: t("doc.note.edit"), onSelect: () => setEditing(true) },
          { label: t(note.pinned ? "doc.note.unpin" : "doc.note.pin"), onSelect: () => pin.run() },
          note.mine && { label: t("ui.delete"), danger: true, onSelect: () => setDeleting(true) },
        ]}
      />
      <div className={css.small}>{small.filter(Boolean).join(" · ")}</div>
      {deleting && <Delete note={note} close={() => setDeleting(false)} />}
    </li>
  );
}

interface Props {
  note: StaffNote;
  close: () => void;
}

function Editor({ note, close }: Props) {
  const { t } = useLanguage();
  const [text, setText] = useState(note.text);
  const save = useVerb({
    run: (api) => api(StaffNoteUpdateDocument, { id: note.id, text: text.trim() }),
    onDone: close,
  });
  return (
    <li className={css.form}>
      <TextAreaField
        label={t("doc.note.edit")}
        labelHidden
        rows={3}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={setText}
      />
      <ErrorLine error={save.error} />
      <div className={css.actions}>
        <Button size="small" disabled={save.running || !text.trim()} onClick={() => save.run()}>
          {t(save.running ? "ui.saving" : "ui.save")}
        </Button>
        <Button variant="secondary" size="small" disabled={save.running} onClick={close}>
          {t("ui.cancel")}
        </Button>
      </div>
    </li>
  );
}

function Delete({ note, close }: Props) {
  const { t } = useLanguage();
  const remove = useVerb({
    run: (api) => api(StaffNoteDeleteDocument, { id: note.id }),
    onDone: close,
  });
  return (
    <ConfirmDialog
      danger
      title={t("doc.note.delete")}
      text={note.text}
      confirmLabel={t("ui.delete")}
      running={remove.running}
      error={remove.error}
      onConfirm={() => remove.run()}
      onClose={close}
    />
  );
}
