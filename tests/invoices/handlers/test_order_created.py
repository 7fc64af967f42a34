"""ORDER_CREATED: an order came in; it may still have to be confirmed."""

from saleor_invoices.invoices.models import OrderRecord, Problem, SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_an_unconfirmed_order_is_only_noted(desk: Desk, shop: Shop, configure: Configure) -> None:
    configure(issue_policy="confirmed")
    delivery = desk.handle("order_created", example("order_created"))

    record = OrderRecord.objects.get()
    assert delivery.state == "done"
    assert (record.number, record.status, record.channel) == ("1001", "UNCONFIRMED", "europe")
    assert (record.total_minor, record.charged_minor, record.currency) == (13817, 0, "EUR")
    assert not SalesDocument.objects.exists()
    assert not Problem.objects.exists()
    assert shop.mutations() == []


def test_an_order_that_arrives_paid_is_invoiced_at_once(desk: Desk, shop: Shop) -> None:
    # A checkout with money: order_created already says isPaid.
    paid = example("order_fully_paid")
    shop.add(paid)
    desk.handle("order_created", paid)
    assert SalesDocument.objects.get().payment.status == "paid"
