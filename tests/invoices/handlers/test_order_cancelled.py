"""ORDER_CANCELLED: never a reason for an invoice by itself."""

import pytest

from saleor_invoices.invoices.models import OrderRecord, Problem, SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


@pytest.mark.parametrize("policy", ["on_request", "confirmed", "fully_paid", "fulfilled"])
def test_a_cancelled_order_is_not_invoiced(
    desk: Desk, shop: Shop, configure: Configure, policy: str
) -> None:
    configure(issue_policy=policy)
    # Saleor keeps isPaid and FULL on a paid order that was cancelled.
    payload = example("order_cancelled", isPaid=True, chargeStatus="FULL")
    desk.handle("order_cancelled", payload)
    assert OrderRecord.objects.get().status == "CANCELED"
    assert not SalesDocument.objects.exists()
    assert not Problem.objects.exists()
    assert shop.mutations() == []


def test_the_unpaid_invoice_of_an_order_cancelled_later_is_no_longer_owed_by_status(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="confirmed")
    shop.add(example("order_confirmed"))
    desk.handle("order_confirmed", example("order_confirmed"))
    desk.handle("order_cancelled", example("order_cancelled"))
    document = SalesDocument.objects.get(kind="invoice")
    assert (document.state, document.payment.status) == ("issued", "cancelled")
    assert SalesDocument.objects.get(kind="credit_note").gross_minor == document.gross_minor
