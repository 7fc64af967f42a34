"""ORDER_PAID: a charge increased; the order may be paid in part only."""

from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_a_part_is_taken_in_and_does_not_make_an_invoice(desk: Desk, shop: Shop) -> None:
    desk.handle("order_paid", example("order_paid"))
    assert OrderRecord.objects.get().charged_minor == 5000
    assert not SalesDocument.objects.exists()
    assert shop.mutations() == []


def test_the_issued_invoice_follows_the_payment(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="confirmed")
    shop.add(example("order_confirmed"))
    desk.handle("order_confirmed", example("order_confirmed"))
    before = SalesDocument.objects.values().get()
    desk.handle("order_paid", example("order_paid"))

    document = SalesDocument.objects.get()
    assert document.payment.status == "partially_paid"
    assert (document.payment.paid_minor, document.payment.balance_minor) == (5000, 8817)
    changed = document.history.get(event="payment_changed")
    assert (changed.actor, changed.params) == ("saleor", {"status": "partially_paid"})
    assert SalesDocument.objects.values().get() == before  # the document itself stands
