import { ApiError } from "../api/client";
import { useLanguage } from "../i18n/context";
import { errorText } from "../ui/errors";
import type { ImportFindingFieldsFragment } from "./generated/graphql";
import { type ImportWord, type Say, useSay } from "./words";

export type Told = Omit<ImportFindingFieldsFragment, "severity">;
interface Words {
  message: string;
  remedy: string;
}

/** Of what can be set on the page, as sentences name it. */
export const NAMES = {
  reading: "imports.reading",
  sheet: "imports.option.sheet",
  encoding: "imports.option.encoding",
  delimiter: "imports.option.delimiter",
  decimalSign: "imports.option.decimalSign",
  dateOrder: "imports.option.dateOrder",
  policy: "imports.policy",
} as const satisfies Record<string, ImportWord>;
/** Of a sentence, from the one that says most to the one that always fits. */
const VARIANTS = [".at", "", ".bare"];

/** What was wrong and what would be right, in the reader's language where its code is known. */
export function useFindingWords(): (finding: Told) => Words {
  const say = useSay();
  return (finding) => {
    const { code, message, remedy } = finding;
    return (
      tell(say, code, { ...finding, earlier: placeWords(say, finding.earlier) }) ?? {
        message,
        remedy,
      }
    );
  };
}

function tell(say: Say, code: string, data: Partial<Told>): Words | undefined {
  const names = Object.entries(NAMES).map(([name, word]) => [name, say(word)]);
  const values = { ...data, ...Object.fromEntries(names) };
  const sentence = (key: string) =>
    VARIANTS.map((variant) => say.whole(key + variant, values)).find(Boolean);
  const message = sentence(`imports.finding.${code}`);
  const remedy = sentence(`imports.right.${code}`);
  return message && remedy ? { message, remedy } : undefined;
}

const PLACE = /^(.* )?(row|rows|line) ([\d-]+)$/;

/** Where a document stands in its file: `row 7`, `a.csv rows 7-9`; names of files as they are. */
export function placeWords(say: Say, place: string): string {
  const [, before = "", kind, at = ""] = PLACE.exec(place) ?? [];
  const own = kind && say.find(`imports.place.${kind}`, { at });
  return own ? before + own : place;
}

/** An error in the reader's words, or in the API's own where it says more than we could. */
export function useErrorWords(): (error: unknown) => string {
  const say = useSay();
  const { t } = useLanguage();
  return (error) => {
    const text = errorText(error, t);
    if (!(error instanceof ApiError)) return text;
    const own = say.find(`imports.error.${error.code}`);
    if (own || text !== error.message) return own || text;
    const told = tell(say, error.code, { message: text });
    return told ? `${told.message} ${told.remedy}` : text;
  };
}

/** Why an import does not go on: `DISK_FULL: The disk is full.` as the API keeps it. */
export function useFaultWords(): (lastError: string) => string {
  const words = useErrorWords();
  return (lastError) => {
    const [, code, message = ""] = /^([A-Z][A-Z0-9_]*): (.*)$/s.exec(lastError) ?? [];
    return code ? words(new ApiError(code, message)) : lastError;
  };
}
