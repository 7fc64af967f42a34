"""ORDER_FULLY_REFUNDED: all was given back."""

from saleor_invoices.invoices.models import SalesDocument
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_the_invoice_stands_and_its_payment_is_refunded(desk: Desk, shop: Shop) -> None:
    shop.add(example("order_fully_paid"))
    desk.handle("order_fully_paid", example("order_fully_paid"))
    invoices = SalesDocument.objects.filter(kind="invoice")
    before = invoices.values().get()
    desk.handle("order_fully_refunded", example("order_fully_refunded"))

    payment = invoices.get().payment
    assert payment.status == "refunded"
    assert (payment.paid_minor, payment.refunded_minor, payment.balance_minor) == (0, 13817, 0)
    assert invoices.values().get() == before
    notes = SalesDocument.objects.filter(kind="credit_note", preceding=invoices.get())
    assert sum(note.gross_minor for note in notes) == payment.credited_minor == 13817


def test_a_refund_that_overtakes_the_payment_does_not_lose_the_invoice(
    desk: Desk, shop: Shop
) -> None:
    # What was refunded had been paid: the order of arrival must not decide.
    shop.add(example("order_fully_paid"))
    desk.handle("order_fully_refunded", example("order_fully_refunded"))
    desk.handle("order_fully_paid", example("order_fully_paid"))
    assert SalesDocument.objects.get(kind="invoice").payment.status == "refunded"
    notes = SalesDocument.objects.filter(kind="credit_note").count()
    assert shop.mutations() == ["invoiceCreate"] * (1 + notes)
