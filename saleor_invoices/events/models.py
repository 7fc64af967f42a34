"""Who hears of what, and what became of telling them; bodies are frozen, the rest lives."""

import uuid
from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models import Leased, SalesDocument
from saleor_invoices.stores.crypto import EncryptedTextField
from saleor_invoices.stores.models import Installation


class EventType(models.TextChoices):
    """What there is to hear; the values are the ``type`` of a body."""

    INVOICE_ISSUED = "invoice.issued"
    INVOICE_PAYMENT_CHANGED = "invoice.payment_changed"
    INVOICE_CREDITED = "invoice.credited"
    INVOICE_OVERDUE = "invoice.overdue"
    CREDIT_NOTE_ISSUED = "credit_note.issued"
    WEBHOOK_TEST = "webhook.test"


class Endpoint(models.Model):
    """An address of the merchant's, and the secret that its requests are signed with."""

    class Disabled(models.TextChoices):
        STAFF = "staff"  # somebody switched it off
        GONE = "gone"  # it answered 410
        FAILING = "failing"  # for days nothing got through

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="webhook_endpoints"
    )
    url = models.CharField(max_length=2000)
    description = models.CharField(max_length=200, default="", blank=True)
    event_types = models.JSONField(default=list)  # empty: all
    channels = models.JSONField(default=list)  # slugs; empty: all
    enabled = models.BooleanField(default=True)
    disabled_reason = models.CharField(max_length=10, choices=Disabled, default="", blank=True)
    secret = EncryptedTextField()
    previous_secret = EncryptedTextField(default="", blank=True)
    previous_until = models.DateTimeField(null=True, blank=True)  # both sign until then
    failing_since = models.DateTimeField(null=True, blank=True)  # no success since
    created_by = models.CharField(max_length=200, default="app")
    created_at = models.DateTimeField(auto_now_add=True)
    # A row that vanished would fail the transaction of an invoice that has just planned for it.
    deleted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.place} of {self.installation_id}"

    @property
    def place(self) -> str:
        """The address without its query, which may hold a password."""
        return self.url.partition("?")[0][:200]


class EventRecord(models.Model):
    """One fact, with its body as it is sent, to whomever and however often.

    ``key`` is made of the fact, so that hearing of it twice is one event. A body is emptied when
    its document is erased.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="webhook_events"
    )
    document = models.ForeignKey(
        SalesDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="webhook_events",
    )
    type = models.CharField(max_length=40, choices=EventType)
    key = models.CharField(max_length=200)
    body = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="event_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["document", "type"], name="event_by_document"),
            models.Index(fields=["created_at"], name="event_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.pk}"

    @property
    def message_id(self) -> str:
        """The header ``webhook-id``, the same at each attempt."""
        return f"msg_{self.pk.hex}"


class EventDelivery(Leased):
    """One event on its way to one endpoint; sent at least once, with the same id each time."""

    class State(models.TextChoices):
        PENDING = "pending"
        DELIVERED = "delivered"
        FAILED = "failed"
        CANCELLED = "cancelled"  # the document was erased, or the endpoint deleted

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="webhook_deliveries"
    )
    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="deliveries")
    event = models.ForeignKey(EventRecord, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    status_code = models.PositiveSmallIntegerField(null=True, blank=True)  # of the last answer
    response_head = models.CharField(max_length=1000, default="", blank=True)
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "event deliveries"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "endpoint"], name="event_delivery_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="event_delivery_due",
                condition=models.Q(state="pending"),
            ),
            models.Index(
                fields=["installation", "created_at", "id"],
                name="event_delivery_failed",
                condition=models.Q(state="failed"),
            ),
            models.Index(fields=["installation", "created_at", "id"], name="event_delivery_page"),
            models.Index(fields=["endpoint", "created_at", "id"], name="event_delivery_of_one"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} to {self.endpoint_id} ({self.state})"
