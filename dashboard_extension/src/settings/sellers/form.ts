import type { LegalEntityFieldsFragment, SalesLegalEntityInput } from "../../generated/graphql";

export type Seller = LegalEntityFieldsFragment;

/** A seller's fields as a form has them: flat, and all of them text. */
export interface SellerForm {
  name: string;
  tradingName: string;
  country: string;
  timezone: string;
  street: string;
  additional: string;
  postalCode: string;
  city: string;
  subdivision: string;
  vatId: string;
  taxRegistration: string;
  registration: string;
  registrationScheme: string;
  legalInformation: string;
  electronic: string;
  electronicScheme: string;
  contactName: string;
  phone: string;
  email: string;
}

export type SellerField = keyof SellerForm;

export const EMPTY_SELLER: SellerForm = {
  name: "",
  tradingName: "",
  country: "",
  timezone: "",
  street: "",
  additional: "",
  postalCode: "",
  city: "",
  subdivision: "",
  vatId: "",
  taxRegistration: "",
  registration: "",
  registrationScheme: "",
  legalInformation: "",
  electronic: "",
  electronicScheme: "",
  contactName: "",
  phone: "",
  email: "",
};

export function formOf(seller: Seller): SellerForm {
  const { address, contact, legalRegistration, electronicAddress } = seller;
  return {
    name: seller.name,
    tradingName: seller.tradingName,
    country: seller.country,
    timezone: seller.timezone,
    street: address.street,
    additional: address.additional,
    postalCode: address.postalCode,
    city: address.city,
    subdivision: address.subdivision,
    vatId: seller.vatId,
    taxRegistration: seller.taxRegistration,
    registration: legalRegistration?.value ?? "",
    registrationScheme: legalRegistration?.scheme ?? "",
    legalInformation: seller.legalInformation,
    electronic: electronicAddress?.value ?? "",
    electronicScheme: electronicAddress?.scheme ?? "",
    contactName: contact?.name ?? "",
    phone: contact?.phone ?? "",
    email: contact?.email ?? "",
  };
}

/** The fields that differ. */
export function changedFields(before: SellerForm, after: SellerForm): SellerField[] {
  return (Object.keys(after) as SellerField[]).filter((field) => before[field] !== after[field]);
}

const orNull = (value: string) => value.trim() || null;

/** What is to be written: what changed only, so that nothing of another person's is undone. */
export function inputOf(form: SellerForm, changed: readonly SellerField[]): SalesLegalEntityInput {
  const has = new Set(changed);
  const pick = <Part extends object>(parts: Partial<Record<SellerField, keyof Part & string>>) => {
    const entries = Object.entries(parts)
      .filter(([field]) => has.has(field as SellerField))
      .map(([field, name]) => [name, orNull(form[field as SellerField])]);
    return entries.length > 0 ? (Object.fromEntries(entries) as Part) : undefined;
  };
  const identifier = (value: SellerField, scheme: SellerField) => {
    if (!has.has(value) && !has.has(scheme)) return undefined;
    const given = form[value].trim();
    return given === "" ? null : { value: given, scheme: form[scheme].trim() };
  };
  const input: SalesLegalEntityInput = {
    ...pick<SalesLegalEntityInput>(OWN),
    address: pick(ADDRESS),
    contact: pick(CONTACT),
    legalRegistration: identifier("registration", "registrationScheme"),
    electronicAddress: identifier("electronic", "electronicScheme"),
  };
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as SalesLegalEntityInput;
}

const OWN = {
  name: "name",
  country: "country",
  timezone: "timezone",
  tradingName: "tradingName",
  vatId: "vatId",
  taxRegistration: "taxRegistration",
  legalInformation: "legalInformation",
} as const;
const ADDRESS = {
  street: "street",
  additional: "additional",
  postalCode: "postalCode",
  city: "city",
  subdivision: "subdivision",
} as const;
const CONTACT = { contactName: "name", phone: "phone", email: "email" } as const;

/** The form's field for the end of a fault's path, e.g. `address.postal_code`. */
const BY_PATH: Readonly<Record<string, SellerField>> = {
  name: "name",
  trading_name: "tradingName",
  country: "country",
  timezone: "timezone",
  vat_id: "vatId",
  tax_registration: "taxRegistration",
  legal_information: "legalInformation",
  "legal_registration.value": "registration",
  "legal_registration.scheme": "registrationScheme",
  "electronic_address.value": "electronic",
  "electronic_address.scheme": "electronicScheme",
  "address.street": "street",
  "address.additional": "additional",
  "address.postal_code": "postalCode",
  "address.city": "city",
  "address.subdivision": "subdivision",
  "contact.name": "contactName",
  "contact.phone": "phone",
  "contact.email": "email",
};

/** The field that a fault of a seller is about. */
export function fieldAt(place: string, key: string): SellerField | undefined {
  const prefix = `legal_entities.${key}.`;
  return place.startsWith(prefix) ? BY_PATH[place.slice(prefix.length)] : undefined;
}

/** The field that a finding names, `seller:address.city` or `seller:vat_id`. */
export function fieldNamed(name: string): SellerField | undefined {
  return Object.hasOwn(BY_PATH, name) ? BY_PATH[name] : undefined;
}

/** Letters that are no letter with a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** A short name of letters, digits and hyphens made of a company's name. */
export function keyFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .replaceAll(/[łŁøØđĐßæÆœŒ]/g, (letter) => LATIN[letter.toLowerCase()] ?? "")
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 30);
  const wanted = plain || "seller";
  if (!taken.includes(wanted)) return wanted;
  let next = 2;
  while (taken.includes(`${wanted}-${next}`)) next += 1;
  return `${wanted}-${next}`;
}
