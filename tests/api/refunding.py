"""Giving money back over the API: the operation, a paid invoice, and what came of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import (
    Allocation,
    HistoryEntry,
    SalesDocument,
)
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import order_read
from tests.api.conftest import Ask
from tests.api.counter import Counter, identity
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example

REFUND = """mutation ($payment: ID!, $document: ID!, $amount: ExactDecimal!, $key: String!,
  $reason: String! = "") { salesPaymentRefund(paymentId: $payment, documentId: $document,
  amount: $amount, idempotencyKey: $key, reason: $reason) { state message document {
    balance { amount } payments { id kind amount { amount } refundable { amount } } } } }"""
ASKED = "transactionRequestAction"
Give = Callable[..., dict[str, Any]]


@contextmanager
def paid_by_card(counter: Counter, desk: Desk) -> Iterator[SalesDocument]:
    """An invoice of 138.17 EUR that was paid by card; what follows is queued."""
    row = counter.invoice(transactions=card_of("item-1001"))
    counter.shop.calls.clear()
    with desk.capture():
        yield row


def giver(ask: Ask, counter: Counter, invoice: SalesDocument) -> Give:
    """Has the cashier give back some of the invoice's payment."""

    def asked(amount: str, key: str = "k", who: str = "cashier", **more: Any) -> dict[str, Any]:
        given = {"payment": payment_of(invoice), "document": identity(invoice), **more}
        return ask(REFUND, counter.people[who], amount=amount, key=key, **given)

    return asked


def payment_of(invoice: SalesDocument) -> str:
    """The id of its first payment."""
    row = Allocation.objects.filter(document=invoice).order_by("pk").first()
    assert row is not None
    return global_id("SalesPayment", row.movement_id)


def shown(answer: dict[str, Any]) -> dict[str, Any]:
    """What came of it."""
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["salesPaymentRefund"]
    return found


def observe(counter: Counter, order_id: str = "order-1001") -> None:
    """Saleor tells of the order, as by a webhook."""
    counter.shop.orders[order_id]["updatedAt"] = timezone.now().isoformat()
    found = order_read(installation=counter.store, order_id=order_id)
    order_observe(installation=counter.store, order=found.order, issued_at=found.as_of)


def asked_of(shop: Shop) -> int:
    """How often Saleor was asked to give money back."""
    return sum(name in (ASKED, "orderRefund") for name in shop.operations)


def events() -> list[str]:
    """What the history tells of refunds."""
    rows = HistoryEntry.objects.filter(event__startswith="refund_").order_by("pk")
    return [row.event for row in rows]


def card_of(item: str) -> list[dict[str, Any]]:
    """The transactions of the example, with an id of their own."""
    (found,) = example("order_fully_paid")["order"]["transactions"]
    return [{**found, "id": item, "events": [dict(event) for event in found["events"]]}]


def card(counter: Counter) -> dict[str, Any]:
    """The transaction in Saleor that paid it."""
    found: dict[str, Any] = counter.shop.orders["order-1001"]["transactions"][0]
    return found
