"""What webhooks hear of documents and problems."""

from saleor_invoices.events.problems import WEBHOOK
from saleor_invoices.events.selectors import deliveries_failed
from saleor_invoices.events.services.delivery_decide import events_forget, webhook_again
from saleor_invoices.events.services.event_write import event_on_credit, event_on_payment
from saleor_invoices.invoices.selectors import failures
from saleor_invoices.invoices.services import listeners


def register_all() -> None:
    """Register everything once, at start."""
    listeners.on_payment_changed(event_on_payment)
    listeners.on_credited(event_on_credit)
    listeners.on_erased(events_forget)
    failures.add_source(deliveries_failed)
    listeners.on_retry(WEBHOOK, webhook_again)
