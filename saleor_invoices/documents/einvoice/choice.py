"""Which e-invoice a document is to be, and what the law wants besides.

A setting decides, or, where it is ``auto``, the country of the seller and the kind of buyer: the
format that the law names where this app makes it, else EN 16931 inside the PDF. ``laws`` says
where another format or channel is the legal invoice; then there is a warning, and no pretence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from stdnum.de import leitweg

from saleor_invoices.documents.einvoice.laws import Buyer, Duty, Law, Reach, laws_of
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.representable import (
    factur_x_profile,
    not_vat,
    other_tax,
    representable,
)
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document, EInvoiceChoice
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.domain.territories import country_of, territory

AUTO, NONE = "auto", "none"
_WANTED = {  # by the values of the setting einvoice_profile
    NONE: None,
    "en16931": (Profile.EN16931, Syntax.CII),
    "extended": (Profile.EXTENDED, Syntax.CII),
    "xrechnung_cii": (Profile.XRECHNUNG, Syntax.CII),
    "xrechnung_ubl": (Profile.XRECHNUNG, Syntax.UBL),
    "peppol_bis3": (Profile.PEPPOL_BIS3, Syntax.UBL),
}
# A Land (01 to 16) or the federation (99) and its parts, the authority's own part, check digits.
_LEITWEG_ID = re.compile(r"(0[1-9]|1[0-6]|99)\d{0,10}-[0-9A-Za-z.]{1,30}-\d{2}")
_SPANISH_PUBLIC = ("ESP", "ESQ", "ESS")  # NIF of municipalities, public bodies, administrations
_PLACE = "settings:einvoice_profile"
_TRANSMISSION = "settings:transmission"
_PROVISIONAL = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to make of the document; every finding is a warning."""

    choice: EInvoiceChoice
    findings: tuple[Finding, ...] = ()


def einvoice_choose(
    *,
    document: Document,
    wanted: str,
    on: date,
    buyer: Buyer | None = None,
    transmission: str = "none",
) -> Choice:
    """Choose by the setting ``wanted`` and the laws in force ``on`` that day.

    A draft does as well as an issued document. ``buyer`` is told by the document where it is not
    given; ``transmission`` is the setting of that name. Raises ``InvalidInput`` PROFILE_INVALID.
    """
    if document.kind is DocumentKind.PROFORMA:
        return Choice(choice=EInvoiceChoice())
    buyer = buyer or buyer_kind(document)
    found: tuple[Finding, ...] = ()
    if wanted == AUTO:
        chosen, found = _automatic(provisional(document, on), buyer)
    elif wanted in _WANTED:
        chosen = _WANTED[wanted]
    else:
        raise InvalidInput(
            f"There is no e-invoice profile {wanted!r}.",
            code="PROFILE_INVALID",
            params={"field": "einvoice_profile"},
        )
    laws = _legal(document, chosen[0] if chosen else None, buyer, on, transmission)
    choice = EInvoiceChoice(profile=chosen[0], syntax=chosen[1]) if chosen else EInvoiceChoice()
    return Choice(choice=choice, findings=(*found, *laws))


def buyer_kind(document: Document) -> Buyer:
    """Who buys, as far as the document tells: by a Leitweg-ID, a tax id or a company's name."""
    buyer = document.buyer
    address = buyer.address
    is_german = territory(address.country, address.postal_code)[:2] == "DE"
    if is_german and _looks_like_leitweg_id(document.buyer_reference):
        return Buyer.PUBLIC
    if buyer.vat_id.upper().startswith(_SPANISH_PUBLIC):
        return Buyer.PUBLIC
    if buyer.vat_id or buyer.legal_registration or buyer.identifiers or buyer.person:
        return Buyer.BUSINESS
    contact = buyer.contact  # of a private person, it has the buyer's own name
    is_private = contact is None or buyer.name in (contact.name, contact.email)
    return Buyer.PRIVATE if is_private else Buyer.BUSINESS


def _looks_like_leitweg_id(reference: str) -> bool:
    # With all three parts it can hardly be anything else, even with a wrong digit.
    return bool(leitweg.is_valid(reference) or _LEITWEG_ID.fullmatch(reference.strip()))


def provisional(document: Document, on: date) -> Document:
    """The draft as if it were issued that day; an issued document as it is."""
    return replace(
        document,
        number=document.number or _PROVISIONAL,
        issue_date=document.issue_date or on,
    )


def _automatic(
    document: Document, buyer: Buyer
) -> tuple[tuple[Profile, Syntax] | None, tuple[Finding, ...]]:
    tax = other_tax(document)
    if tax:
        return None, (not_vat(document, tax),)
    seller, is_domestic = _places(document)
    if buyer is Buyer.PUBLIC and seller == "DE" and is_domestic:
        return (Profile.XRECHNUNG, Syntax.UBL), tuple(_doubtful(document.buyer_reference))
    found: tuple[Finding, ...] = ()
    if buyer is not Buyer.PRIVATE and seller == "BE" and is_domestic:
        missing = representable(document, Profile.PEPPOL_BIS3)
        if not missing:
            return (Profile.PEPPOL_BIS3, Syntax.UBL), ()
        found = (_no_peppol(missing),)
    # EXTENDED only for what EN 16931 proper can't say; where neither can, the former says why.
    return (factur_x_profile(document) or Profile.EN16931, Syntax.CII), found


def _places(document: Document) -> tuple[str, bool]:
    """The seller's country, and whether the buyer is in the same one."""
    seller, buyer = document.seller.address, document.buyer.address
    own = country_of(territory(seller.country, seller.postal_code))
    return own, own == country_of(territory(buyer.country, buyer.postal_code))


def _doubtful(reference: str) -> Iterator[Finding]:
    if not leitweg.is_valid(reference):
        yield warning(
            "EINVOICE_LEITWEG_ID_DOUBTFUL",
            f"{reference!r} looks like a Leitweg-ID, but its check digits do not fit: the"
            " authority's portal will refuse the invoice.",
            remedy="Ask the buyer for the right one, and put it into the order's metadata.",
            rule="BR-DE-15",
            place="order:metadata.buyer_reference",
        )


def _no_peppol(missing: list[Finding]) -> Finding:
    first = missing[0]
    return warning(
        "EINVOICE_PEPPOL_INCOMPLETE",
        f"The e-invoice is one of EN 16931 inside the PDF, and none for Peppol: {first.message}",
        remedy=first.remedy,
        rule=first.rule,
        place=first.place or _PLACE,
    )


def _legal(
    document: Document, profile: Profile | None, buyer: Buyer, on: date, transmission: str
) -> Iterator[Finding]:
    seller, is_domestic = _places(document)
    for law in laws_of(seller):
        fits = law.is_domestic is None or law.is_domestic is is_domestic
        if not fits or buyer not in law.buyers or not law.in_force(on):
            continue
        if law.profiles and profile not in law.profiles:
            yield _other_profile(law, on)
        if not _is_reached(law.reach, transmission):
            yield _other_channel(law, on)


def _is_reached(reach: Reach, transmission: str) -> bool:
    return reach is Reach.ANY or (reach is Reach.ACCESS_POINT and transmission == "access_point")


def _other_profile(law: Law, on: date) -> Finding:
    return warning(
        "EINVOICE_OTHER_PROFILE",
        f"The law wants {law.format} as the invoice{_since(law, on)}, and another profile, or"
        f" none, is chosen here ({law.source}).",
        remedy="Set einvoice_profile to auto." + _EXEMPT,
        **_params(law, _PLACE),
    )


def _other_channel(law: Law, on: date) -> Finding:
    message, remedy = _WORDS[law.duty, law.reach]
    told = {"format": law.format, "channel": law.channel, "since": _since(law, on)}
    return warning(
        "EINVOICE_OTHER_CHANNEL",
        f"{message.format(**told)} ({law.source}).{' ' if law.note else ''}{law.note}",
        remedy=remedy.format(**told),
        **_params(law, _TRANSMISSION),
    )


def _since(law: Law, on: date) -> str:
    """The phases up to the next one that is still to come."""
    past = [phase for phase in law.phases if phase.since <= on]
    coming = [phase for phase in law.phases if phase.since > on][:1]
    told = (f"{phase.since} for {phase.sellers}" for phase in (*past[-1:], *coming))
    return " from " + ", from ".join(told)


def _params(law: Law, place: str) -> dict[str, object]:
    return {
        "rule": law.id,
        "country": law.country,
        "format": law.format,
        "channel": law.channel,
        "since": law.phases[0].since,
        "source": law.source,
        "place": place,
    }


_EXEMPT = " If you are exempt, there is nothing to do."
_WORDS = {
    (Duty.INVOICE, Reach.NONE): (
        "The legal invoice is {format} through {channel}{since}; what this app makes is a copy",
        "Hand the sale in through {channel} with the program that your accountant uses." + _EXEMPT,
    ),
    (Duty.INVOICE, Reach.ACCESS_POINT): (
        "The invoice has to go through {channel}{since}, and nothing is set up to send it there",
        "Set transmission to access_point with the address of your provider, or hand the XML in"
        " yourself." + _EXEMPT,
    ),
    (Duty.REPORT, Reach.NONE): (
        "The data of this sale must be reported as {format} through {channel}{since}, which this"
        " app does not do",
        "Report them with the program that your accountant uses." + _EXEMPT,
    ),
    (Duty.SOFTWARE, Reach.NONE): (
        "Invoices must be made with software that keeps {format} for {channel}{since}, which this"
        " app does not do",
        "Register the sale in such a program as well." + _EXEMPT,
    ),
}
