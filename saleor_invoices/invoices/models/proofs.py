"""What must be shown to an auditor beside the documents themselves."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import SalesDocument
from saleor_invoices.stores.models import Installation


class EInvoiceRecord(models.Model):
    """What became of a document's e-invoice: made and judged, or left out and why."""

    class Outcome(models.TextChoices):
        MADE = "made"  # in the PDF, as a file beside it, or both
        LEFT_OUT = "left_out"  # EN 16931 can't express it, or a rule refused it
        NOT_WANTED = "not_wanted"  # no profile applies

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="einvoice", primary_key=True
    )
    outcome = models.CharField(max_length=12, choices=Outcome)
    profile = models.CharField(max_length=20, default="", blank=True)
    syntax = models.CharField(max_length=5, default="", blank=True)
    judged_by = models.JSONField(default=list)  # names of the rule sets
    findings = models.JSONField(default=list)  # code, rule, severity, message, remedy, place
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.document_id}: {self.outcome}"


class VatCheck(models.Model):
    """One answer of VIES about a buyer's VAT id, kept as proof."""

    class Answer(models.TextChoices):
        VALID = "valid"
        INVALID = "invalid"
        UNAVAILABLE = "unavailable"  # VIES or the member state did not answer

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="vat_checks"
    )
    vat_id = models.CharField(max_length=20)
    requester_vat_id = models.CharField(max_length=20, default="", blank=True)
    answer = models.CharField(max_length=12, choices=Answer)
    name = models.CharField(max_length=500, default="", blank=True)
    address = models.CharField(max_length=1000, default="", blank=True)
    consultation_number = models.CharField(max_length=60, default="", blank=True)
    detail = models.CharField(max_length=300, default="", blank=True)
    checked_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["installation", "vat_id", "-checked_at"], name="vat_check_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.vat_id}: {self.answer}"


class Erasure(models.Model):
    """The lawful erasure of a document's content: who, when, why, and what was erased.

    The row must be there before the triggers let the content go (``services.document_erase``).
    """

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="erasure", primary_key=True
    )
    reason = models.CharField(max_length=300)
    retained_until = models.DateField()  # the last day on which it had to be kept
    erased_by = models.CharField(max_length=200)
    erased_at = models.DateTimeField()
    files = models.JSONField(default=list)  # kind and SHA-256 of the files that went

    def __str__(self) -> str:
        return f"erasure of {self.document_id}"
