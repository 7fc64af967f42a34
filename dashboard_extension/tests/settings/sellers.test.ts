import { describe, expect, it } from "vitest";
import {
  changedFields,
  EMPTY_SELLER,
  fieldAt,
  fieldNamed,
  inputOf,
  keyFrom,
} from "../../src/settings/sellers/form";
import { lawGaps, lawKeys } from "../../src/settings/sellers/law";
import { base64Of, logoFault, MOST_BYTES } from "../../src/settings/sellers/logo";

const GERMAN = {
  ...EMPTY_SELLER,
  name: "Sample Seller GmbH",
  country: "DE",
  street: "Handelsweg 1",
  postalCode: "10115",
  city: "Berlin",
};

describe("a seller's form", () => {
  it("writes what changed and nothing else", () => {
    const after = { ...GERMAN, city: "Potsdam", vatId: " DE136695976 ", phone: "" };
    const changed = changedFields({ ...GERMAN, phone: "1" }, after);
    expect(inputOf(after, changed)).toEqual({
      vatId: "DE136695976",
      address: { city: "Potsdam" },
      contact: { phone: null },
    });
  });

  it("takes an identifier away when its value is emptied, and keeps its scheme otherwise", () => {
    const form = { ...GERMAN, registration: "HRB 1", registrationScheme: "0002" };
    expect(inputOf(form, ["registrationScheme"])).toEqual({
      legalRegistration: { value: "HRB 1", scheme: "0002" },
    });
    expect(inputOf(GERMAN, ["registration"])).toEqual({ legalRegistration: null });
  });

  it("finds the field of a fault and of a finding", () => {
    expect(fieldAt("legal_entities.de.address.postal_code", "de")).toBe("postalCode");
    expect(fieldAt("legal_entities.other.vat_id", "de")).toBeUndefined();
    expect(fieldNamed("vat_id")).toBe("vatId");
    expect(fieldNamed("constructor")).toBeUndefined();
  });

  it.each([
    ["Przykładowa Firma Sp. z o.o.", [], "przykladowa-firma-sp-z-o-o"],
    ["株式会社", ["seller"], "seller-2"],
  ] as const)("makes of %s a short name", (name, taken, expected) => {
    expect(keyFrom(name, taken)).toBe(expected);
  });
});

describe("the law", () => {
  it("asks each country for its own", () => {
    expect(lawGaps(GERMAN, true)).toEqual(["vatId"]);
    expect(lawGaps({ ...GERMAN, taxRegistration: "12/345" }, true)).toEqual([]);
    expect(lawGaps({ ...GERMAN, country: "US" }, true)).toEqual(["subdivision"]);
    expect(lawGaps({ ...GERMAN, country: "KW", postalCode: "" }, false)).toEqual([]);
    expect(lawGaps(EMPTY_SELLER, false)).toContain("country");
  });

  it("says the most fitting of a field first", () => {
    expect(lawKeys("DE", "vatId")).toEqual(["law.DE.vatId", "law.EU.vatId", "seller.vatId.help"]);
    expect(lawKeys("US", "phone")).toEqual(["law.US.phone", "seller.phone.help"]);
  });
});

describe("a logo", () => {
  const png = (size: number) => {
    const content = new Uint8Array(size);
    content.set([0x89, 0x50, 0x4e, 0x47]);
    return content;
  };

  it("is judged by its content", () => {
    expect(logoFault(new TextEncoder().encode("<svg/>"))).toBe("logo.noImage");
    expect(logoFault(new Uint8Array())).toBe("logo.noImage");
    expect(logoFault(png(MOST_BYTES))).toBeUndefined();
    expect(logoFault(png(MOST_BYTES + 1))).toBe("logo.tooLarge");
  });

  it("goes over the wire whole", () => {
    expect(atob(base64Of(png(70_000)))).toHaveLength(70_000);
  });
});
