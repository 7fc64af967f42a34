"""What an imported document said before, and whose it was, go when its content is erased."""

from saleor_invoices.invoices.models import ExternalReference, ExternalVersion, SalesDocument


def external_files(document: SalesDocument) -> list[dict[str, str]]:
    """Files of former versions: kind, digest and key."""
    rows = ExternalVersion.objects.filter(document=document).order_by("version")
    return [dict(file) for files in rows.values_list("files", flat=True) for file in files]


def external_forget(document: SalesDocument) -> None:
    """Delete former versions, and the customer's address; what the source calls it stays, so that
    it is not brought again.
    """
    ExternalVersion.objects.filter(document=document).delete()
    ExternalReference.objects.filter(document=document).update(
        customer_email="", customer_given="", link=ExternalReference.Link.NONE
    )
