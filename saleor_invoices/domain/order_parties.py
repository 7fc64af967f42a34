"""Who bought, and where it went: the parties of an order in the document's words."""

from dataclasses import dataclass

from saleor_invoices.domain.document import Address, Contact, Identifier, Party
from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.order import Order, OrderAddress
from saleor_invoices.domain.profile import DocumentProfile
from saleor_invoices.domain.vat_ids import VatId, VatIdForm, vat_id_find, vat_id_parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """The buyer with what was noticed about them."""

    party: Party
    vat_id: VatId | None = None  # only when its form is valid
    findings: tuple[Finding, ...] = ()


def postal_address(address: OrderAddress) -> Address:
    """The address as Saleor holds it.

    Saleor writes cities in capitals; turning "WROCŁAW" or "'S-HERTOGENBOSCH" back would need to
    know each language's rules, so it stays. A city area is the start of an address in Saleor's
    countries that use one, hence it stands beside the city.
    """
    return Address(
        street=address.street_address_1,
        additional=address.street_address_2,
        city=", ".join(part for part in (address.city, address.city_area) if part),
        postal_code=address.postal_code,
        subdivision=address.country_area,
        country=address.country,
    )


def buyer_of(order: Order, profile: DocumentProfile) -> Buyer:
    """The buyer (BG-7): the company of the billing address, or the person."""
    billing = order.billing_address
    if billing is None:
        return Buyer(party=Party(name=order.email), findings=(_billing_address_missing(order),))
    vat_id, found = _vat_id(order, billing, profile)
    name = billing.company_name or billing.person or order.email
    party = Party(
        name=name,
        person=billing.person if billing.company_name else "",
        vat_id=vat_id.value if vat_id and vat_id.form is VatIdForm.VALID else "",
        identifiers=_identifiers(vat_id),
        address=postal_address(billing),
        contact=_contact(order, billing),
    )
    if not name:
        found = (*found, _name_missing(order))
    is_valid = vat_id is not None and vat_id.form is VatIdForm.VALID
    return Buyer(party=party, vat_id=vat_id if is_valid else None, findings=found)


def metadata_text(order: Order, keys: tuple[str, ...]) -> str:
    """The first text under the keys in the order's, the billing address' or the user's metadata."""
    billing = order.billing_address.metadata if order.billing_address else {}
    user = order.customer.metadata if order.customer else {}
    return vat_id_find(keys, order.metadata, billing, user)


def _vat_id(
    order: Order, billing: OrderAddress, profile: DocumentProfile
) -> tuple[VatId | None, tuple[Finding, ...]]:
    text = metadata_text(order, profile.vat_id_keys)
    if not any(character.isalnum() for character in text):
        return None, ()
    vat_id = vat_id_parse(text, country=billing.country, postal_code=billing.postal_code)
    if vat_id.form is VatIdForm.INVALID:
        return None, (_vat_id_invalid(order, text),)
    return vat_id, ()


def _identifiers(vat_id: VatId | None) -> tuple[Identifier, ...]:
    # Where no rule for its form is known it is no BT-48, whose prefix BR-CO-09 demands.
    if vat_id is None or vat_id.form is not VatIdForm.UNKNOWN:
        return ()
    return (Identifier(value=vat_id.value),)


def _contact(order: Order, billing: OrderAddress) -> Contact | None:
    email = order.email or (order.customer.email if order.customer else "")
    contact = Contact(name=billing.person, phone=billing.phone, email=email)
    return contact if contact != Contact() else None


def _billing_address_missing(order: Order) -> Finding:
    return blocking(
        "BILLING_ADDRESS_MISSING",
        f"Order {order.number} has no billing address.",
        remedy="Add the billing address to the order in Saleor.",
        order=order.number,
    )


def _name_missing(order: Order) -> Finding:
    return blocking(
        "BUYER_NAME_MISSING",
        f"The billing address of order {order.number} names nobody (BR-07).",
        remedy="Add a company or a person to the billing address in Saleor.",
        order=order.number,
    )


def _vat_id_invalid(order: Order, text: str) -> Finding:
    return warning(
        "BUYER_VAT_ID_INVALID",
        f"The buyer's VAT id {text!r} on order {order.number} does not have the form of one;"
        " the buyer is treated as a private person.",
        remedy="Correct it in the metadata of the order, its billing address or the customer.",
        order=order.number,
        vat_id=text,
    )
