"""What reports add up, kept beside the documents: reading a hundred thousand snapshots is slow."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import SalesDocument


class VatShare(models.Model):
    """What of an issued document is of one VAT category and rate (``domain.vat_shares``).

    Written when the document is issued and frozen with it; ``verify_ledger`` compares it with the
    snapshot. An erasure leaves it: it names nobody. Category and rate are empty for a document that
    had been erased before these rows were kept.
    """

    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="vat_shares", db_index=False
    )
    category = models.CharField(max_length=4, default="", blank=True)  # UNTDID 5305
    rate = models.CharField(max_length=30, default="", blank=True)  # percent, e.g. "8.875"
    country = models.CharField(max_length=2, default="", blank=True)
    net_minor = models.BigIntegerField()
    tax_minor = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "category", "rate"], name="vat_share_once"),
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.rate} % of {self.document_id}"
