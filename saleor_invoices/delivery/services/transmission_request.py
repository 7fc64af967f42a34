"""Asking for an e-invoice to be handed over, once for each channel."""

import hashlib

from django.db import transaction

from saleor_invoices import background
from saleor_invoices.delivery.models import Transmission
from saleor_invoices.delivery.services.dispatch_followers import TRANSMIT_TASK
from saleor_invoices.delivery.transmission.port import transmitter_for
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.stores.selectors import channel_profile

NONE = "none"

State = Transmission.State


def transmission_on_render(document: SalesDocument) -> Transmission | None:
    """Plan what the channel sends by itself: invoices and credit notes with an XML file."""
    wanted = (
        document.kind in (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
        and document.source == SalesDocument.Source.OWN
        and not document.test_mode
    )
    if not wanted or _xml(document) is None:
        return None
    profile = channel_profile(installation=document.installation, channel=document.channel)
    if profile.einvoicing.transmission == NONE:
        return None
    return transmission_request(document=document, channel=profile.einvoicing.transmission)


def transmission_request(
    *, document: SalesDocument, channel: str = "", actor: str = "app"
) -> Transmission:
    """The document's transmission on a channel (empty: the settings'), begun anew if it failed.

    Raises ``Conflict`` DOCUMENT_NOT_ISSUED, DOCUMENT_ERASED, DOCUMENT_TEST (a document made to
    try things out goes to nobody), NO_EINVOICE, TRANSMISSION_OFF; ``InvalidInput``
    TRANSMISSION_UNKNOWN.
    """
    _refuse_unfit(document)
    profile = channel_profile(installation=document.installation, channel=document.channel)
    channel = channel or profile.einvoicing.transmission
    if channel == NONE:
        raise Conflict("The channel sends no e-invoices.", code="TRANSMISSION_OFF")
    transmitter_for(channel, profile)
    file = _xml(document)
    if file is None:
        raise Conflict("The document has no e-invoice to send.", code="NO_EINVOICE")
    with transaction.atomic():
        row, made = Transmission.objects.get_or_create(
            document=document,
            channel=channel,
            defaults={"idempotency_key": _key(file, channel), "requested_by": actor},
        )
        if not made and row.state == State.FAILED:
            _restart(row, actor)
        if row.state == State.PENDING:
            background.enqueue(TRANSMIT_TASK, str(row.pk))
    return row


def is_transmissible(document: SalesDocument) -> bool:
    """Whether ``transmission_request`` without a channel would take the document."""
    try:
        _refuse_unfit(document)
    except Conflict:
        return False
    profile = channel_profile(installation=document.installation, channel=document.channel)
    return profile.einvoicing.transmission != NONE and _xml(document) is not None


def transmissions_retry(*, document: SalesDocument) -> None:
    """The Retry button of a document's e-invoice problem."""
    for row in Transmission.objects.filter(document=document, state=State.FAILED):
        transmission_request(document=document, channel=row.channel, actor="staff")
    waiting = Transmission.objects.filter(document=document, state=State.IN_FLIGHT)
    for identity in waiting.values_list("pk", flat=True):
        Transmission.objects.filter(pk=identity).update(next_attempt_at=None)
        background.enqueue(TRANSMIT_TASK, str(identity))


def transmissions_forget(document: SalesDocument) -> None:
    """Erase what answers may say of a person; that it was sent stays."""
    Transmission.objects.filter(document=document).update(receipt={}, detail="", last_error="")


def _restart(row: Transmission, actor: str) -> None:
    values = {"attempts": 0, "next_attempt_at": None, "claim": None, "requested_by": actor}
    if not Transmission.objects.filter(pk=row.pk, state=State.FAILED).update(
        state=State.PENDING, **values
    ):
        return  # another one restarted it just now
    row.refresh_from_db()
    history_append(
        document=row.document, event="einvoice_retried", actor=actor, channel=row.channel
    )


def _refuse_unfit(document: SalesDocument) -> None:
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft is not sent.", code="DOCUMENT_NOT_ISSUED")
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    if document.test_mode:
        raise Conflict("A test document is no e-invoice for anybody.", code="DOCUMENT_TEST")


def _xml(document: SalesDocument) -> DocumentFile | None:
    return document.files.filter(kind=DocumentFile.Kind.XML).first()


def _key(file: DocumentFile, channel: str) -> str:
    """The same for ever for this file on this channel, and for no other (64 hex digits)."""
    parts = f"{channel}:{file.document_id}:{file.sha256}"
    return hashlib.sha256(parts.encode()).hexdigest()
