"""Buyer (BG-7) and seller (BG-4) of a shape."""

from functools import cache

from babel import Locale

from saleor_invoices.domain.document import Address, Contact, Party
from saleor_invoices.imports.shaping.structs import AddressShape, PartyShape
from saleor_invoices.imports.shaping.work import Work

_VAT_PREFIXES = {"EL", "XI"}  # no ISO codes, and yet countries of an address with us


def buyer_of(shape: PartyShape | None, work: Work) -> Party:
    """The buyer; without a name the invoice is rejected."""
    if shape is None or not (shape.company or shape.name):
        work.fault(
            "BUYER_NAME_MISSING",
            "There is no name of the buyer.",
            "The buyer's name or company; for an unknown one words such as 'Cash sale'.",
            at="buyer.name",
        )
    return party_of(shape, work, "buyer") if shape else Party(name="")


def party_of(shape: PartyShape, work: Work, at: str) -> Party:
    """A party; with a company, the name is that of the person there."""
    address = shape.address
    if address and address.country and address.country not in countries():
        work.fault(
            "COUNTRY_UNKNOWN",
            f"{address.country!r} is no country.",
            "The country's two letters of ISO 3166-1, such as DE.",
            at=f"{at}.address.country",
            value=address.country,
        )
    contact = Contact(phone=shape.phone, email=shape.email) if shape.phone or shape.email else None
    return Party(
        name=shape.company or shape.name,
        person=shape.name if shape.company and shape.name != shape.company else "",
        vat_id=shape.vat_id,
        tax_registration=shape.tax_registration,
        address=_address(address) if address else _NOWHERE,
        contact=contact,
    )


@cache
def countries() -> frozenset[str]:
    """Codes of ISO 3166-1 alpha-2, and the prefixes of VAT ids that are none of them."""
    codes = map(str, Locale("en").territories)
    return frozenset({code for code in codes if len(code) == 2 and code.isalpha()} | _VAT_PREFIXES)


def _address(shape: AddressShape) -> Address:
    return Address(
        street=shape.street,
        additional=shape.additional,
        city=shape.city,
        postal_code=shape.postal_code,
        subdivision=shape.subdivision,
        country=shape.country,
    )


_NOWHERE = Address()
