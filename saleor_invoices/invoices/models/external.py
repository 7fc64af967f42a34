"""Documents of other systems: who says so, what they said before, and the trace of what is gone."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import SalesDocument
from saleor_invoices.invoices.models.work import Leased
from saleor_invoices.stores.models import Installation


class ExternalSource(models.Model):
    """A system that a store has documents from; its row is the lock under which they are kept.

    Two that bring the same documents at once come one after the other, so that neither is kept
    twice and neither waits for the other crosswise.
    """

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="external_sources"
    )
    name = models.CharField(max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "name"], name="external_source_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ExternalReference(Leased):
    """What another system calls one of its documents, and whose order it says that it is of.

    ``next_attempt_at`` and the rest of ``Leased`` are of the look-up in Saleor.
    """

    class Link(models.TextChoices):
        NONE = "none"  # it names no order
        PENDING = "pending"  # Saleor is being asked
        LINKED = "linked"
        UNLINKED = "unlinked"  # Saleor has no such order, or it does not fit: a person decides

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="external"
    )
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="external_references", db_index=False
    )
    source_system = models.CharField(max_length=60)
    external_id = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)  # of all that it said last
    version = models.PositiveIntegerField(default=1)  # of its content
    job = models.PositiveBigIntegerField(null=True, blank=True)  # that brought it last; null: API
    order_given = models.CharField(max_length=200, default="", blank=True)  # Saleor's id, as told
    order_number = models.CharField(max_length=255, default="", blank=True)
    order_reference = models.CharField(max_length=255, default="", blank=True)
    customer_given = models.CharField(max_length=200, default="", blank=True)
    customer_email = models.CharField(max_length=320, default="", blank=True)
    link = models.CharField(max_length=10, choices=Link, default=Link.NONE)
    link_code = models.CharField(max_length=60, default="", blank=True)  # why it is not linked
    publish = models.BooleanField(default=True)  # put it on its order in Saleor once linked
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "source_system", "external_id"],
                name="external_reference_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["installation", "next_attempt_at"],
                name="external_link_due",
                condition=models.Q(link="pending"),
            ),
            models.Index(
                fields=["installation", "-id"],
                name="external_unlinked",
                condition=models.Q(link="unlinked"),
            ),
            models.Index(
                fields=["job"], name="external_of_job", condition=models.Q(job__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_system} {self.external_id}"


class ExternalVersion(models.Model):
    """What an imported document said before its source said otherwise. It goes by erasure."""

    document = models.ForeignKey(SalesDocument, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    number = models.CharField(max_length=255)
    gross_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    snapshot = models.BinaryField()  # the whole Document, by domain.codec
    files = models.JSONField(default=list)  # kind, SHA-256 and key of its files then
    replaced_at = models.DateTimeField()
    replaced_by = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "version"], name="external_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}, version {self.version}"


class DeletedExternal(models.Model):
    """The trace of an imported document that staff deleted: who, when, why, and its history.

    The row must be there before the triggers let the document go (``services.external_delete``).
    ``files`` and ``saleor_invoices`` are what is still to be taken away elsewhere.
    """

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="deleted_externals"
    )
    document_id = models.UUIDField(unique=True)
    source_system = models.CharField(max_length=60)
    external_id = models.CharField(max_length=200)
    number = models.CharField(max_length=255)
    kind = models.CharField(max_length=20)
    issue_date = models.DateField(null=True, blank=True)
    gross_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    reason = models.CharField(max_length=300)
    deleted_by = models.CharField(max_length=200)
    deleted_at = models.DateTimeField()
    history = models.JSONField(default=list)  # its entries: at, actor, event, params
    files = models.JSONField(default=list)  # keys in the storage
    saleor_invoices = models.JSONField(default=list)  # Saleor's ids

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["installation", "source_system", "external_id"], name="deleted_external_id"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}, deleted"
