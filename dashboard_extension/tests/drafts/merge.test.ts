import { describe, expect, it } from "vitest";
import { type DraftForm, emptyForm, emptyLine } from "../../src/drafts/form";
import { differences, merged, type Part } from "../../src/drafts/merge";

const line = (id: string, name: string) => ({ ...emptyLine("19"), id, name });
const base: DraftForm = {
  ...emptyForm(),
  currency: "EUR",
  paymentTerms: "14 days",
  lines: [line("1", "Work"), line("2", "Travel")],
};

describe("two versions of a draft", () => {
  it("tell who changed what", () => {
    const mine = { ...base, paymentTerms: "30 days", dueDate: "2026-12-24" };
    const theirs = { ...base, paymentTerms: "7 days", buyerReference: "B-1" };
    const found = differences(base, mine, theirs).map(({ part, whose }) => [part, whose]);
    expect(found.sort()).toEqual([
      ["buyerReference", "THEIRS"],
      ["dueDate", "MINE"],
      ["paymentTerms", "BOTH"],
    ]);
  });

  it("are not different by the names of rows on the page", () => {
    const named = (id: string) => ({ ...base, notes: [{ id, text: "Thank you" }] });
    expect(differences(base, named("one"), named("other"))).toEqual([]);
  });

  it("become one by what was chosen, line by line", () => {
    const mine = {
      ...base,
      paymentTerms: "30 days",
      lines: [line("1", "Work of mine"), line("2", "Travel"), line("new-1", "New of mine")],
    };
    const theirs = {
      ...base,
      paymentTerms: "7 days",
      lines: [line("1", "Work"), line("3", "Theirs")],
    };
    const differing = differences(base, mine, theirs);
    const choice = new Map<Part, "MINE" | "THEIRS">(
      differing.map(({ part, whose }) => [part, whose === "THEIRS" ? "THEIRS" : "MINE"]),
    );
    const result = merged(mine, theirs, differing, choice);
    expect(result.paymentTerms).toBe("30 days");
    // Theirs deleted the second line and added one; mine changed the first and added one.
    expect(result.lines.map(({ name }) => name)).toEqual(["Work of mine", "New of mine", "Theirs"]);
  });

  it("can be all theirs", () => {
    const mine = { ...base, buyer: { ...base.buyer, name: "Mine" }, lines: [line("9", "Mine")] };
    const differing = differences(base, mine, base);
    const choice = new Map(differing.map(({ part }) => [part, "THEIRS" as const]));
    const result = merged(mine, base, differing, choice);
    expect(differences(base, result, base)).toEqual([]);
  });
});
