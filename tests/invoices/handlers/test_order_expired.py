"""ORDER_EXPIRED: an unconfirmed order lapsed."""

from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def test_an_expired_order_is_not_invoiced(desk: Desk, shop: Shop, configure: Configure) -> None:
    configure(issue_policy="confirmed")
    delivery = desk.handle("order_expired", example("order_expired"))
    assert delivery.state == "done"
    assert OrderRecord.objects.get().status == "EXPIRED"
    assert not SalesDocument.objects.exists()
    assert shop.mutations() == []
