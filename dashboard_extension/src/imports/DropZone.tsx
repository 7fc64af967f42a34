import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import css from "./intake.module.css";
import { useSay } from "./words";

const ACCEPTED = ".csv,.txt,.tsv,.xlsx,.jsonl,.ndjson,.xml,.pdf,.zip";

/** Where a file is dropped, or chosen. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field below does the same
    <div
      className={css.zone}
      data-over={over || undefined}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp size={28} aria-hidden className={css.icon} />
      <p className={css.lead}>{say("imports.drop")}</p>
      <Choose onFiles={take} />
      <p className={css.small}>{say("imports.formats")}</p>
    </div>
  );
}

function Choose({ onFiles }: { onFiles: (files: FileList | null) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="file"
        className={css.input}
        accept={ACCEPTED}
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = ""; // the same file once more is a choice too
        }}
      />
      <label htmlFor={id} className={css.choose}>
        {say("imports.choose")}
      </label>
    </>
  );
}
