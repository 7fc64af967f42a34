import { Button } from "@saleor/macaw-ui";
import { Fragment, useState } from "react";
import { Card } from "../ui/Card";
import { EmptyState } from "../ui/EmptyState";
import { ErrorText } from "./ErrorText";
import { FieldSelect } from "./FieldSelect";
import type { ImportFindingFieldsFragment } from "./generated/graphql";
import common from "./imports.module.css";
import type { Mapping, Preview } from "./mapping";
import css from "./preview.module.css";
import { SavedMappings } from "./SavedMappings";
import { placeWords, useFindingWords } from "./told";
import type { Preparation } from "./usePreparation";
import { useSay } from "./words";

/** Wider tables are shown part by part: a thousand lists of fields would be slow. */
const COLUMNS = 30;
const ROWS = 8;

/** The first rows, and which field each column is. */
export function PreviewCard({ work, fileName }: { work: Preparation; fileName: string }) {
  const say = useSay();
  const { preview, isTable } = work;
  const { data, error, isPending } = preview;
  const isFlush = isTable || (data?.rows.length ?? 0) > 0;
  return (
    <Card
      flush={isFlush}
      title={say(isTable || !data ? "imports.preview" : "imports.preview.whole")}
      text={isTable ? say("imports.preview.text") : undefined}
      actions={isTable && <SavedMappings work={work} />}
    >
      {isPending && <p role="status">{say("imports.preview.reading")}</p>}
      {error && (
        <div className={isFlush ? css.padded : undefined}>
          <ErrorText error={error} title={say("imports.preview.failed", { file: fileName })} />
        </div>
      )}
      {data && <Findings of={data.findings} />}
      {data && isTable && <Table preview={data} work={work} />}
      {data && !isTable && <Whole preview={data} />}
    </Card>
  );
}

/** A format that says itself what is what: the first documents in it, or the files of a ZIP. */
function Whole({ preview: { format, headers, rows, findings } }: { preview: Preview }) {
  const say = useSay();
  const isBlocked = findings.some(({ severity }) => severity === "BLOCKING");
  const inWords = (row: string[]) =>
    row.map((cell, at) => (headers[at] === "place" ? placeWords(say, cell) : cell));
  const words = say.find(`imports.whole.${format}`) ?? say("imports.whole");
  return (
    <>
      {!isBlocked && <EmptyState compact title={say("imports.whole.title")} text={words} />}
      {rows.length > 0 && (
        <div className={css.scroll}>
          <table className={css.preview}>
            <caption className="visually-hidden">{say("imports.preview.whole")}</caption>
            <thead>
              <tr>
                {headers.map((header) => (
                  <th key={header} scope="col">
                    {say.find(`imports.listed.${header}`) ?? header}
                  </th>
                ))}
              </tr>
            </thead>
            <Body headers={headers} rows={rows.slice(0, ROWS).map(inWords)} />
          </table>
        </div>
      )}
    </>
  );
}

/** What is wrong with the file; which fields are missing stands beside it. */
function Findings({ of }: { of: readonly ImportFindingFieldsFragment[] }) {
  const shown = of.filter(({ code }) => code !== "COLUMN_MISSING");
  if (shown.length === 0) return null;
  return (
    <ul className={common.findings}>
      {shown.map((finding) => (
        <Finding key={finding.code + finding.column + finding.message} finding={finding} />
      ))}
    </ul>
  );
}

function Finding({ finding }: { finding: ImportFindingFieldsFragment }) {
  const { message, remedy } = useFindingWords()(finding);
  return (
    <li data-severity={finding.severity}>
      {message}
      {remedy && <span className={common.value}>{remedy}</span>}
    </li>
  );
}

function Table({ preview, work }: { preview: Preview; work: Preparation }) {
  const say = useSay();
  const [shown, setShown] = useState(COLUMNS);
  const headers = preview.headers.slice(0, shown);
  const left = preview.headers.length - headers.length;
  return (
    <>
      <div className={css.scroll}>
        <table className={css.preview}>
          <caption className="visually-hidden">{say("imports.preview")}</caption>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col" className={css.heading}>
                  <Heading text={header} />
                </th>
              ))}
            </tr>
            <tr>
              {headers.map((header) => (
                <td key={header}>
                  <FieldSelect header={header} work={work} />
                </td>
              ))}
            </tr>
          </thead>
          <Body headers={headers} rows={preview.rows.slice(0, ROWS)} mapping={work.mapping} />
        </table>
      </div>
      {left > 0 && (
        <div className={common.more}>
          <Button variant="tertiary" size="small" onClick={() => setShown(shown + COLUMNS)}>
            {say("imports.preview.more", { left: String(left) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** A heading as the file has it; names such as `vat_total` may go on in the next line too. */
function Heading({ text }: { text: string }) {
  return (
    <span className={css.header} title={text}>
      {text.split(/(?<=[_/.])(?=\S)/).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

interface BodyProps {
  headers: readonly string[];
  rows: Preview["rows"];
  /** Columns that are not in it are left out; without one, all stay. */
  mapping?: Mapping;
}

function Body({ headers, rows, mapping }: BodyProps) {
  return (
    <tbody>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
        <tr key={at}>
          {headers.map((header, column) => (
            <td key={header} data-left={(mapping && !mapping[header]) || undefined}>
              <span title={row[column]}>{row[column]}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
