"""What went out, to whom, and what came of it; nothing here is frozen."""

import uuid
from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models import Leased, SalesDocument
from saleor_invoices.stores.models import Installation


class Dispatch(Leased):
    """One mail to one address. ``key`` is unique, so that asking twice sends once.

    ``SENDING`` is committed before the mail server hears of the mail: a row that is found in it
    after its lease may have been sent, and only a person may decide to send it again.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        SENDING = "sending"
        SENT = "sent"  # the mail server took it
        FAILED = "failed"
        UNKNOWN = "unknown"  # the worker or the connection died while it was handed over
        CANCELLED = "cancelled"  # no longer wanted when its turn came

    class Channel(models.TextChoices):
        MAIL = "mail"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="dispatches"
    )
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, null=True, blank=True, related_name="dispatches"
    )
    # "issue", "manual", "einvoice", "reminder:<days>" or "test" (the only one without a document)
    purpose = models.CharField(max_length=40)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.MAIL)
    recipient = models.CharField(max_length=320)
    language = models.CharField(max_length=20, default="", blank=True)
    subject = models.CharField(max_length=300, default="", blank=True)  # as it was sent
    message = models.TextField(default="", blank=True)  # a word of the sender's own
    key = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    message_id = models.CharField(max_length=300)  # of the mail, the same at each attempt
    sent_at = models.DateTimeField(null=True, blank=True)
    requested_by = models.CharField(max_length=200, default="app")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "dispatches"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="dispatch_once"),
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) | models.Q(purpose="test"),
                name="dispatch_of_a_document",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="dispatch_due",
                condition=models.Q(state__in=["pending", "sending"]),
            ),
            models.Index(fields=["document", "created_at"], name="dispatch_by_document"),
            models.Index(
                fields=["installation", "created_at"],
                name="dispatch_failed",
                condition=models.Q(state__in=["failed", "unknown"]),
            ),
            models.Index(
                fields=["installation", "purpose", "created_at"], name="dispatch_by_purpose"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk} ({self.state})"


class ReminderHold(models.Model):
    """Staff want no reminders of a document, for a time or until they say so."""

    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="reminder_holds"
    )
    reason = models.CharField(max_length=500, default="", blank=True)
    until = models.DateField(null=True, blank=True)  # the last day of it; null: no end
    held_by = models.CharField(max_length=200)
    held_at = models.DateTimeField(auto_now_add=True)
    released_by = models.CharField(max_length=200, default="", blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"],
                name="reminder_held_once",
                condition=models.Q(released_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"hold of {self.document_id}"


class Transmission(Leased):
    """A document's e-invoice on one channel, handed over once.

    Handing it over may be repeated with the same ``idempotency_key``; whoever takes it must take
    it once.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        IN_FLIGHT = "in_flight"  # taken over by the channel, which answers later
        DELIVERED = "delivered"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="transmissions"
    )
    channel = models.CharField(max_length=40)  # name of an adapter
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    idempotency_key = models.CharField(max_length=64)
    external_id = models.CharField(max_length=300, default="", blank=True)  # the channel's own
    detail = models.CharField(max_length=1000, default="", blank=True)  # the channel's words
    receipt = models.JSONField(default=dict)  # its last answer
    requested_by = models.CharField(max_length=200, default="app")
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "channel"], name="transmission_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="transmission_due",
                condition=models.Q(state__in=["pending", "in_flight"]),
            ),
            models.Index(
                fields=["created_at"],
                name="transmission_failed",
                condition=models.Q(state="failed"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk} ({self.state})"
