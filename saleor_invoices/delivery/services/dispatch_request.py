"""Asking for a mail, once."""

import hashlib
import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.delivery.compose.mail import address_checked, message_id_for
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.words import language_for
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import Conflict, InvalidInput, Throttled
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.render_request import render_request
from saleor_invoices.stores.selectors import channel_profile

SEND_TASK = "saleor_invoices.delivery.tasks.dispatch_send"
LONGEST_MESSAGE = 2_000
LONGEST_KEY = 100
MANUAL_A_DAY = 20
ELSEWHERE_A_DAY = 200
"""Mails of a store to others than a document's customer: it must not serve to mail the world."""
_DAY = 86_400.0


def dispatch_request(
    *,
    document: SalesDocument,
    purpose: str,
    recipient: str,
    key: str = "",
    message: str = "",
    requested_by: str = "app",
) -> Dispatch:
    """The mail of this key, planned once; without a key, once for each purpose and address.

    Raises ``InvalidInput`` MAIL_RECIPIENT_INVALID; ``Conflict`` DOCUMENT_NOT_ISSUED,
    DOCUMENT_ERASED, IDEMPOTENCY_KEY_REUSED (the key stands for another mail).
    """
    _refuse_unsendable(document)
    address, identity = address_checked(recipient), uuid.uuid4()
    dispatch, made = Dispatch.objects.get_or_create(
        installation=document.installation,
        key=key or _key(document, purpose, address),
        defaults={
            "id": identity,
            "document": document,
            "purpose": purpose,
            "recipient": address,
            "language": _language(document),
            "message": message,
            "message_id": message_id_for(identity),
            "requested_by": requested_by,
        },
    )
    if not made:
        _refuse_reuse(dispatch, document, address)
    if dispatch.state == Dispatch.State.PENDING:
        render_request(document=document)
        background.enqueue(SEND_TASK, str(dispatch.pk))
    return dispatch


def dispatch_by_hand(
    *, document: SalesDocument, to: str, message: str, idempotency_key: str, actor: str
) -> Dispatch:
    """A mail that a person or a key asks for; an empty ``to`` is the customer's own address.

    Raises as ``dispatch_request``; ``InvalidInput`` MAIL_RECIPIENT_MISSING, MESSAGE_TOO_LONG,
    IDEMPOTENCY_KEY_INVALID; ``Throttled`` for more than twenty mails of a document in a day, and
    for more than 200 of a store to others than the customers.
    """
    if not idempotency_key.isprintable() or not 1 <= len(idempotency_key) <= LONGEST_KEY:
        raise InvalidInput(
            f"A key has 1 to {LONGEST_KEY} printable characters.", code="IDEMPOTENCY_KEY_INVALID"
        )
    if len(message) > LONGEST_MESSAGE or "\x00" in message:
        raise InvalidInput(
            f"A message has at most {LONGEST_MESSAGE} characters.", code="MESSAGE_TOO_LONG"
        )
    if not (to or document.customer_email):
        raise InvalidInput("The document has no address to send to.", code="MAIL_RECIPIENT_MISSING")
    key = f"manual:{idempotency_key}"
    with transaction.atomic():
        SalesDocument.objects.select_for_update().only("pk").get(pk=document.pk)
        _refuse_flood(document, key)
        _refuse_relay(document, key, to or document.customer_email)
        return dispatch_request(
            document=document,
            purpose="manual",
            recipient=to or document.customer_email,
            key=key,
            message=message,
            requested_by=actor,
        )


def dispatch_on_issue(document: SalesDocument) -> Dispatch | None:
    """Plan the mail that a channel's policy sends by itself, when the files are there.

    Invoices and credit notes of our own only, and never one in test mode.
    """
    wanted = (
        document.kind in (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
        and document.source == SalesDocument.Source.OWN
        and not document.test_mode
    )
    if not wanted:
        return None
    profile = channel_profile(installation=document.installation, channel=document.channel)
    if profile.mailing.policy is not NotifyPolicy.ON_ISSUE:
        return None
    try:
        return dispatch_request(
            document=document, purpose="issue", recipient=document.customer_email
        )
    except InvalidInput as error:
        # A guest without an address, or one that is none: said once, quietly.
        if not document.history.filter(event="mail_no_recipient").exists():
            history_append(document=document, event="mail_no_recipient", code=error.code)
        return None


def _key(document: SalesDocument, purpose: str, address: str) -> str:
    digest = hashlib.sha256(address.lower().encode()).hexdigest()[:32]
    return f"{purpose}:{document.pk}:{digest}"


def _language(document: SalesDocument) -> str:
    profile = channel_profile(installation=document.installation, channel=document.channel)
    default = profile.document_or_none.default_language if profile.document_or_none else ""
    return language_for(document.language, default)


def _refuse_unsendable(document: SalesDocument) -> None:
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft is not sent.", code="DOCUMENT_NOT_ISSUED")
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")


def _refuse_reuse(dispatch: Dispatch, document: SalesDocument, address: str) -> None:
    if dispatch.document_id != document.pk or dispatch.recipient.lower() != address.lower():
        raise Conflict(
            "This idempotency key was used for another mail.",
            code="IDEMPOTENCY_KEY_REUSED",
            params={"field": "idempotencyKey"},
        )


def _refuse_flood(document: SalesDocument, key: str) -> None:
    own = Dispatch.objects.filter(document=document, purpose="manual")
    if own.filter(key=key).exists():
        return
    since = timezone.now() - timedelta(seconds=_DAY)
    if own.filter(created_at__gt=since).count() >= MANUAL_A_DAY:
        raise Throttled("This document was sent too often today.", retry_after=_DAY)


def _refuse_relay(document: SalesDocument, key: str, recipient: str) -> None:
    if recipient.strip().lower() == document.customer_email.lower():
        return
    since = timezone.now() - timedelta(seconds=_DAY)
    sent = Dispatch.objects.filter(
        installation_id=document.installation_id, purpose="manual", created_at__gt=since
    ).exclude(key=key)
    elsewhere = sent.exclude(recipient__iexact=F("document__customer_email"))
    if elsewhere.count() >= ELSEWHERE_A_DAY:
        raise Throttled("Too many documents went to other addresses today.", retry_after=_DAY)
