/** A finding of the API, as far as its place goes. */
interface Placed {
  place: string;
}

/**
 * The field that a finding is about, e.g. `buyer.vatId` or `lines.0.taxRate`; undefined where it
 * is about the store or the order, or about nothing on this page.
 */
export function fieldOf({ place }: Placed): string | undefined {
  return place === "" || place.includes(":") ? undefined : place;
}

/** The findings of one field. */
export function findingsAt<Finding extends Placed>(
  findings: readonly Finding[],
  field: string,
): Finding[] {
  return findings.filter((each) => fieldOf(each) === field);
}
