"""Which payments a viewer sees."""

from django.db.models import QuerySet

from saleor_invoices.domain.errors import NotAllowed
from saleor_invoices.invoices.selectors.viewers import (
    CustomerViewer,
    LinkViewer,
    Viewer,
    sees_all,
)
from saleor_invoices.payments.models import CustomerPayment

CUSTOMER, LINK = "customer:", "link:"


def payer_of(viewer: Viewer) -> str:
    """As whom the viewer pays. Raises ``NotAllowed`` for staff and keys: they don't."""
    if isinstance(viewer, CustomerViewer) and viewer.user_id:
        return f"{CUSTOMER}{viewer.user_id}"
    if isinstance(viewer, LinkViewer):
        return f"{LINK}{viewer.document_id}"
    raise NotAllowed("Customers pay, signed in or by their invoice's link.")


def payments_visible(*, viewer: Viewer) -> QuerySet[CustomerPayment]:
    """A customer's and a link's own, all of the store for staff and keys that read documents."""
    rows = CustomerPayment.objects.filter(installation=viewer.installation)
    rows = rows.select_related("installation", "legal_entity")
    return rows if sees_all(viewer) else rows.filter(payer=payer_of(viewer))
