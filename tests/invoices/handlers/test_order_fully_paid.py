"""ORDER_FULLY_PAID: by the default policy, the moment of the invoice."""

from datetime import datetime
from zoneinfo import ZoneInfo

from saleor_invoices.documents.storage import open_verified
from saleor_invoices.invoices.models import OrderRecord, Problem, SalesDocument
from tests.documents.pdf import pdf_text
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_a_paid_order_becomes_a_numbered_invoice_with_a_pdf_in_saleor(
    desk: Desk, shop: Shop
) -> None:
    payload = example("order_fully_paid")
    shop.add(payload)
    delivery = desk.handle("order_fully_paid", payload)

    document = SalesDocument.objects.get()
    year = datetime.now(ZoneInfo("Europe/Berlin")).year
    assert (delivery.state, delivery.attempts) == ("done", 1)
    assert document.number == f"INV-{year}-00001"
    assert (document.gross_minor, document.currency) == (13817, "EUR")
    assert (document.payment.status, document.payment.balance_minor) == ("paid", 0)
    assert OrderRecord.objects.get().number == "1001"

    (invoice,) = shop.invoices.values()
    link = document.links.get()
    assert invoice["number"] == document.number
    assert invoice["url"] == f"https://invoices.example.com/i/{link.token}"
    assert invoice["status"] == "SUCCESS"

    file = document.files.get(kind="pdf")
    assert document.number in pdf_text(open_verified(file.storage_key, file.sha256))
    assert list(document.history.order_by("pk").values_list("event", flat=True)) == [
        "issued",
        "rendered",
        "published",
    ]
    assert not Problem.objects.exists()


def test_the_same_delivery_again_changes_nothing(desk: Desk, shop: Shop) -> None:
    payload = example("order_fully_paid")
    shop.add(payload)
    first = desk.handle("order_fully_paid", payload)
    desk.handle("order_fully_paid", payload)

    first.refresh_from_db()
    assert first.received_count == 2
    assert SalesDocument.objects.count() == 1
    assert shop.mutations() == ["invoiceCreate"]
