"""INVOICE_SENT: Saleor told the customer; it is written down."""

from saleor_invoices.inbox.services.delivery_replay import delivery_replay
from saleor_invoices.invoices.models import SalesDocument
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_it_is_written_into_the_history_once(desk: Desk, shop: Shop) -> None:
    payload = example("invoice_requested")
    shop.request_invoice(shop.add(payload)["id"])
    desk.handle("invoice_requested", payload)
    delivery = desk.handle("invoice_sent", example("invoice_sent"))
    with desk.capture(execute=True):
        delivery_replay(delivery_id=delivery.pk)
    assert desk.work() == ["process"]

    document = SalesDocument.objects.get()
    assert document.history.filter(event="sent_by_saleor", actor="saleor").count() == 1
    assert shop.mutations() == ["invoiceUpdate"]


def test_an_invoice_that_is_not_ours_is_passed_over(desk: Desk, shop: Shop) -> None:
    delivery = desk.handle("invoice_sent", example("invoice_sent"))
    assert delivery.state == "done"
    assert shop.calls == []
