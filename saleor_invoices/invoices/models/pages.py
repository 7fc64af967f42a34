"""Pictures of documents' pages: made when somebody looks, and made anew where they are gone."""

from django.db import models

from saleor_invoices.invoices.models.documents import DocumentFile


class FilePages(models.Model):
    """The pages of a PDF: ``{"width": ..., "height": ..., "sha256": ...}``, in pixels.

    The digest is that of the stored picture, empty while there is none. Without pages, the file
    can't be drawn.
    """

    file = models.OneToOneField(DocumentFile, on_delete=models.CASCADE, related_name="pages")
    pages = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "pages of files"

    def __str__(self) -> str:
        return f"{len(self.pages)} pages of {self.file_id}"
