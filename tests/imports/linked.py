"""A linked import and its order, told of by both tellers, for tests of their money."""

import uuid
from decimal import Decimal
from typing import Any

from django.utils import timezone

from saleor_invoices.imports.models import ImportJob
from saleor_invoices.invoices.models import ExternalReference, PaymentState, SalesDocument
from saleor_invoices.invoices.services.external_link import external_attach
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.saleor.matches import OrderMatch
from saleor_invoices.stores.models import LegalEntity
from tests.domain import builders
from tests.imports.files import brought, invoice
from tests.invoices.money import Life
from tests.invoices.orders import order

NEW_VERSION = ImportJob.Policy.NEW_VERSION


def life(entity: LegalEntity, gross: str = "119.00", **fields: Any) -> Life:
    """An order of one line that Saleor tells of."""
    net = str((Decimal(gross) / Decimal("1.19")).quantize(Decimal("0.01")))
    values = {"lines": (builders.line(net, gross),), "total": builders.amount(net, gross)}
    return Life(entity.installation, order(**{**values, **fields}))


def bring(entity: LegalEntity, name: int = 1, *paid: tuple[str, str], **changes: Any) -> None:
    """The source brings an invoice of 119.00, with what it says was paid: reference, amount."""
    payments = [{"reference": one, "amount": amount} for one, amount in paid]
    job = brought(
        entity,
        [invoice(name, payments=payments, **changes)],
        key=str(uuid.uuid4()),
        policy=NEW_VERSION,
        publish=False,
    )
    assert job.rejected_count == 0, [row.findings for row in job.reports.all()]


def link(name: int, to: Life) -> SalesDocument:
    """The invoice is tied to the order."""
    reference = found(name)
    external_attach(
        reference=reference,
        order=OrderMatch(
            id=to.order.id, number=to.order.number, created=timezone.now(), status="UNFULFILLED",
            channel="channel-eur", currency="EUR", total=to.order.total.gross, customer_id="",
            email="buyer@example.com",
        ),
        actor="app",
    )  # fmt: skip
    return document(name)


def found(name: int) -> ExternalReference:
    """What the source calls it."""
    return ExternalReference.objects.select_related("document").get(external_id=f"ERP-{name}")


def document(name: int) -> SalesDocument:
    """The imported invoice."""
    return SalesDocument.objects.select_related("installation", "order").get(number=f"R-{name}")


def by_hand(name: int, amount: str, reference: str = "bank-1") -> None:
    """Staff write down what came for it."""
    paid = ManualPayment(amount=Decimal(amount), reference=reference, occurred_at=timezone.now())
    payment_record(document=document(name), payment=paid, actor="staff:alice")


def stands(name: int = 1) -> tuple[str, int, int]:
    """Status, what is held and what is owed; and the books are right."""
    assert ledger_verify().faults == []
    state = PaymentState.objects.get(document__number=f"R-{name}")
    return state.status, state.paid_minor, state.balance_minor
