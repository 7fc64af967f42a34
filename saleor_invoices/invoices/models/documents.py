"""The documents themselves: frozen once issued, with what belongs to them for ever."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from uuid6 import uuid7

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.stores.crypto import EncryptedTextField
from saleor_invoices.stores.models import Installation, LegalEntity


def choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """An enum's values as Django wants them."""
    return [(item.value, item.value) for item in enum]


class NumberSeries(models.Model):
    """Counter and chain head of one legal entity, document kind and mode; locked at each issue."""

    legal_entity = models.ForeignKey(LegalEntity, on_delete=models.PROTECT, related_name="series")
    kind = models.CharField(max_length=20, choices=choices(DocumentKind))
    test_mode = models.BooleanField(default=False)
    period = models.CharField(max_length=10, default="", blank=True)  # of ``last_sequence``
    last_sequence = models.PositiveBigIntegerField(default=0)
    last_issue_date = models.DateField(null=True, blank=True)
    chain_length = models.PositiveBigIntegerField(default=0)
    chain_head = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["legal_entity", "kind", "test_mode"], name="number_series_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.legal_entity_id}/{self.kind}"


class OrderRecord(models.Model):
    """What we know of a Saleor order; its row is the lock under which the order is worked on."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="orders", db_index=False
    )
    order_id = models.CharField(max_length=200)  # Saleor's global id
    number = models.CharField(max_length=255, default="")
    channel = models.CharField(max_length=255, default="")
    customer_id = models.CharField(max_length=200, default="")
    seen_issued_at = models.DateTimeField(null=True, blank=True)  # newest state taken in
    charged_minor = models.BigIntegerField(default=0)
    refunded_minor = models.BigIntegerField(default=0)
    total_minor = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="")
    status = models.CharField(max_length=40, default="")
    difference = models.JSONField(null=True, blank=True)  # to its invoices, since they were issued
    uninvoiced_minor = models.BigIntegerField(default=0)  # of an order invoiced in parts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "order_id"], name="order_once"),
        ]

    def __str__(self) -> str:
        return f"order {self.number}"


class SalesDocument(models.Model):
    """An invoice, credit note or proforma. Once issued, no column changes and no row goes.

    One of another system (``source``) follows its source: each change counts ``revision`` up.
    """

    class Source(models.TextChoices):
        OWN = "own"
        IMPORTED = "imported"

    # Ordered by time (RFC 9562, version 7): documents of one day list in the order they were made.
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="documents", db_index=False
    )
    legal_entity = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, related_name="documents", db_index=False
    )
    series = models.ForeignKey(
        NumberSeries,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        db_index=False,
    )
    order = models.ForeignKey(
        OrderRecord, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    preceding = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="following"
    )
    kind = models.CharField(max_length=20, choices=choices(DocumentKind))
    state = models.CharField(max_length=10, choices=choices(DocumentState), default="draft")
    source = models.CharField(max_length=10, choices=Source, default=Source.OWN)
    test_mode = models.BooleanField(default=False)
    number = models.CharField(max_length=255, default="", blank=True)  # BT-1
    period = models.CharField(max_length=10, default="", blank=True)
    sequence = models.PositiveBigIntegerField(null=True, blank=True)
    issue_date = models.DateField(null=True, blank=True)  # BT-2, local to the legal entity
    due_date = models.DateField(null=True, blank=True)  # BT-9
    issued_at = models.DateTimeField(null=True, blank=True)
    currency = models.CharField(max_length=3)  # BT-5
    net_minor = models.BigIntegerField()  # BT-109
    tax_minor = models.BigIntegerField()  # BT-110
    gross_minor = models.BigIntegerField()  # BT-112
    payable_minor = models.BigIntegerField()  # BT-115
    collectable_minor = models.BigIntegerField(default=0)  # BT-115 and what was paid at issue
    channel = models.CharField(max_length=255, default="", blank=True)
    language = models.CharField(max_length=20, default="en")
    buyer_name = models.CharField(max_length=400, default="", blank=True)
    customer_id = models.CharField(max_length=200, default="", blank=True)
    customer_email = models.CharField(max_length=320, default="", blank=True)
    order_number = models.CharField(max_length=255, default="", blank=True)
    search_text = models.TextField(default="", blank=True)  # normalised, see domain.search
    snapshot = models.BinaryField()  # the whole Document, by domain.codec
    salt = models.BinaryField(default=b"")  # of ``digest``, so that erasure leaves the chain whole
    digest = models.CharField(max_length=64, default="", blank=True)
    chain_position = models.PositiveBigIntegerField(null=True, blank=True)
    previous_hash = models.CharField(max_length=64, default="", blank=True)
    chain_hash = models.CharField(max_length=64, default="", blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)  # then snapshot and names are empty
    revision = models.PositiveIntegerField(default=0)  # counts the changes of an imported document
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["legal_entity", "number"],
                name="document_number_once",
                condition=models.Q(state="issued", source="own"),
            ),
            models.UniqueConstraint(
                fields=["series", "period", "sequence"], name="document_sequence_once"
            ),
            models.UniqueConstraint(
                fields=["series", "chain_position"], name="document_chain_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["installation", "-issue_date", "-id"], name="document_by_date"),
            models.Index(fields=["installation", "number", "id"], name="document_by_number"),
            models.Index(fields=["installation", "-gross_minor", "-id"], name="document_by_total"),
            models.Index(
                fields=["installation", "customer_id", "-issue_date", "-id"],
                name="document_by_customer",
            ),
            models.Index(
                fields=["installation", "channel", "-issue_date", "-id"],
                name="document_by_channel",
            ),
            models.Index(fields=["installation", "-due_date", "-id"], name="document_by_due_date"),
            models.Index(fields=["installation", "-created_at", "-id"], name="document_by_created"),
            models.Index(fields=["installation", "order_number"], name="document_by_order_number"),
            # Sums over thousands of payment states need these few columns of each document: SQLite
            # would read every snapshot's page to get at them.
            models.Index(
                fields=["id", "state", "test_mode", "currency", "legal_entity", "due_date"],
                name="document_for_sums",
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"draft {self.pk}"


class OrderCoverage(models.Model):
    """Which live document covers which part of an order; unique, so that there is never a twin.

    ``part`` is "order" for the whole order, "fulfillment:<id>" for a parcel, or "rest" for what
    no parcel held. A correction moves the row on to the new document.
    """

    order = models.ForeignKey(OrderRecord, on_delete=models.PROTECT, related_name="coverage")
    part = models.CharField(max_length=200, default="order")
    document = models.ForeignKey(SalesDocument, on_delete=models.PROTECT, related_name="coverage")
    released_at = models.DateTimeField(null=True, blank=True)  # voided: may be asked for anew

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "part"], name="order_covered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.order_id}:{self.part}"


class DocumentFile(models.Model):
    """A rendered file of a document, kept for ever under its SHA-256."""

    class Kind(models.TextChoices):
        PDF = "pdf"
        XML = "xml"

    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="files", db_index=False
    )
    kind = models.CharField(max_length=10, choices=Kind)
    storage_key = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()  # bytes
    engine = models.CharField(max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "kind"], name="document_file_once"),
        ]

    def __str__(self) -> str:
        return self.storage_key


class DownloadLink(models.Model):
    """The private link that Saleor's ``Invoice.url`` carries.

    ``opens_until`` null is strict mode: it never opens by itself.
    """

    document = models.ForeignKey(SalesDocument, on_delete=models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    token = EncryptedTextField()
    opens_until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"link of {self.document_id}"


class LinkCode(models.Model):
    """A code mailed to the customer's own address, to open a link that no longer opens itself."""

    link = models.ForeignKey(DownloadLink, on_delete=models.CASCADE, related_name="codes")
    code_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"code for {self.link_id}"


class HistoryEntry(models.Model):
    """Append-only: everything that happened to a document, with who and when."""

    document = models.ForeignKey(SalesDocument, on_delete=models.PROTECT, related_name="history")
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)  # "saleor", "app", "staff:<id>", "customer:<id>"
    event = models.CharField(max_length=60)
    params = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "history entries"

    def __str__(self) -> str:
        return f"{self.event} at {self.at:%Y-%m-%d %H:%M}"
