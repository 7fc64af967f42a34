/** What a column can be, in the groups that the list of a column shows. Named as the API names them. */
export const FIELD_GROUPS = {
  invoice: [
    "number",
    "external_id",
    "kind",
    "issue_date",
    "due_date",
    "supply_date",
    "currency",
    "language",
    "channel",
    "note",
    "purchase_order_reference",
    "buyer_reference",
    "preceding_number",
    "preceding_date",
    "pdf_file",
  ],
  buyer: [
    "buyer_name",
    "buyer_company",
    "buyer_vat_id",
    "buyer_street",
    "buyer_additional",
    "buyer_postal_code",
    "buyer_city",
    "buyer_subdivision",
    "buyer_country",
    "buyer_email",
    "buyer_phone",
  ],
  saleor: ["order_number", "order_id", "order_external_reference", "customer_id"],
  totals: ["net_total", "tax_total", "gross_total", "prepaid_total", "payable_total"],
  payment: [
    "payment_status",
    "paid_total",
    "paid_on",
    "payment_method",
    "payment_reference",
    "payment_terms",
    "payment_url",
  ],
  line: [
    "line_name",
    "line_description",
    "line_sku",
    "line_quantity",
    "line_unit_code",
    "line_unit_price_net",
    "line_unit_price_gross",
    "line_net",
    "line_tax",
    "line_gross",
    "line_vat_rate",
    "line_vat_category",
    "line_exemption_reason",
  ],
} as const;

export type FieldGroup = keyof typeof FIELD_GROUPS;
export type FieldName = (typeof FIELD_GROUPS)[FieldGroup][number];

export const GROUPS = Object.keys(FIELD_GROUPS) as FieldGroup[];
const NAMES: ReadonlySet<string> = new Set(Object.values(FIELD_GROUPS).flat());

export function isFieldName(name: string): name is FieldName {
  return NAMES.has(name);
}

export type RateSum = "net" | "tax" | "gross";
export const RATE_SUMS: readonly RateSum[] = ["net", "tax", "gross"];
const AT_RATE = /^rate_(net|tax|gross)_(\d{1,2}(?:\.\d{1,3})?)$/;
const RATE_IN_HEADER = /(?<!\d)(\d{1,2}(?:[.,]\d{1,3})?)(?!\d)/g;

/** `rate_net_19` is the net amount at 19 %, in a file with a row an invoice. */
export function atRate(name: string): { sum: RateSum; rate: string } | undefined {
  const found = AT_RATE.exec(name);
  return found ? { sum: found[1] as RateSum, rate: found[2] ?? "" } : undefined;
}

/** The rates that a column may hold amounts at: those in its heading, and the one it is mapped to. */
export function ratesOf(header: string, field: string): readonly string[] {
  const named = [...header.matchAll(RATE_IN_HEADER)].map(([, rate = ""]) => rate.replace(",", "."));
  const chosen = atRate(field)?.rate;
  return [...new Set(chosen ? [...named, chosen] : named)];
}
