"""What VIES said about buyers' VAT ids."""

from datetime import datetime

from django.db.models import QuerySet

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Document, Party
from saleor_invoices.domain.errors import AppError, NotAllowed
from saleor_invoices.domain.search import normalise
from saleor_invoices.domain.territories import territory
from saleor_invoices.domain.vat_ids import VatId, vat_id_parse
from saleor_invoices.invoices.models import SalesDocument, VatCheck
from saleor_invoices.invoices.selectors.viewers import Viewer, sees_all
from saleor_invoices.stores.models import Installation

_BUYER_OWES = frozenset({VatCategory.REVERSE_CHARGE, VatCategory.INTRA_COMMUNITY})


def vat_checks_visible(*, viewer: Viewer, vat_id: str = "") -> QuerySet[VatCheck]:
    """The store's answers, the latest first; all, or those about one VAT id.

    For staff with MANAGE_ORDERS and keys with ``documents:read`` (``NotAllowed``).
    """
    if not sees_all(viewer):
        raise NotAllowed("This is for the store's staff.", params={"permission": "MANAGE_ORDERS"})
    rows = VatCheck.objects.filter(installation=viewer.installation).order_by("-checked_at", "-pk")
    return rows.filter(vat_id=vat_id) if vat_id else rows


def vat_check_valid_since(
    *, installation: Installation, vat_id: str, requester_vat_id: str, since: datetime
) -> VatCheck | None:
    """The newest answer that the VAT id is valid, given to the same requester."""
    found = VatCheck.objects.filter(
        installation=installation,
        vat_id=vat_id,
        requester_vat_id=requester_vat_id,
        answer=VatCheck.Answer.VALID,
        checked_at__gte=since,
    )
    return found.order_by("-checked_at", "-pk").first()


def vat_checks_of_none_but(*, document: SalesDocument) -> QuerySet[VatCheck]:
    """The answers about the buyer's VAT id, if no other document that is kept names it."""
    nothing = VatCheck.objects.none()
    buyer = _buyer(document)
    if buyer is None or not buyer.vat_id:
        return nothing
    checks = VatCheck.objects.filter(
        installation_id=document.installation_id, vat_id=buyer_vat_id(buyer).value
    )
    others = SalesDocument.objects.filter(
        installation_id=document.installation_id, search_text__contains=normalise(buyer.vat_id)
    ).exclude(pk=document.pk)
    return nothing if not checks.exists() or others.exists() else checks.order_by("pk")


def buyer_vat_id(party: Party) -> VatId:
    """A party's VAT id, judged by its form, with the prefix that VIES knows."""
    address = party.address
    return vat_id_parse(party.vat_id, country=address.country, postal_code=address.postal_code)


def vat_check_is_due(document: Document) -> bool:
    """Whether the buyer's VAT id matters for the tax.

    That is one of another member state than the seller's, or any of the EU on a document on which
    the buyer owes the tax (Directive 2006/112/EC, art. 138(1)(b), 194 to 196).
    """
    found = buyer_vat_id(document.buyer)
    if not found.is_eu:
        return False
    home = territory(document.seller.address.country, document.seller.address.postal_code)
    categories = {row.tax.category for row in document.vat_breakdown}
    return found.country != home or bool(categories & _BUYER_OWES)


def _buyer(document: SalesDocument) -> Party | None:
    try:
        return codec.decode(bytes(document.snapshot)).buyer
    except AppError:
        return None
