"""Who works here, how they like to work, and what they noted."""

from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation


class StaffMember(models.Model):
    """A member of a store's staff as their dashboard token names them; never shown to customers.

    It gives the ``staff:<id>`` of histories and ledgers a name that people know.
    """

    installation = models.ForeignKey(Installation, on_delete=models.CASCADE, related_name="staff")
    user_id = models.CharField(max_length=200)  # Saleor's global id
    email = models.CharField(max_length=320)
    seen_at = models.DateTimeField()  # exact to a day

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "user_id"], name="staff_member_once"),
        ]

    def __str__(self) -> str:
        return f"staff {self.user_id}"


class Preference(models.Model):
    """A person's own value of something in the pages, e.g. a grid's columns; ours is the key."""

    installation = models.ForeignKey(
        Installation, on_delete=models.CASCADE, related_name="preferences"
    )
    user_id = models.CharField(max_length=200)
    name = models.CharField(max_length=100)
    value = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "user_id", "name"], name="preference_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.user_id}"


class SavedView(models.Model):
    """A named state of the grid: filters, search, order, columns."""

    installation = models.ForeignKey(
        Installation, on_delete=models.CASCADE, related_name="saved_views"
    )
    user_id = models.CharField(max_length=200)  # who owns it
    name = models.CharField(max_length=100)
    state = models.JSONField()
    shared = models.BooleanField(default=False)  # all staff of the store see it
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["installation", "user_id"], name="saved_view_by_owner"),
        ]

    def __str__(self) -> str:
        return self.name


class StaffNote(models.Model):
    """What staff wrote about a document for each other. It goes with a draft, and by erasure."""

    document = models.ForeignKey(
        SalesDocument, on_delete=models.CASCADE, related_name="staff_notes"
    )
    author = models.CharField(max_length=200)  # "staff:<id>"
    text = models.TextField()
    pinned = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["document", "id"], name="staff_note_by_document"),
        ]

    def __str__(self) -> str:
        return f"note {self.pk} on {self.document_id}"
