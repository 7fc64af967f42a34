"""ORDER_UPDATED: anything changed; its state makes up for any event that was lost."""

from saleor_invoices.invoices.models import SalesDocument
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_an_update_that_says_paid_is_enough_for_the_invoice(desk: Desk, shop: Shop) -> None:
    payload = example("order_updated")
    shop.add(payload)
    desk.handle("order_updated", payload)
    assert SalesDocument.objects.get().payment.status == "paid"
    assert shop.mutations() == ["invoiceCreate"]


def test_a_change_after_the_issue_leaves_the_document_as_it_was(desk: Desk, shop: Shop) -> None:
    payload = example("order_updated")
    shop.add(payload)
    desk.handle("order_updated", payload)
    before = SalesDocument.objects.values().get()

    later = example("order_updated", "2026-03-02T12:00:00+00:00", userEmail="other@example.com")
    desk.handle("order_updated", later)
    assert SalesDocument.objects.values().get() == before
    assert shop.mutations() == ["invoiceCreate"]
