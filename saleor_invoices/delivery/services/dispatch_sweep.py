"""Mails that a crash left behind."""

from django.db.models import Q
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services.dispatch_request import SEND_TASK
from saleor_invoices.delivery.services.dispatch_send import dispatches_sendable, uncertain
from saleor_invoices.invoices.services import leases

BATCH = 500


def dispatches_sweep() -> None:
    """Send what is due; call unknown what was being sent when its worker's lease ran out."""
    due = dispatches_sendable().filter(leases.due()).values_list("pk", flat=True)
    for identity in due.order_by("created_at")[:BATCH]:
        background.send(SEND_TASK, str(identity))
    lost = Q(state=Dispatch.State.SENDING, next_attempt_at__lte=timezone.now())
    rows = Dispatch.objects.filter(lost).select_related("document", "installation")
    for dispatch in rows.order_by("created_at")[:BATCH]:
        uncertain(dispatch, why="The worker stopped while it was handing the mail over.")
