"""Everything that arrives is kept here before it is acknowledged."""

from typing import ClassVar

from django.db import models

from saleor_invoices.stores.models import Installation


class Delivery(models.Model):
    """One verified request of Saleor (or Stripe), kept byte for byte until it is worked off.

    Unique on what was said: installation, source, event and SHA-256 of the body. Two equal states
    of an order differ in ``issuedAt``, which every document of ours selects.
    """

    class Source(models.TextChoices):
        SALEOR = "saleor"
        STRIPE = "stripe"

    class State(models.TextChoices):
        PENDING = "pending"  # waits for a worker, or for its next attempt
        DONE = "done"
        FAILED = "failed"  # gave up: permanent, or too many attempts; can be replayed

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="deliveries"
    )
    source = models.CharField(max_length=10, choices=Source, default=Source.SALEOR)
    event = models.CharField(max_length=80)
    body = models.BinaryField()
    body_sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    received_count = models.PositiveIntegerField(default=1)  # how often the same came
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)  # while worked on: lease's end
    queued_at = models.DateTimeField(null=True, blank=True)  # last handed to the broker
    last_error = models.CharField(max_length=2000, default="")
    error_code = models.CharField(max_length=80, default="")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "source", "event", "body_sha256"], name="delivery_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="delivery_due",
                condition=models.Q(state="pending"),
            ),
            models.Index(
                fields=["installation", "received_at"],
                name="delivery_failed",
                condition=models.Q(state="failed"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} #{self.pk} ({self.state})"
