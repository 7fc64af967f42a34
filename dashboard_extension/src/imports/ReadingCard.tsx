import { ApiError } from "../api/client";
import { languageName } from "../document/words";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { SelectField, TextField } from "../ui/fields";
import { ENCODINGS, useEncodingName } from "./encodings";
import css from "./imports.module.css";
import type { Preview, Reading } from "./mapping";
import type { Preparation } from "./usePreparation";
import { useSay } from "./words";

type Name = Exclude<keyof Reading, "sheet">;

const TABLE: readonly Name[] = ["decimalSign", "dateOrder", "currency", "language"];
/** Of a file whose documents say themselves what is what. */
const LISTED: readonly Name[] = ["currency", "language"];
/** What can be said about a file of each format; the others say it themselves. */
const SHOWN: Readonly<Record<string, readonly Name[]>> = {
  csv: ["encoding", "delimiter", ...TABLE],
  xlsx: TABLE,
  jsonl: LISTED,
  zip: ["encoding", "delimiter", ...TABLE],
  xml: [],
  pdf: [],
};
const CHOICES = {
  encoding: ENCODINGS,
  delimiter: [",", ";", "\t", "|"],
  decimalSign: [".", ","],
  dateOrder: ["ymd", "dmy", "mdy"],
  language: ["en", "de", "fr", "pl", "es", "it", "nl"],
} as const;

/** How the file is read; what nobody says is found out from the file. */
export function ReadingCard({ work }: { work: Preparation }) {
  const say = useSay();
  const { preview, seen } = work;
  const shown = shownOf(seen);
  if (shown.length === 0 || (!preview.data && !mayMend(preview.error))) return null;
  return (
    <Card title={say("imports.reading")} text={say("imports.reading.text")}>
      <div className={css.options}>
        <Sheet work={work} />
        {shown.map((name) => {
          if (name === "currency") return <Currency key={name} work={work} />;
          return (
            <div key={name} className={name === "encoding" ? css.wide : undefined}>
              <Chosen name={name} work={work} />
            </div>
          );
        })}
      </div>
    </Card>
  );
}

function shownOf(seen: Preview | undefined): readonly Name[] {
  if (seen?.format === "zip" && !seen.hasColumns) return LISTED;
  return SHOWN[seen?.format ?? "zip"] ?? TABLE;
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
  const encodingName = useEncodingName();
  const found = preview.data?.options[name] ?? "";
  const word = (value: string) => {
    if (name === "language") return languageName(value, locale);
    if (name === "encoding") return encodingName(value);
    return say.find(`imports.${name}.${value}`) ?? value;
  };
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

/** Of a workbook with several; the one that was chosen stays to be seen where it has no rows. */
function Sheet({ work: { preview, seen, reading, setReading } }: { work: Preparation }) {
  const say = useSay();
  const sheets = seen?.sheets ?? [];
  const isOther = reading.sheet !== "" && !sheets.some(({ name }) => name === reading.sheet);
  if (sheets.length < 2 && !isOther) return null;
  const found = reading.sheet ? "" : (preview.data?.options.sheet ?? "");
  const shown = isOther ? [...sheets, { name: reading.sheet, hidden: false }] : sheets;
  return (
    <SelectField
      label={say("imports.option.sheet")}
      value={reading.sheet}
      options={[
        {
          value: "",
          label: found ? say("imports.found", { value: found }) : say("imports.sheet.first"),
        },
        ...shown.map(({ name, hidden }) => ({
          value: name,
          label: hidden ? say("imports.sheet.hidden", { name }) : name,
        })),
      ]}
      onChange={(sheet) => setReading({ sheet })}
    />
  );
}
