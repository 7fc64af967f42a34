import { ApiError } from "../api/client";
import type { ImportFindingFieldsFragment } from "./generated/graphql";
import { type Say, useErrorWords, useSay } from "./words";

export type Told = Omit<ImportFindingFieldsFragment, "severity">;

/** What was wrong and what would be right, in the reader's language where its code is known. */
export function useFindingWords(): (finding: Told) => { message: string; remedy: string } {
  const say = useSay();
  const names = {
    reading: say("imports.reading"),
    dateOrder: say("imports.option.dateOrder"),
    decimalSign: say("imports.option.decimalSign"),
    policy: say("imports.policy"),
  };
  return ({ code, message, remedy, column, value, stated, computed, earlier }) => {
    const place = placeWords(say, earlier);
    const values = { ...names, column, value, stated, computed, earlier: place };
    const key = `imports.finding.${code}`;
    const own = (earlier && say.whole(`${key}.at`, values)) || say.whole(key, values);
    const right = say.whole(`imports.right.${code}`, values);
    return own && right ? { message: own, remedy: right } : { message, remedy };
  };
}

const PLACE = /^(.* )?(row|rows|line) ([\d-]+)$/;

/** Where a document stands in its file: `row 7`, `a.csv rows 7-9`; names of files as they are. */
export function placeWords(say: Say, place: string): string {
  const [, before = "", kind, at = ""] = PLACE.exec(place) ?? [];
  const own = kind && say.find(`imports.place.${kind}`, { at });
  return own ? before + own : place;
}

/** Why an import does not go on: `DISK_FULL: The disk is full.` as the API keeps it. */
export function useFaultWords(): (lastError: string) => string {
  const words = useErrorWords();
  return (lastError) => {
    const [, code, message = ""] = /^([A-Z][A-Z0-9_]*): (.*)$/s.exec(lastError) ?? [];
    return code ? words(new ApiError(code, message)) : lastError;
  };
}
