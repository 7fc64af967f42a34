"""Invoicing many past orders at once: tried first, then done, each order reported."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import SalesDocument
from saleor_invoices.stores.models import Installation


class IssueRun(models.Model):
    """One bulk run over orders that Saleor has."""

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="issue_runs"
    )
    dry_run = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    channel = models.CharField(max_length=255, default="", blank=True)  # empty: all
    created_from = models.DateField(null=True, blank=True)
    created_to = models.DateField(null=True, blank=True)
    overrides = models.JSONField(default=dict)  # settings to try, of a dry run
    cursor = models.CharField(max_length=500, default="", blank=True)  # in Saleor's list
    last_error = models.CharField(max_length=2000, default="", blank=True)
    started_by = models.CharField(max_length=200)
    started_at = models.DateTimeField(auto_now_add=True)
    worked_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"run {self.pk} ({self.state})"


class IssueRunItem(models.Model):
    """What came, or in a dry run would come, of one order."""

    class Outcome(models.TextChoices):
        ISSUED = "issued"
        WOULD_ISSUE = "would_issue"
        COVERED = "covered"  # it has its invoice
        NOT_DUE = "not_due"  # by the policy
        REFUSED = "refused"  # findings say why

    run = models.ForeignKey(IssueRun, on_delete=models.CASCADE, related_name="items")
    order_id = models.CharField(max_length=200)
    order_number = models.CharField(max_length=255, default="")
    outcome = models.CharField(max_length=12, choices=Outcome)
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, null=True, blank=True, related_name="run_items"
    )
    currency = models.CharField(max_length=3, default="", blank=True)
    gross_minor = models.BigIntegerField(null=True, blank=True)
    findings = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "order_id"], name="run_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.order_number}: {self.outcome}"
