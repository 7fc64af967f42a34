"""Work that is tried until it succeeds, and what the merchant hears when it does not."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import OrderRecord, SalesDocument
from saleor_invoices.stores.models import Installation


class Attempted(models.Model):
    """Work that is tried until it succeeds or fails for good (``services.attempts``)."""

    class State(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        FAILED = "failed"
        WITHDRAWN = "withdrawn"  # no longer wanted

    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=2000, default="", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Leased(models.Model):
    """Work that one worker has for a while (``services.leases``)."""

    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)  # or the end of the lease
    claim = models.UUIDField(null=True, blank=True)  # fencing token of the worker that has it
    last_error = models.CharField(max_length=2000, default="", blank=True)

    class Meta:
        abstract = True


class RenderJob(Attempted):
    """The rendering of an issued document's files."""

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="render_job", primary_key=True
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"], name="render_due", condition=models.Q(state="pending")
            ),
            models.Index(
                fields=["created_at"], name="render_failed", condition=models.Q(state="failed")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ({self.state})"


class Publication(Attempted):
    """A Saleor ``Invoice`` that should carry a document's number and URL.

    A requested one has Saleor's id from the start and is updated; our own is created first. A
    collective invoice is published on each of its orders.
    """

    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="publications", db_index=False
    )
    order = models.ForeignKey(
        OrderRecord, on_delete=models.PROTECT, null=True, blank=True, related_name="publications"
    )
    saleor_invoice_id = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001
    requested = models.BooleanField(default=False)  # by INVOICE_REQUESTED, not by our policy
    notify = models.BooleanField(default=False)
    notified_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "saleor_invoice_id"], name="publication_once"
            ),
            models.UniqueConstraint(
                fields=["document", "order"],
                name="publication_own_once",
                condition=models.Q(requested=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="publication_due",
                condition=models.Q(state="pending"),
            ),
            models.Index(fields=["saleor_invoice_id"], name="publication_saleor_id"),
            models.Index(
                fields=["created_at"], name="publication_failed", condition=models.Q(state="failed")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} -> {self.saleor_invoice_id}"


class Problem(models.Model):
    """Something that the merchant must know, with what to do; closed when it has healed."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="problems"
    )
    subject = models.CharField(max_length=220)  # "order:<id>", "document:<uuid>" or "store"
    code = models.CharField(max_length=80)
    message = models.CharField(max_length=1000)
    remedy = models.CharField(max_length=1000, default="")
    params = models.JSONField(default=dict)
    occurrences = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    reported_to_saleor = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "subject", "code"],
                name="problem_open_once",
                condition=models.Q(resolved_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.subject})"
