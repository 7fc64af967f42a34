"""ORDER_CONFIRMED: the moment of the invoice where the policy says so."""

from datetime import timedelta

from saleor_invoices.domain import codec
from saleor_invoices.invoices.models import SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_by_the_policy_confirmed_the_order_is_invoiced_unpaid(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="confirmed", payment_terms_days=10)
    payload = example("order_confirmed")
    shop.add(payload)
    desk.handle("order_confirmed", payload)

    document = SalesDocument.objects.get()
    assert document.issue_date is not None
    assert document.due_date == document.issue_date + timedelta(days=10)
    assert (document.payment.status, document.payment.balance_minor) == ("unpaid", 13817)
    assert codec.decode(bytes(document.snapshot)).buyer.name == "Sample Buyer GmbH"
    assert shop.mutations() == ["invoiceCreate"]


def test_by_the_default_policy_it_waits_for_the_money(desk: Desk, shop: Shop) -> None:
    desk.handle("order_confirmed", example("order_confirmed"))
    assert not SalesDocument.objects.exists()
    assert shop.mutations() == []
