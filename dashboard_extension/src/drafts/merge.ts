import type { DraftForm, LineForm } from "./form";

/** Whose change it is: mine, the other person's, or both changed the same to something else. */
export type Whose = "MINE" | "THEIRS" | "BOTH";
export type Part = keyof DraftForm | `buyer.${string}` | `lines.${string}`;

export interface Difference {
  /** What differs: a field of the form, of the buyer, or a whole line. */
  part: Part;
  whose: Whose;
  mine: unknown;
  theirs: unknown;
}

type Values = ReadonlyMap<Part, unknown>;

/** Where two versions of a draft differ, and who changed what since `base`, which both began with. */
export function differences(
  base: DraftForm | undefined,
  mine: DraftForm,
  theirs: DraftForm,
): Difference[] {
  const [before, one, other] = [base && values(base), values(mine), values(theirs)];
  const parts = new Set<Part>([...one.keys(), ...other.keys()]);
  return [...parts]
    .filter((part) => !same(one.get(part), other.get(part)))
    .map((part) => ({
      part,
      whose: whoseChange(before, part, one.get(part), other.get(part)),
      mine: one.get(part),
      theirs: other.get(part),
    }));
}

function whoseChange(base: Values | undefined, part: Part, mine: unknown, theirs: unknown): Whose {
  if (base === undefined) return "BOTH";
  if (same(base.get(part), theirs)) return "MINE";
  return same(base.get(part), mine) ? "THEIRS" : "BOTH";
}

/** The form with, for each difference, the chosen version. */
export function merged(
  mine: DraftForm,
  theirs: DraftForm,
  differing: readonly Difference[],
  choice: ReadonlyMap<Part, "MINE" | "THEIRS">,
): DraftForm {
  const form = { ...mine, buyer: { ...mine.buyer } };
  for (const { part } of differing) {
    if (choice.get(part) !== "THEIRS" || part.startsWith("lines.")) continue;
    if (part.startsWith("buyer.")) {
      const field = part.slice("buyer.".length);
      Object.assign(form.buyer, { [field]: theirs.buyer[field as keyof DraftForm["buyer"]] });
    } else {
      Object.assign(form, { [part]: theirs[part as keyof DraftForm] });
    }
  }
  return { ...form, lines: mergedLines(mine, theirs, choice) };
}

/** Mine in my order, with theirs in place of those that are to be theirs; then what only they have. */
function mergedLines(
  mine: DraftForm,
  theirs: DraftForm,
  choice: ReadonlyMap<Part, "MINE" | "THEIRS">,
): DraftForm["lines"] {
  const takes = (line: LineForm) => choice.get(partOf(line)) === "THEIRS";
  const kept = mine.lines.flatMap((line) => {
    if (!takes(line)) return [line];
    return theirs.lines.filter((other) => partOf(other) === partOf(line));
  });
  const known = new Set(mine.lines.map(partOf));
  return [...kept, ...theirs.lines.filter((line) => !known.has(partOf(line)) && takes(line))];
}

function partOf({ id }: LineForm): Part {
  return `lines.${id}`;
}

function values(form: DraftForm): Values {
  const { buyer, lines, ...rest } = form;
  return new Map<Part, unknown>([
    ...(Object.entries(rest) as [keyof DraftForm, unknown][]),
    ...Object.entries(buyer).map(([name, value]) => [`buyer.${name}`, value] as [Part, unknown]),
    ...lines.map((line) => [partOf(line), line] as [Part, unknown]),
  ]);
}

/** Names of rows are no content. */
function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (name, inner) => (name === "id" ? undefined : inner));
  return plain(one) === plain(other);
}
