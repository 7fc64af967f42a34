"""Drafts that are written by hand: what was typed, beside the document that it would become."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models.documents import SalesDocument
from saleor_invoices.stores.models import Installation


class DraftForm(models.Model):
    """The form of a draft. After the issue its content is gone; the row keeps the key.

    ``version`` counts the saves: who saves or issues says which one they read.
    """

    document = models.OneToOneField(
        SalesDocument, on_delete=models.CASCADE, related_name="draft_form", primary_key=True
    )
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="draft_forms"
    )
    key = models.CharField(max_length=400)  # idempotency key of whoever created it
    form = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    created_by = models.CharField(max_length=200)
    updated_by = models.CharField(max_length=200)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="draft_form_once"),
        ]

    def __str__(self) -> str:
        return f"form of {self.document_id}"
