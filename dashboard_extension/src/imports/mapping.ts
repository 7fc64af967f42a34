import { atRate } from "./fields";
import type {
  ImportOptionFieldsFragment,
  ImportPreviewQuery,
  SalesImportColumnInput,
  SalesImportOptionsInput,
} from "./generated/graphql";

export type Preview = NonNullable<ImportPreviewQuery["salesImportPreview"]>;
/** Headers of the file with our fields; a header that is not in it is left out of the import. */
export type Mapping = Readonly<Record<string, string>>;

/** How the file is read; what is empty is found out from the file. */
export interface Reading {
  sheet: string;
  encoding: string;
  delimiter: string;
  decimalSign: string;
  dateOrder: string;
  currency: string;
  language: string;
}

export const FOUND_OUT: Reading = {
  sheet: "",
  encoding: "",
  delimiter: "",
  decimalSign: "",
  dateOrder: "",
  currency: "",
  language: "",
};

export const NEEDS = ["number", "issueDate", "buyer", "amount", "currency"] as const;
export type Need = (typeof NEEDS)[number];

/** Any of these fields answers the need. The API refuses a file that leaves one unanswered. */
const ANSWERS: Readonly<Record<Need, readonly string[]>> = {
  number: ["number"],
  issueDate: ["issue_date"],
  buyer: ["buyer_name", "buyer_company"],
  amount: [
    "gross_total",
    "net_total",
    "line_net",
    "line_gross",
    "line_unit_price_net",
    "line_unit_price_gross",
  ],
  currency: ["currency"],
};

const CURRENCY = /^[A-Z]{3}$/;

/** The proposal as a mapping. */
export function mappingOf(columns: readonly SalesImportColumnInput[]): Mapping {
  return Object.fromEntries(columns.map(({ header, field }) => [header, field]));
}

/** What the columns are: as a person says (with "" a column is left out), else as proposed. */
export function mappingFor({ headers, proposal }: Preview, edits: Mapping): Mapping {
  const proposed = mappingOf(proposal);
  const known = headers.map((header) => [header, edits[header] ?? proposed[header] ?? ""] as const);
  return Object.fromEntries(known.filter(([, field]) => field));
}

/** A kept mapping for this file: it decides about all of its columns. */
export function keptEdits(kept: Mapping, headers: readonly string[]): Mapping {
  return Object.fromEntries(headers.map((header) => [header, kept[header] ?? ""]));
}

/** What no column says and no option either. */
export function missingNeeds(mapping: Mapping, { currency }: Pick<Reading, "currency">): Need[] {
  const mapped = Object.values(mapping);
  return NEEDS.filter((need) => {
    if (need === "currency" && CURRENCY.test(currency)) return false;
    if (need === "amount" && mapped.some((field) => atRate(field))) return false;
    return !mapped.some((field) => ANSWERS[need].includes(field));
  });
}

/** Fields that two columns or more claim to be. */
export function claimedTwice(mapping: Mapping): ReadonlySet<string> {
  const fields = Object.values(mapping);
  return new Set(fields.filter((field, at) => fields.indexOf(field) !== at));
}

/** A kept mapping's way of reading. */
export function readingOf(options: ImportOptionFieldsFragment): Reading {
  const { sheet, encoding, delimiter, decimalSign, dateOrder, currency, language } = options;
  return { sheet, encoding, delimiter, decimalSign, dateOrder, currency, language };
}

/** The options in the API's words, in the order of the file's columns. */
export function optionsInput(
  reading: Reading,
  mapping: Mapping,
  headers: readonly string[],
): SalesImportOptionsInput {
  const columns = headers.flatMap((header) => {
    const field = mapping[header];
    return field ? [{ header, field }] : [];
  });
  return { ...reading, columns: columns.length > 0 ? columns : null };
}

const SOURCE = /^[a-z0-9][a-z0-9._-]{0,59}$/;

/** A name of another system as the API takes it: small letters, digits, dots and dashes. */
export function isSource(name: string): boolean {
  return SOURCE.test(name);
}

/** What a person types, as a name that the API takes. */
export function sourceName(typed: string): string {
  return typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s/]+/g, "-")
    .replaceAll(/[^a-z0-9._-]/g, "")
    .replace(/^[._-]+/, "")
    .slice(0, 60);
}
