"""Money that came to us and not through Saleor, as Saleor is told of it."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import OrderRecord, SalesDocument
from saleor_invoices.invoices.models.ledger import Movement
from saleor_invoices.invoices.models.work import Attempted


class OrderTransaction(models.Model):
    """A transaction of ours on a Saleor order; written down before Saleor hears of it.

    When the order is read, its money is left out: the ledger has it already. ``transaction_id`` is
    Saleor's, empty while it is not known.
    """

    order = models.ForeignKey(OrderRecord, on_delete=models.PROTECT, related_name="transactions")
    reference = models.CharField(max_length=200)  # pspReference: the provider's id of the payment
    name = models.CharField(max_length=100)
    transaction_id = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "reference"], name="order_transaction_once"),
        ]

    def __str__(self) -> str:
        return self.reference


class MovementReport(Attempted):
    """That Saleor is to be told of a movement; ``document`` is where staff see it fail."""

    movement = models.OneToOneField(
        Movement, on_delete=models.PROTECT, related_name="report", primary_key=True
    )
    transaction = models.ForeignKey(
        OrderTransaction, on_delete=models.PROTECT, related_name="reports"
    )
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="movement_reports"
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="movement_report_due",
                condition=models.Q(state="pending"),
            ),
            models.Index(
                fields=["created_at"],
                name="movement_report_failed",
                condition=models.Q(state="failed"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.movement_id} ({self.state})"
