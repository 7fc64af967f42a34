import type { SellerField, SellerForm } from "./form";

const EU = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** What belongs to an address is each country's own matter; these are those of the set-up's check. */
const WITH_POSTAL_CODE = new Set(
  (
    "AS AT AU AX BE BL BR CA CH CN CZ DE DK EE ES FI FK FM FR GB GF GG GL GP GR GS GU HU IM IN " +
    "IO IT JE JP KR LI LT LU LV MF MH MP MQ MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RO RU SE " +
    "SG SH SJ SK SM TC TR TW UA US VI WF YT ZA"
  ).split(" "),
);
const WITH_SUBDIVISION = new Set(
  (
    "AE AS AU BR CA CN CO CR ES FM HK HN ID IN IQ IT JM JP KN KR KY MH MP MX NR PF PG PW RU SO " +
    "SV TW UM US VE VI"
  ).split(" "),
);
const WITHOUT_CITY = new Set("AE AG CO GI HK ID JP KY MO NR SG SM VG".split(" "));

/** Countries without a value added tax; the United States have sales taxes. */
const WITHOUT_VAT = new Set(["BM", "BN", "GI", "HK", "KW", "KY", "MO", "QA", "TC", "US", "VG"]);

export const isInEu = (country: string): boolean => EU.has(country);

/** Message keys of what a country's law says of a field, the most fitting first. */
export function lawKeys(country: string, field: SellerField): string[] {
  const keys = [`law.${country}.${field}`];
  if (isInEu(country)) keys.push(`law.EU.${field}`);
  return [...keys, `seller.${field}.help`];
}

/** What every invoice of the country needs and is not told yet. */
export function lawGaps(form: SellerForm, vatRegistered: boolean): SellerField[] {
  const gaps: SellerField[] = [];
  const want = (field: SellerField, holds = true) => {
    if (holds && form[field].trim() === "") gaps.push(field);
  };
  want("name");
  want("country");
  want("street");
  want("city", !WITHOUT_CITY.has(form.country));
  if (form.country === "") return gaps;
  want("postalCode", WITH_POSTAL_CODE.has(form.country));
  want("subdivision", WITH_SUBDIVISION.has(form.country));
  want("vatId", vatRegistered && form.taxRegistration.trim() === "" && hasVat(form.country));
  return gaps;
}

/** How a VAT id of the country begins, as a sample. */
export const VAT_SAMPLES: Readonly<Record<string, string>> = {
  AT: "ATU12345678",
  BE: "BE0123456789",
  CH: "CHE123456789MWST",
  DE: "DE123456789",
  ES: "ESX1234567X",
  FR: "FR12345678901",
  GB: "GB123456789",
  IT: "IT12345678901",
  NL: "NL123456789B01",
  PL: "PL1234567890",
};

/** Whether sellers of a country may have to show a tax number at all. */
export function hasVat(country: string): boolean {
  return !WITHOUT_VAT.has(country);
}
