"""Checks of the ledger that staff start, done in the background."""

from typing import ClassVar

from django.db import models

from saleor_invoices.stores.models import Installation


class LedgerCheck(models.Model):
    """One check of everything that a store issued.

    ``lease_until`` is renewed while a worker lives; afterwards another one begins the check anew.
    """

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"  # it could not be done; what it found is not known

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="ledger_checks"
    )
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    with_files = models.BooleanField(default=False)
    documents = models.PositiveIntegerField(default=0)  # looked at so far
    faults = models.JSONField(default=list)  # texts
    fault_count = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)  # also a fencing token
    lease_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=2000, default="", blank=True)
    started_by = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation"],
                name="ledger_check_running_once",
                condition=models.Q(state="running"),
            ),
        ]

    def __str__(self) -> str:
        return f"check {self.pk} ({self.state})"
