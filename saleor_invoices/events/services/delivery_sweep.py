"""Events that are due, or that a crash left behind."""

from saleor_invoices import background
from saleor_invoices.events.selectors import deliveries_sendable
from saleor_invoices.events.services.event_write import SEND_TASK
from saleor_invoices.invoices.services import leases

BATCH = 500


def deliveries_sweep() -> None:
    """Have everything sent whose time has come."""
    due = deliveries_sendable().filter(leases.due()).values_list("pk", flat=True)
    for identity in due.order_by("created_at")[:BATCH]:
        background.send(SEND_TASK, str(identity))
