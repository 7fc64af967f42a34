"""ORDER_REFUNDED: a part was given back."""

from saleor_invoices.invoices.models import SalesDocument
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_the_payment_follows_and_no_debt_is_opened_again(desk: Desk, shop: Shop) -> None:
    shop.add(example("order_fully_paid"))
    desk.handle("order_fully_paid", example("order_fully_paid"))
    desk.handle("order_refunded", example("order_refunded"))  # isPaid is false now

    payment = SalesDocument.objects.get(kind="invoice").payment
    assert payment.status == "partially_refunded"
    assert (payment.paid_minor, payment.refunded_minor, payment.balance_minor) == (12470, 1347, 0)
    note = SalesDocument.objects.get(kind="credit_note")
    assert (note.gross_minor, payment.credited_minor) == (1347, 1347)
    assert shop.mutations() == ["invoiceCreate"] * 2
