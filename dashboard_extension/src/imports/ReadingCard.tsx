import { useEffect, useState } from "react";
import { ApiError } from "../api/client";
import { languageName } from "../document/words";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { SelectField, TextField } from "../ui/fields";
import css from "./imports.module.css";
import type { Reading } from "./mapping";
import type { Preparation } from "./usePreparation";
import { useSay } from "./words";

type Name = keyof Reading;

const TABLE: readonly Name[] = ["decimalSign", "dateOrder", "currency", "language"];
/** What can be said about a file of each format; the others say it themselves. */
const SHOWN: Readonly<Record<string, readonly Name[]>> = {
  csv: ["encoding", "delimiter", ...TABLE],
  xlsx: ["sheet", ...TABLE],
  jsonl: ["currency", "language"],
  zip: ["encoding", "delimiter", ...TABLE],
  xml: [],
  pdf: [],
};
const CHOICES = {
  encoding: ["utf-8", "utf-16", "windows-1252", "windows-1250", "iso-8859-1", "iso-8859-2"],
  delimiter: [",", ";", "\t", "|"],
  decimalSign: [".", ","],
  dateOrder: ["ymd", "dmy", "mdy"],
  language: ["en", "de", "fr", "pl", "es", "it", "nl"],
} as const;

/** How the file is read; what nobody says is found out from the file. */
export function ReadingCard({ work }: { work: Preparation }) {
  const say = useSay();
  const { preview } = work;
  const shown = SHOWN[preview.data?.format ?? "zip"] ?? TABLE;
  if (shown.length === 0 || (!preview.data && !mayMend(preview.error))) return null;
  return (
    <Card title={say("imports.reading")} text={say("imports.reading.text")}>
      <div className={css.options}>
        {shown.map((name) => {
          if (name === "sheet") return <Sheet key={name} work={work} />;
          if (name === "currency") return <Currency key={name} work={work} />;
          return <Chosen key={name} name={name} work={work} />;
        })}
      </div>
    </Card>
  );
}

/** Whether reading it in another way may help: not where it is no such file at all. */
function mayMend(error: Error | null): boolean {
  const code = error instanceof ApiError ? error.code : "";
  return error !== null && !["FORMAT_UNKNOWN", "FILE_EMPTY", "NOT_FOUND"].includes(code);
}

function Chosen({ name, work }: { name: keyof typeof CHOICES; work: Preparation }) {
  const say = useSay();
  const { locale } = useLanguage();
  const { preview, reading, setReading } = work;
  const found = preview.data?.options[name] ?? "";
  const word = (value: string) =>
    name === "language"
      ? languageName(value, locale)
      : (say.find(`imports.${name}.${value}`) ?? value.toUpperCase());
  // The language is the usual one, not anything that the file tells.
  const told = name === "language" ? word(found) : say("imports.found", { value: word(found) });
  const unsaid = found && !reading[name] ? told : "";
  return (
    <SelectField
      label={say(`imports.option.${name}`)}
      value={reading[name]}
      options={[
        { value: "", label: unsaid || say("imports.found.not") },
        ...CHOICES[name].map((value) => ({ value, label: word(value) })),
      ]}
      onChange={(value) => setReading({ [name]: value })}
    />
  );
}

function Currency({ work: { reading, setReading } }: { work: Preparation }) {
  const say = useSay();
  return (
    <TextField
      label={say("imports.option.currency")}
      help={say("imports.option.currency.help")}
      maxLength={3}
      value={reading.currency}
      onChange={(typed) => setReading({ currency: typed.trim().toUpperCase() })}
    />
  );
}

/** Counts when one leaves the field: half a name is none. */
function Sheet({ work: { preview, reading, setReading } }: { work: Preparation }) {
  const say = useSay();
  const [text, setText] = useState(reading.sheet);
  useEffect(() => setText(reading.sheet), [reading.sheet]);
  return (
    <TextField
      label={say("imports.option.sheet")}
      help={say("imports.option.sheet.help")}
      placeholder={preview.data?.options.sheet}
      maxLength={31}
      value={text}
      onChange={setText}
      onBlur={() => setReading({ sheet: text.trim() })}
    />
  );
}
