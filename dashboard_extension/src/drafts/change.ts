import {
  type AddressForm,
  type AdjustmentForm,
  type DraftForm,
  emptyAdjustment,
  emptyLine,
  type LineForm,
  type NoteForm,
  newId,
  type PartyForm,
} from "./form";

export type ListName = "lines" | "allowances" | "charges" | "notes";
type Row = LineForm | AdjustmentForm | NoteForm;

/** What a person does to a draft. */
export type Change =
  | { do: "load"; form: DraftForm }
  | { do: "set"; fields: Partial<Omit<DraftForm, "buyer" | "deliveryAddress" | ListName>> }
  | { do: "buyer"; fields: Partial<Omit<PartyForm, "address">> }
  | { do: "address"; of: "buyer" | "delivery"; fields: Partial<AddressForm> }
  | { do: "add"; list: ListName; row?: Row }
  | {
      do: "edit";
      list: ListName;
      id: string;
      fields: Partial<LineForm & AdjustmentForm & NoteForm>;
    }
  | { do: "remove"; list: ListName; id: string }
  | { do: "move"; list: ListName; id: string; by: -1 | 1 };

export function changed(form: DraftForm, change: Change): DraftForm {
  switch (change.do) {
    case "load":
      return change.form;
    case "set":
      return { ...form, ...change.fields };
    case "buyer":
      return { ...form, buyer: { ...form.buyer, ...change.fields } };
    case "address":
      return withAddress(form, change.of, change.fields);
    default:
      return withList(form, change);
  }
}

function withAddress(form: DraftForm, of: "buyer" | "delivery", fields: Partial<AddressForm>) {
  if (of === "delivery")
    return { ...form, deliveryAddress: { ...form.deliveryAddress, ...fields } };
  return { ...form, buyer: { ...form.buyer, address: { ...form.buyer.address, ...fields } } };
}

type ListChange = Extract<Change, { list: ListName }>;

function withList(form: DraftForm, change: ListChange): DraftForm {
  const rows = form[change.list] as readonly Row[];
  return { ...form, [change.list]: changedRows(form, rows, change) };
}

function changedRows(form: DraftForm, rows: readonly Row[], change: ListChange): readonly Row[] {
  switch (change.do) {
    case "add":
      return [...rows, change.row ?? newRow(form, change.list)];
    case "edit":
      return rows.map((row) => (row.id === change.id ? { ...row, ...change.fields } : row));
    case "remove":
      return rows.filter(({ id }) => id !== change.id);
    case "move":
      return moved(rows, change.id, change.by);
  }
}

/** The next line is usually taxed as the one before. */
function newRow(form: DraftForm, list: ListName): Row {
  if (list === "notes") return { id: newId(), text: "" };
  const before = form.lines.at(-1);
  const same = { taxCategory: before?.taxCategory ?? "", taxRate: before?.taxRate ?? "" } as const;
  return { ...(list === "lines" ? emptyLine() : emptyAdjustment()), ...same };
}

function moved<T extends { id: string }>(rows: readonly T[], id: string, by: -1 | 1): readonly T[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = from + by;
  const [one, other] = [rows[from], rows[to]];
  if (one === undefined || other === undefined) return rows;
  return rows.map((row, index) => (index === from ? other : index === to ? one : row));
}
