"""What the inbox gave up on becomes a problem that the merchant sees."""

from saleor_invoices.inbox.registry import Failure, Inbound
from saleor_invoices.invoices.services.problem import (
    delivery_subject,
    problem_open,
    problem_resolve,
)


def delivery_failed(inbound: Inbound, failure: Failure) -> None:
    """Open the problem of a delivery."""
    problem_open(
        installation=inbound.installation,
        subject=delivery_subject(inbound.delivery_id),
        code=f"DELIVERY_{failure.code}",
        message=f"Saleor's {inbound.event.upper()} could not be worked off: {failure.message}",
        remedy="Remove the cause and press Retry; the delivery is kept.",
        params={"delivery_id": inbound.delivery_id, "event": inbound.event},
    )


def delivery_recovered(inbound: Inbound) -> None:
    """Close it when a later attempt succeeded."""
    problem_resolve(
        installation=inbound.installation, subject=delivery_subject(inbound.delivery_id)
    )
