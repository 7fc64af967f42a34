"""Seller, buyer and whoever else is named."""

from collections.abc import Iterator

from saleor_invoices.documents.addresses import address_lines
from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.model import Pair, PartyView
from saleor_invoices.domain.document import Address, Party, TaxRepresentative

_FOOTER_COLUMNS = 4
_FOOTER_TEXT = 400  # characters


def party_views(context: Context) -> tuple[PartyView, ...]:
    """The blocks side by side: seller, buyer, then delivery, payee and tax representative."""
    return tuple(_parties(context))


def brand(context: Context) -> str:
    """The name that stands for a logo."""
    return context.document.seller.trading_name or context.document.seller.name


def footer_columns(context: Context, extra: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """For the foot of each page: the seller's legal information, then the store's own columns."""
    seller = context.document.seller
    name = (seller.name, ", ".join(_address(context, seller.address)), *_contact(seller))
    ids = tuple(f"{pair.label} {context.apart(pair.value)}" for pair in _tax_ids(context, seller))
    legal = () if legal_block(context) else tuple(seller.legal_information.splitlines())
    own = (tuple(text.splitlines()) for text in extra)
    columns = [tuple(filter(None, column)) for column in (name, ids, legal, *own) if any(column)]
    while len(columns) > _FOOTER_COLUMNS:
        last = columns.pop()
        columns[-1] += last
    return tuple(columns)


def legal_block(context: Context) -> str:
    """The seller's legal information where it is too long for the foot of each page."""
    text = context.document.seller.legal_information
    return text if len(text) > _FOOTER_TEXT else ""


def _parties(context: Context) -> Iterator[PartyView]:
    document, labels = context.document, context.labels
    yield _party(context, labels.seller, document.seller, with_contact=False)
    yield _party(context, labels.buyer, document.buyer, with_contact=True)
    if (delivery := _delivery(context)) is not None:
        yield delivery
    if document.payee:
        yield _party(context, labels.payee, document.payee, with_contact=False)
    if document.tax_representative:
        yield _tax_representative(context, document.tax_representative)


def _party(context: Context, heading: str, party: Party, *, with_contact: bool) -> PartyView:
    trading = party.trading_name if party.trading_name != party.name else ""
    lines = (party.person, trading, *_address(context, party.address))
    contact = tuple(_contact(party)) if with_contact else ()
    return PartyView(
        heading=heading,
        name=party.name,
        lines=tuple(line for line in (*lines, *contact) if line),
        ids=tuple(_tax_ids(context, party)) + tuple(_other_ids(context, party)),
    )


def _delivery(context: Context) -> PartyView | None:
    delivery, buyer = context.document.delivery, context.document.buyer
    if delivery is None or delivery.address is None:
        return None
    recipient = delivery.recipient or buyer.name
    if delivery.address == buyer.address and recipient in {buyer.name, buyer.person}:
        return None
    return PartyView(
        heading=context.labels.deliver_to,
        name=recipient,
        lines=_address(context, delivery.address),
        ids=(),
    )


def _tax_representative(context: Context, representative: TaxRepresentative) -> PartyView:
    return PartyView(
        heading=context.labels.tax_representative,
        name=representative.name,
        lines=_address(context, representative.address),
        ids=(Pair(label=context.labels.vat_id, value=representative.vat_id),),
    )


def _address(context: Context, address: Address) -> tuple[str, ...]:
    country = context.formats.country(address.country) if context.is_abroad else ""
    return tuple(line for line in (*address_lines(address), country) if line)


def _tax_ids(context: Context, party: Party) -> Iterator[Pair]:
    labels, registration = context.labels, party.legal_registration
    if party.vat_id:
        yield Pair(label=labels.vat_id, value=party.vat_id)
    if party.tax_registration:
        yield Pair(label=labels.tax_number, value=party.tax_registration)
    if registration:
        yield Pair(label=labels.registration, value=registration.value)


def _other_ids(context: Context, party: Party) -> Iterator[Pair]:
    for identifier in party.identifiers:
        yield Pair(label=context.labels.identifier, value=identifier.value)


def _contact(party: Party) -> Iterator[str]:
    contact = party.contact
    if contact:
        name = contact.name if contact.name not in {party.name, party.person} else ""
        yield from (part for part in (name, contact.phone, contact.email) if part)
