"""Money: what moved, what it was for, and how each document stands because of it.

A movement is one fact (a charge, a refund, a chargeback, a payment recorded by hand, a credit note
applied) and an allocation says which document it counts for. Both are append-only: money that was
allocated elsewhere is taken back by a second row. Amounts are in the currency's smallest unit.
"""

from typing import ClassVar

from django.db import models

from saleor_invoices.domain.states import MovementKind, PaymentStatus
from saleor_invoices.invoices.models.documents import OrderRecord, SalesDocument, choices
from saleor_invoices.stores.models import Installation


class Movement(models.Model):
    """One fact about money. ``amount_minor`` is signed: what the shop got is above zero.

    ``key`` is made of where the fact comes from, so that hearing of it twice writes it once.
    """

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="movements", db_index=False
    )
    order = models.ForeignKey(
        OrderRecord,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="movements",
        db_index=False,
    )
    kind = models.CharField(max_length=20, choices=choices(MovementKind))
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    key = models.CharField(max_length=600)
    source = models.CharField(max_length=40)  # "saleor", "stripe", "manual", "credit_note"
    payment_id = models.CharField(max_length=200, default="", blank=True)  # Saleor's, if any
    reference = models.CharField(max_length=512, default="", blank=True)  # pspReference, or ours
    method = models.CharField(max_length=255, default="", blank=True)  # how, in words
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.CharField(max_length=200, default="saleor")
    credit_note = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="movement_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["order", "occurred_at", "id"], name="movement_by_order"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount_minor} {self.currency}"


class Allocation(models.Model):
    """What part of a movement counts for a document, with the movement's sign."""

    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="allocations")
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="allocations", db_index=False
    )
    amount_minor = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.CharField(max_length=200, default="app")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["document", "id"], name="allocation_by_document"),
        ]

    def __str__(self) -> str:
        return f"{self.amount_minor} to {self.document_id}"


class PaymentState(models.Model):
    """How a document stands: its allocations summed, for lists to filter and sort by."""

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="payment", primary_key=True
    )
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="payment_states", db_index=False
    )
    status = models.CharField(max_length=30, choices=choices(PaymentStatus))
    paid_minor = models.BigIntegerField(default=0)  # held now: charged less refunded and disputed
    refunded_minor = models.BigIntegerField(default=0)
    credited_minor = models.BigIntegerField(default=0)
    disputed_minor = models.BigIntegerField(default=0)
    balance_minor = models.BigIntegerField(default=0)  # still owed, never below zero
    due_date = models.DateField(null=True, blank=True)  # while something is owed
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["installation", "balance_minor", "document"], name="pay_balance"),
            models.Index(fields=["installation", "status", "document"], name="pay_status"),
            models.Index(fields=["installation", "due_date", "document"], name="pay_due"),
        ]

    def __str__(self) -> str:
        return self.status


class OrderMoney(models.Model):
    """What of its order's money in Saleor counts for an imported invoice, next to what its source
    tells (``domain.told``). Worked out anew from the ledger whenever the order's money moves.
    """

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="order_money", primary_key=True
    )
    order = models.ForeignKey(OrderRecord, on_delete=models.PROTECT, related_name="order_money")
    came_minor = models.BigIntegerField(default=0)
    went_minor = models.BigIntegerField(default=0)  # refunded
    disputed_minor = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.came_minor} for {self.document_id}"


class CreditDecision(models.Model):
    """What came of one reason to credit an invoice; unique, so that it is decided once.

    ``cause`` is "refund:<movement key>", "cancel:<order id>" or "request:<key>". A decision
    without a document says why there is none.
    """

    class Outcome(models.TextChoices):
        ISSUED = "issued"
        DRAFT = "draft"  # waits for a person
        ABSORBED = "absorbed"  # an earlier credit note covers it
        OFF = "off"  # the channel makes none by itself
        DISCARDED = "discarded"  # a person threw the draft away

    invoice = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="credit_decisions"
    )
    cause = models.CharField(max_length=620)
    outcome = models.CharField(max_length=12, choices=Outcome)
    document = models.ForeignKey(
        SalesDocument, on_delete=models.SET_NULL, null=True, blank=True, related_name="decided_by"
    )
    decided_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["invoice", "cause"], name="credit_decided_once"),
        ]

    def __str__(self) -> str:
        return f"{self.cause}: {self.outcome}"
