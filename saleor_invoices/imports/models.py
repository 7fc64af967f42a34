"""Imports: files that were brought, the work on them, and what was wrong row by row."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from saleor_invoices.stores.models import Installation, LegalEntity


class ImportUpload(models.Model):
    """A file that was brought and is kept for a while, for a dry run and then the real one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="import_uploads"
    )
    name = models.CharField(max_length=255)  # as the person's machine calls it
    size = models.PositiveBigIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    storage_key = models.CharField(max_length=300, default="", blank=True)  # empty: gone
    uploaded_by = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["expires_at"],
                name="import_upload_expiring",
                condition=~Q(storage_key=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ImportJob(models.Model):
    """The work on one file, asked for once by its key; ``position`` is how far it has got.

    Position, counts and the documents of a batch are written in one transaction: whoever goes on
    after a crash does nothing twice and leaves nothing out. A dry run keeps no documents.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        RUNNING = "running"
        DONE = "done"  # every document was looked at
        STOPPED = "stopped"  # by a person; it can go on
        FAILED = "failed"  # see ``last_error``; it can go on once that is mended

    class Policy(models.TextChoices):
        REFUSE = "refuse"
        UPDATE_UNPAID = "update_unpaid"
        NEW_VERSION = "new_version"

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="import_jobs"
    )
    legal_entity = models.ForeignKey(LegalEntity, on_delete=models.PROTECT, related_name="+")
    upload = models.ForeignKey(ImportUpload, on_delete=models.PROTECT, related_name="jobs")
    source_system = models.CharField(max_length=60)
    policy = models.CharField(max_length=20, choices=Policy, default=Policy.REFUSE)
    dry_run = models.BooleanField(default=False)
    publish = models.BooleanField(default=True)  # on orders in Saleor, once linked
    options = models.JSONField(default=dict)  # records.ReadOptions, but ``after``
    format = models.CharField(max_length=20, default="", blank=True)  # the reader's name
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    key = models.CharField(max_length=100)  # whoever started it chose it
    fingerprint = models.CharField(max_length=64)  # of what was asked for under the key
    started_by = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=2000, default="", blank=True)
    position = models.PositiveBigIntegerField(default=0)  # of the last document dealt with
    row = models.PositiveBigIntegerField(default=0)  # or line, of the file, as far as it is told
    rows = models.PositiveBigIntegerField(null=True, blank=True)  # about, in the whole file
    created_count = models.PositiveBigIntegerField(default=0)
    updated_count = models.PositiveBigIntegerField(default=0)
    unchanged_count = models.PositiveBigIntegerField(default=0)
    rejected_count = models.PositiveBigIntegerField(default=0)
    warned_count = models.PositiveBigIntegerField(default=0)  # kept, and something was noticed
    claim = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)  # or when to try again
    attempts = models.PositiveIntegerField(default=0)  # since something was last got done

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "started_by", "key"], name="import_job_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["lease_until"],
                name="import_job_open",
                condition=Q(state__in=["pending", "running"]),
            ),
            models.Index(fields=["installation", "-id"], name="import_job_newest"),
        ]

    def __str__(self) -> str:
        return f"import {self.pk} ({self.state})"


class ImportRowReport(models.Model):
    """What came of one document of a file, where it was not plainly created or unchanged."""

    class Outcome(models.TextChoices):
        REJECTED = "rejected"
        CREATED = "created"  # with something that was noticed
        UPDATED = "updated"
        UNCHANGED = "unchanged"  # with something that was noticed

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="reports")
    position = models.PositiveBigIntegerField()
    place = models.CharField(max_length=300, default="", blank=True)
    external_id = models.CharField(max_length=200, default="", blank=True)
    number = models.CharField(max_length=255, default="", blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome)
    document_id = models.UUIDField(null=True, blank=True)
    findings = models.JSONField(default=list)  # code, severity, message, remedy, column, value

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["job", "position"], name="import_row_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["job", "outcome", "position"], name="import_row_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.outcome}"


class ImportMapping(models.Model):
    """A mapping of a file's columns, and how it is read, kept under a name."""

    installation = models.ForeignKey(
        Installation, on_delete=models.CASCADE, related_name="import_mappings"
    )
    name = models.CharField(max_length=100)
    options = models.JSONField(default=dict)  # records.ReadOptions, but ``after``
    saved_by = models.CharField(max_length=200)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "name"], name="import_mapping_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ImportRequest(models.Model):
    """The answer to one call of the API, so that the same key again gets the same answer."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="import_requests"
    )
    actor = models.CharField(max_length=200)
    key = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64)
    answer = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "actor", "key"], name="import_request_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["created_at"], name="import_request_age")]

    def __str__(self) -> str:
        return self.key
