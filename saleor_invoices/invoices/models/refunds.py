"""Refunds that staff asked for: written down before Saleor hears of them."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import OrderRecord, SalesDocument
from saleor_invoices.invoices.models.ledger import Movement
from saleor_invoices.stores.models import Installation


class RefundRequest(models.Model):
    """Money that is to go back by the way it came. ``key`` is unique, so that asking is once.

    The ledger knows nothing of it: what moved, Saleor tells, and then it is written there.
    """

    class State(models.TextChoices):
        OPEN = "open"  # asked for, or about to be
        DONE = "done"
        REFUSED = "refused"

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="refund_requests"
    )
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="refund_requests"
    )
    order = models.ForeignKey(OrderRecord, on_delete=models.PROTECT, related_name="refund_requests")
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="refund_requests")
    payment_id = models.CharField(max_length=200)  # Saleor's, of the movement
    key = models.CharField(max_length=200)
    amount_minor = models.BigIntegerField()  # above zero
    currency = models.CharField(max_length=3)
    reason = models.CharField(max_length=300, default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    message = models.CharField(max_length=2000, default="", blank=True)  # Saleor's own words
    known_events = models.JSONField(default=list)  # what Saleor told of refunds before it was asked
    event_id = models.CharField(max_length=200, default="", blank=True)  # Saleor's, of this refund
    asked_at = models.DateTimeField(null=True, blank=True)  # Saleor may know of it since
    lease_until = models.DateTimeField(null=True, blank=True)  # somebody is at it
    requested_by = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField(null=True, blank=True)  # when it was done, by Saleor's clock
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="refund_request_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["order"], name="refund_open", condition=models.Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.amount_minor} {self.currency} of {self.payment_id} ({self.state})"
