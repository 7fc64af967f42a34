"""Work on many documents at once: jobs, and what came of each document."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from saleor_invoices.stores.models import Installation


class BulkJob(models.Model):
    """One piece of work on many documents, done in the background and asked for once by its key.

    Whoever works on it holds ``claim`` until ``lease_until``; a worker that died gives it back.
    """

    class Kind(models.TextChoices):
        ZIP = "zip"
        MERGED_PDF = "merged_pdf"
        SEND = "send"
        MARK_PAID = "mark_paid"
        EXPORT_CSV = "export_csv"
        EXPORT_XLSX = "export_xlsx"
        EXPORT_JSONL = "export_jsonl"
        EXPORT_DATEV = "export_datev"
        EXPORT_FEC = "export_fec"
        EXPORT_SAFT = "export_saft"
        EXPORT_OSS = "export_oss"
        ARCHIVE = "archive"  # the files and the data, with hashes that prove them

    class State(models.TextChoices):
        PENDING = "pending"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"  # nobody can go on; what was done is done
        CANCELLED = "cancelled"

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="bulk_jobs"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    key = models.CharField(max_length=100)  # whoever started it chose it
    fingerprint = models.CharField(max_length=64)  # of what was asked for under the key
    params = models.JSONField(default=dict)
    total = models.PositiveIntegerField()
    started_by = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=2000, default="", blank=True)
    claim = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)  # or when to try again
    attempts = models.PositiveIntegerField(default=0)  # since something was last got done
    has_parts = models.BooleanField(default=False)  # unfinished files lie in the storage
    storage_key = models.CharField(max_length=300, default="", blank=True)
    file_name = models.CharField(max_length=200, default="", blank=True)
    file_size = models.PositiveBigIntegerField(null=True, blank=True)  # bytes
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "started_by", "key"], name="bulk_job_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["lease_until"],
                name="bulk_job_open",
                condition=Q(state__in=["pending", "running"]),
            ),
            models.Index(
                fields=["expires_at"],
                name="bulk_job_expiring",
                condition=Q(expires_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} ({self.state})"


class BulkItem(models.Model):
    """One document of a job. It names the document, which may be deleted meanwhile."""

    class Outcome(models.TextChoices):
        DONE = "done"
        SKIPPED = "skipped"  # there was nothing to do, or it can't be done to such a document
        FAILED = "failed"

    job = models.ForeignKey(BulkJob, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    document_id = models.UUIDField()
    document_number = models.CharField(max_length=255, default="", blank=True)
    is_credit_note = models.BooleanField(default=False)
    outcome = models.CharField(max_length=10, choices=Outcome, default="", blank=True)
    code = models.CharField(max_length=80, default="", blank=True)
    message = models.CharField(max_length=500, default="", blank=True)
    pages = models.PositiveIntegerField(default=0)  # of its PDF, where PDFs are merged

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["job", "position"], name="bulk_item_place"),
            models.UniqueConstraint(fields=["job", "document_id"], name="bulk_item_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["job", "outcome", "position"], name="bulk_item_outcome"),
            models.Index(fields=["document_id"], name="bulk_item_document"),
        ]

    def __str__(self) -> str:
        return f"{self.document_number}: {self.outcome}"
