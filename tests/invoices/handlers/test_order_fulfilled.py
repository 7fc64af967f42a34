"""ORDER_FULFILLED: everything was sent; the moment of the invoice where the policy says so."""

from datetime import date

from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.invoices.models import SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_by_the_policy_fulfilled_the_invoice_names_the_day_of_supply(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="fulfilled")
    shop.add(example("order_fulfilled"))
    desk.handle("order_fully_paid", example("order_fully_paid"))
    assert not SalesDocument.objects.exists()

    desk.handle("order_fulfilled", example("order_fulfilled"))
    delivery = codec.decode(bytes(SalesDocument.objects.get().snapshot)).delivery
    assert delivery is not None
    assert (delivery.supply_date, delivery.supply_date_kind) == (
        date(2026, 3, 3),
        SupplyDateKind.DELIVERY,
    )
