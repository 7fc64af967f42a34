import { describe, expect, it } from "vitest";
import { changed } from "../../src/drafts/change";
import {
  type DraftForm,
  emptyForm,
  emptyLine,
  formOf,
  type ServerForm,
} from "../../src/drafts/form";
import { readForm, sentIndex } from "../../src/drafts/input";

function form(lines = [{ ...emptyLine("19"), name: "Work", unitPrice: "10.50" }]): DraftForm {
  return { ...emptyForm(), currency: "EUR", lines };
}

describe("a draft's form", () => {
  it("is sent with exact numbers", () => {
    const { input, faults } = readForm(form());
    expect(faults.size).toBe(0);
    expect(input.lines[0]).toMatchObject({ quantity: "1", unitPrice: "10.50", taxRate: "19" });
  });

  it("names the fields that hold no number", () => {
    const line = { ...emptyLine(), name: "Work", quantity: "two", unitPrice: "" };
    const { faults } = readForm(form([emptyLine(), line]));
    expect([...faults]).toEqual([
      ["lines.0.quantity", "NUMBER"],
      ["lines.0.unitPrice", "NEEDED"],
      ["lines.0.taxRate", "NEEDED"],
    ]);
  });

  it("leaves out lines and notes that nobody has begun", () => {
    const begun = { ...emptyLine("7"), name: "Book", unitPrice: "5" };
    const given = { ...form([emptyLine(), begun]), notes: [{ id: "a", text: "  " }] };
    const { input } = readForm(given);
    expect(input.lines.map(({ name }) => name)).toEqual(["Book"]);
    expect(input.notes).toEqual([]);
    expect(sentIndex(given.lines, begun.id)).toBe(0);
  });

  it("writes a VAT id as documents have it and an address only where there is one", () => {
    const typed = changed(form(), { do: "buyer", fields: { vatId: " de 811.907 980" } });
    expect(readForm(typed).input).toMatchObject({
      buyer: { vatId: "DE811907980", electronicAddress: null },
      deliveryAddress: null,
      orderId: null,
      dueDate: null,
    });
  });

  it("comes back from the API as it was sent", () => {
    const line = {
      ...emptyLine("19"),
      id: "1",
      name: "Work",
      unitPrice: "1234.5",
      discountKind: "AMOUNT" as const,
      discount: "3.25",
    };
    const { input } = readForm({ ...form([line]), deliverElsewhere: true });
    const again = readForm(formOf(input as ServerForm));
    expect(again.input).toEqual(input);
  });
});

describe("a change of a list", () => {
  const [one, two, three] = [emptyLine("7"), emptyLine("19"), emptyLine("0")];
  const given = form([one, two, three]);
  const keys = ({ lines }: DraftForm) => lines.map(({ id }) => id);

  it("adds a line that is taxed as the one before", () => {
    const { lines } = changed(given, { do: "add", list: "lines" });
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatchObject({ taxRate: "0", quantity: "1", name: "" });
  });

  it("moves a line and stops at the ends", () => {
    const up = changed(given, { do: "move", list: "lines", id: two.id, by: -1 });
    expect(keys(up)).toEqual([two.id, one.id, three.id]);
    const out = changed(up, { do: "move", list: "lines", id: two.id, by: -1 });
    expect(keys(out)).toEqual(keys(up));
  });

  it("edits and removes the one that is meant", () => {
    const edited = changed(given, {
      do: "edit",
      list: "lines",
      id: two.id,
      fields: { name: "Two" },
    });
    expect(edited.lines.map(({ name }) => name)).toEqual(["", "Two", ""]);
    expect(keys(changed(edited, { do: "remove", list: "lines", id: one.id }))).toEqual([
      two.id,
      three.id,
    ]);
  });
});
