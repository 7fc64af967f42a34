"""Working on an order again from Saleor's own answer: fall-back, retry, late requests."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.order_observe import (
    Overtaken,
    order_invoice,
    order_observe,
)
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.saleor import publishing
from saleor_invoices.stores.models import Installation

READINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An order as Saleor answered, and the instant (by Saleor's clock) it is at least as new as."""

    order: Order
    as_of: datetime


def order_read(
    *, installation: Installation, order_id: str, patience: float | None = None
) -> Reading:
    """Ask Saleor for the order as it is now. Raises what ``publishing.order_fetch`` raises."""
    records = OrderRecord.objects.filter(installation=installation, order_id=order_id)
    # Looked up before the question: whatever is taken in while it is on its way is newer. Our own
    # clock is left out of it, since one that is ahead would make the next events look stale.
    seen = records.values_list("seen_issued_at", flat=True).first()
    order = publishing.order_fetch(
        saleor_client(installation),
        order_id=order_id,
        saleor_version=installation.saleor_version,
        patience=patience,
    )
    updated = order.updated or order.created
    return Reading(order=order, as_of=max(seen, updated) if seen else updated)


def order_invoice_now(
    *,
    installation: Installation,
    order_id: str,
    saleor_invoice_id: str | None = None,
    actor: str = "app",
) -> SalesDocument:
    """Issue and publish (``order_invoice``) the order as Saleor has it now.

    Raises ``Overtaken`` only when the order keeps changing while it is read.
    """
    for _ in range(READINGS - 1):
        with suppress(Overtaken):
            return _invoice_reading(installation, order_id, saleor_invoice_id, actor)
    return _invoice_reading(installation, order_id, saleor_invoice_id, actor)


def order_retry(*, installation: Installation, order_id: str, actor: str) -> SalesDocument | None:
    """Try an order again after the merchant repaired what stopped it.

    Requests that were left unanswered meanwhile (Saleor keeps them PENDING) are answered; without
    any, the channel's policy decides as if the order had just been heard of.
    """
    found = order_read(installation=installation, order_id=order_id)
    document = order_observe(installation=installation, order=found.order, issued_at=found.as_of)
    for invoice in found.order.invoices:
        if invoice.status == "PENDING":
            document = order_invoice_now(
                installation=installation,
                order_id=order_id,
                saleor_invoice_id=invoice.id,
                actor=actor,
            )
    return document


def _invoice_reading(
    installation: Installation, order_id: str, saleor_invoice_id: str | None, actor: str
) -> SalesDocument:
    found = order_read(installation=installation, order_id=order_id)
    return order_invoice(
        installation=installation,
        order=found.order,
        issued_at=found.as_of,
        saleor_invoice_id=saleor_invoice_id,
        actor=actor,
    )
