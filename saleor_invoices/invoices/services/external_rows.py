"""What a new document of another system gets here besides what its source says."""

from typing import Any
from uuid import UUID, uuid5

from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import ExternalReference, SalesDocument
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_prepare import Prepared
from saleor_invoices.stores.values import https_url

_NAMED_BITS = 80  # of 128: those below the time
_VERSION, _VARIANT = 0x8 << 76, 0b10 << 62  # RFC 9562, version 8: the bits between are ours
_FREE = ~(0xF << 76 | 0b11 << 62)


def external_pk(intake: Intake, prepared: Prepared, before: int) -> UUID:
    """The document's key: ordered by its date, as indexes like it, and the same each time it is
    tried, so that files that a crash left behind are met again. ``before``: how many of its name
    were deleted.
    """
    said = f"{intake.source_system}\n{prepared.external_id}\n{before}"
    named = uuid5(intake.installation.uuid, said).int % (1 << _NAMED_BITS)
    midday = max(int(prepared.columns["issued_at"].timestamp() * 1_000), 0)
    return UUID(int=midday << _NAMED_BITS | named & _FREE | _VERSION | _VARIANT)


def new_columns(intake: Intake) -> dict[str, Any]:
    """The columns that all new documents of an intake share."""
    return {
        "installation_id": intake.installation.pk,
        "legal_entity_id": intake.legal_entity.pk,
        "state": DocumentState.ISSUED.value,
        "source": SalesDocument.Source.IMPORTED.value,
    }


def first_link(prepared: Prepared) -> ExternalReference.Link:
    """Whether it is to be looked up in Saleor."""
    link = ExternalReference.Link
    return link.PENDING if prepared.is_linkable else link.NONE


def payment_url_of(prepared: Prepared) -> tuple[str, tuple[Finding, ...]]:
    """Where it can be paid, or nothing and why not."""
    if not prepared.payment_url:
        return "", ()
    try:
        return https_url(prepared.payment_url), ()
    except ValueError as error:
        found = warning(
            "PAYMENT_URL_INVALID",
            f"The payment address {error}; it is left out.",
            remedy="Give an address that begins with https://.",
        )
        return "", (found,)
