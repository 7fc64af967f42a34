import { describe, expect, it } from "vitest";
import { complaintOf, ibanState, isBic } from "../../src/settings/model/checks";
import { contrastOnPaper, legibility } from "../../src/settings/model/contrast";
import {
  changes,
  faultsOf,
  faultText,
  inputsOf,
  isConflict,
  NO_EDITS,
  placesOf,
  type Setting,
  same,
  waryInputsOf,
  withEdit,
  withSeen,
} from "../../src/settings/model/edits";
import { APP, readPlace, writePlace } from "../../src/settings/model/place";
import { mailTexts, withMailText } from "../../src/settings/model/values";

const CHANNEL = { level: "CHANNEL", name: "shop" } as const;

function setting(given: Partial<Setting> = {}): Setting {
  return {
    key: "paper",
    group: "LOOK",
    kind: "CHOICE",
    value: "a4",
    source: "APP",
    sourceName: "",
    inheritedValue: "a4",
    overridden: false,
    levels: ["CHANNEL", "LEGAL_ENTITY", "APP"],
    secret: false,
    default: "a4",
    choices: ["a4", "letter"],
    least: null,
    most: null,
    ...given,
  };
}

const only = (edits: ReturnType<typeof withEdit>) => {
  const [edit] = edits.values();
  if (edit === undefined) throw new Error("There is no edit.");
  return edit;
};

describe("edits", () => {
  it("keep a value of one's own, and forget what changes nothing", () => {
    const own = withEdit(NO_EDITS, CHANNEL, setting(), { value: "letter" });
    expect(inputsOf(own)).toEqual([
      { level: "CHANNEL", name: "shop", key: "paper", value: "letter", inherit: false },
    ]);
    expect(withEdit(own, CHANNEL, setting(), "inherit").size).toBe(0);
  });

  it("set the inherited value itself where that is wished", () => {
    const pinned = withEdit(NO_EDITS, CHANNEL, setting(), { value: "a4" });
    expect(pinned.size).toBe(1);
  });

  it("take a value away", () => {
    const overridden = setting({ overridden: true, value: "letter" });
    const reset = withEdit(NO_EDITS, CHANNEL, overridden, "inherit");
    expect(inputsOf(reset)).toEqual([
      { level: "CHANNEL", name: "shop", key: "paper", inherit: true },
    ]);
    expect(withEdit(reset, CHANNEL, overridden, { value: "letter" }).size).toBe(0);
  });

  it("send a secret again although nobody can see whether it is another one", () => {
    const secret = setting({ secret: true, overridden: true, value: "***" });
    expect(withEdit(NO_EDITS, APP, secret, { value: "***" }).size).toBe(1);
  });

  it("of several places go out together", () => {
    const edits = withEdit(
      withEdit(NO_EDITS, APP, setting(), { value: "letter" }),
      CHANNEL,
      setting(),
      { value: "letter" },
    );
    expect(placesOf(edits)).toEqual([APP, CHANNEL]);
    expect(inputsOf(edits)).toHaveLength(2);
  });

  it("notice that someone else changed the value, until one has seen it", () => {
    const edits = withEdit(NO_EDITS, APP, setting(), { value: "letter" });
    const theirs = setting({ value: "a5", overridden: true });
    expect(isConflict(only(edits), setting())).toBe(false);
    expect(isConflict(only(edits), theirs)).toBe(true);
    expect(waryInputsOf(edits)[0]?.expected).toBe("a4");
    const seen = withSeen(edits, theirs, only(edits));
    expect(waryInputsOf(seen)[0]?.expected).toBe("a5");
    expect(isConflict(only(seen), theirs)).toBe(false);
    expect(only(seen).value).toBe("letter");
  });

  it("are kept with their first base while the typing goes on", () => {
    const first = withEdit(NO_EDITS, APP, setting(), { value: "l" });
    const later = withEdit(first, APP, setting({ value: "theirs", overridden: true }), {
      value: "le",
    });
    expect(only(later).base.value).toBe("a4");
  });

  it("are nothing once what was wished holds", () => {
    const edits = withEdit(NO_EDITS, APP, setting(), { value: "letter" });
    expect(changes(only(edits), setting({ value: "letter", overridden: true }))).toBe(false);
  });
});

describe("faults", () => {
  const faults = faultsOf(
    {
      faults: [
        { place: "channels.shop.paper", message: "paper must be one of a4, letter.", code: "X" },
      ],
    },
    "",
  );

  it("are shown at their setting without its name", () => {
    expect(faultText(faults, CHANNEL, "paper")).toBe("Must be one of a4, letter.");
    expect(faultText(faults, APP, "paper")).toBeUndefined();
  });

  it("of a single place and of none", () => {
    expect(faultsOf({ place: "store.paper" }, "Wrong.")).toEqual([
      { place: "store.paper", message: "Wrong.", code: "" },
    ]);
    expect(faultsOf({}, "Wrong.")).toEqual([]);
    expect(faultsOf({ faults: ["what?"] }, "Wrong.")).toEqual([]);
  });

  it("know a legal entity's place", () => {
    const place = { level: "LEGAL_ENTITY", name: "de" } as const;
    const given = { place: "legal_entities.de.settings.paper" };
    expect(faultText(faultsOf(given, "No."), place, "paper")).toBe("No.");
  });
});

it("compares values as JSON", () => {
  expect(same([{ a: 1, b: [2] }], [{ b: [2], a: 1 }])).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same({ a: undefined }, {})).toBe(true);
  expect(same(null, {})).toBe(false);
  expect(same([], {})).toBe(false);
});

it.each([
  ["", APP],
  ["channel=shop&x=1", CHANNEL],
  ["seller=de", { level: "LEGAL_ENTITY", name: "de" }],
])("reads and writes the place of %j", (query, place) => {
  expect(readPlace(new URLSearchParams(query))).toEqual(place);
  expect(readPlace(writePlace(new URLSearchParams("seller=old&x=1"), place as never))).toEqual(
    place,
  );
});

describe("complaints", () => {
  const of = (kind: Setting["kind"], value: unknown, more: Partial<Setting> = {}) =>
    complaintOf(setting({ kind, ...more }), value)?.message;

  it.each([
    ["WHOLE_NUMBER", 5, undefined],
    ["WHOLE_NUMBER", 11, "check.number"],
    ["WHOLE_NUMBER", "1o", "check.number"],
    ["EMAIL", "", undefined],
    ["EMAIL", "a@example", "check.email"],
    ["EMAIL", "a@example.com", undefined],
    ["URL", "http://example.com", "check.url"],
    ["URL", "https://", "check.url"],
    ["URL", "https://example.com/x", undefined],
    ["COLOUR", "#12345", "check.colour"],
    ["EXEMPTION_CODE", "vatex", "check.vatex"],
    ["EXEMPTION_CODE", "VATEX-EU-132-1I", undefined],
    ["NUMBER_PATTERN", "INV-{YYYY}", "check.pattern"],
    ["NUMBER_PATTERN", "INV-{seq:05}", undefined],
    ["TEXTS", ["a", " "], "check.emptyText"],
    ["METADATA_KEYS", ["a", "a"], "check.twice"],
    ["BANK_ACCOUNTS", [{ account: "" }], "check.accountMissing"],
    ["BANK_ACCOUNTS", [{ account: "DE00370400440532013000" }], "check.iban"],
    ["BANK_ACCOUNTS", [{ account: "DE89370400440532013000", bic: "NO" }], "check.bic"],
    ["BANK_ACCOUNTS", [{ account: "0001-001" }], undefined],
    ["FLAG", true, undefined],
  ] as const)("of a %s %j: %s", (kind, value, expected) => {
    expect(of(kind, value, { least: 0, most: 10 })).toBe(expected);
  });

  it("of day offsets beyond their bounds and twice", () => {
    const bounds = { least: -365, most: 365 };
    expect(of("DAY_OFFSETS", [-3, 7], bounds)).toBeUndefined();
    expect(of("DAY_OFFSETS", [400], bounds)).toBe("check.days");
    expect(of("DAY_OFFSETS", ["x"], bounds)).toBe("check.days");
    expect(of("DAY_OFFSETS", [7, 7], bounds)).toBe("check.twice");
  });

  it("of a rule for everyone that stands before others", () => {
    const all = { policy: "confirmed", buyer: "", countries: [] };
    const german = { policy: "fulfilled", buyer: "", countries: ["DE"] };
    expect(of("ISSUE_RULES", [german, all])).toBeUndefined();
    expect(of("ISSUE_RULES", [all, german])).toBe("check.ruleForAll");
  });

  it("count signs and not halves of them", () => {
    expect(of("TEXT", "😀".repeat(10), { most: 10 })).toBeUndefined();
    expect(of("TEXT", "😀".repeat(11), { most: 10 })).toBe("check.length");
  });
});

it.each([
  ["DE89 3704 0044 0532 0130 00", "iban"],
  ["kw81CBKU0000000000001234560101", "iban"],
  ["DE88370400440532013000", "wrong"],
  ["DE89", "wrong"],
  ["000123456789", "national"],
])("takes %s for %s", (account, state) => {
  expect(ibanState(account)).toBe(state);
});

it("knows a BIC", () => {
  expect(isBic("COBADEFFXXX")).toBe(true);
  expect(isBic("COBADE")).toBe(false);
});

it("judges how a colour reads on paper", () => {
  expect(contrastOnPaper("#000000")).toBeCloseTo(21);
  expect(legibility(contrastOnPaper("#1f4b7a") ?? 0)).toBe("good");
  expect(legibility(contrastOnPaper("#ffd400") ?? 0)).toBe("poor");
  expect(contrastOnPaper("blue")).toBeUndefined();
});

it("reads mail texts with care and leaves out what says nothing", () => {
  const all = mailTexts({ de: { subject: "Hallo" }, fr: 3 });
  expect(all).toEqual({ de: { subject: "Hallo", body: "" }, fr: { subject: "", body: "" } });
  expect(withMailText(all, "de", { subject: "", body: "" })).toEqual({ fr: all.fr });
  expect(mailTexts(null)).toEqual({});
});
