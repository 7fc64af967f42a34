"""Work of each kind that failed for good."""

import hashlib
from datetime import datetime
from typing import Any

from django.utils import timezone

from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.invoices.models import Problem, Publication, RenderJob, SalesDocument
from saleor_invoices.stores.models import Installation


def problem(store: Installation, subject: str, code: str = "X", **columns: Any) -> Problem:
    """An open problem."""
    now = timezone.now()
    values = {"message": "It went wrong.", "remedy": "Mend it.", "opened_at": now, **columns}
    return Problem.objects.create(
        installation=store, subject=subject, code=code, last_seen_at=now, **values
    )


def mail(document: SalesDocument, state: str = "failed", **columns: Any) -> Dispatch:
    """A mail that did not go out, or perhaps did."""
    return Dispatch.objects.create(
        installation=document.installation,
        document=document,
        purpose="issue",
        recipient="buyer@example.com",
        key=f"issue:{document.pk}:{Dispatch.objects.count()}",
        message_id="<1@example.com>",
        state=state,
        last_error="MAIL_REFUSED: no such address",
        attempts=1,
        **columns,
    )


def publication(document: SalesDocument) -> Publication:
    """A publication that Saleor refused."""
    return Publication.objects.create(
        document=document,
        order=document.order,
        state="failed",
        attempts=3,
        last_error="REFUSED: no",
    )


def file(document: SalesDocument) -> RenderJob:
    """A PDF that could not be made."""
    return RenderJob.objects.create(
        document=document, state="failed", attempts=2, last_error="RENDER_FAILED: oops"
    )


def transmission(document: SalesDocument) -> Transmission:
    """An e-invoice that nobody took."""
    return Transmission.objects.create(
        document=document,
        channel="email",
        state="failed",
        idempotency_key="a" * 64,
        last_error="REFUSED: no",
    )


def delivery(store: Installation, body: bytes = b"{}", at: datetime | None = None) -> Delivery:
    """Something that arrived and could not be worked off."""
    return Delivery.objects.create(
        installation=store,
        event="order_paid",
        body=body,
        body_sha256=hashlib.sha256(f"{Delivery.objects.count()}".encode()).hexdigest(),
        received_at=at or timezone.now(),
        state="failed",
        attempts=12,
        last_error="It can't be read.",
        error_code="PAYLOAD_INVALID",
    )


def event(store: Installation) -> EventDelivery:
    """An event that an endpoint did not take."""
    endpoint = Endpoint.objects.create(
        installation=store, url="https://hooks.example.com/?key=k", secret="whsec_AAAA"
    )
    record = EventRecord.objects.create(
        installation=store, type="webhook.test", key=f"test:{endpoint.pk}", body="{}"
    )
    return EventDelivery.objects.create(
        installation=store,
        endpoint=endpoint,
        event=record,
        state="failed",
        attempts=10,
        last_error="It answered 500.",
    )
