import { useLanguage } from "../../i18n/context";
import type { SalesDocument } from "../useDocument";
import { countryName } from "../words";

/** A postal address, a line each, as it is written on an envelope. */
export function Address({ address }: { address: SalesDocument["buyer"]["address"] }) {
  const { locale } = useLanguage();
  const { street, additional, postalCode, city, subdivision, country } = address;
  const lines = [
    street,
    additional,
    [postalCode, city].filter(Boolean).join(" "),
    subdivision,
    countryName(country, locale),
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
