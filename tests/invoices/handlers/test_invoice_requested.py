"""INVOICE_REQUESTED: staff pressed Generate; that very invoice gets number and URL."""

from decimal import Decimal

from saleor_invoices.domain import codec
from saleor_invoices.invoices.models import Publication, SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_the_requested_invoice_is_answered_whatever_the_policy(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="on_request")
    payload = example("invoice_requested")
    order = shop.add(payload)
    requested = shop.request_invoice(order["id"])
    delivery = desk.handle("invoice_requested", payload)

    document = SalesDocument.objects.get()
    publication = Publication.objects.get()
    assert delivery.state == "done"
    assert (publication.saleor_invoice_id, publication.requested) == (requested, True)
    assert (publication.state, publication.attempts) == ("done", 1)
    assert shop.mutations() == ["invoiceUpdate"]
    assert list(shop.invoices) == [requested]
    assert shop.invoices[requested]["number"] == document.number
    assert shop.invoices[requested]["status"] == "SUCCESS"


def test_a_gift_card_is_a_prepaid_amount_and_the_discount_is_told_once(
    desk: Desk, shop: Shop
) -> None:
    payload = example("invoice_requested")
    shop.request_invoice(shop.add(payload)["id"])
    desk.handle("invoice_requested", payload)

    document = SalesDocument.objects.get()
    content = codec.decode(bytes(document.snapshot))
    totals = content.totals
    prepaid = [(part.kind, part.amount) for part in content.prepayments]
    assert prepaid == [("gift_card", Decimal(20)), ("payment", Decimal("118.17"))]
    assert (totals.gross, totals.prepaid, totals.payable) == (
        Decimal("138.17"),
        Decimal("138.17"),  # the gift card, and what had been paid when it was issued
        Decimal(0),
    )
    assert (document.payment.status, document.payment.balance_minor) == ("paid", 0)
    assert "GIFT_CARD_INFERRED" in document.history.get(event="issued").params["findings"]
