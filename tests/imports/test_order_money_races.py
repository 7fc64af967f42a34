"""Both tellers at once, many times: nobody waits for each other, and money counts once."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.services.external_link import external_unlink
from saleor_invoices.invoices.services.order_money import order_money_again
from saleor_invoices.stores.models import LegalEntity
from tests.imports.linked import bring, by_hand, document, life, link, stands
from tests.invoices.conftest import Configure, configure, seller
from tests.invoices.test_issue_concurrently import together

__all__ = ["configure", "seller"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("seller")]


def test_saleor_its_source_and_staff_tell_at_once(seller: LegalEntity) -> None:
    bring(seller, 1, issueDate="2026-03-01")
    bring(seller, 2, issueDate="2026-03-05")
    order = life(seller, "238.00")
    link(1, order)
    link(2, order)
    early, late = order.charge("100.00").now(), order.charge("100.00").now()
    together(
        [
            lambda: order.tell(early, minute=1),
            lambda: bring(seller, 2, ("erp-2", "119.00"), issueDate="2026-03-05"),
            lambda: order.tell(late, minute=2),
            lambda: by_hand(1, "38.00"),
            lambda: order.tell(late, minute=2),
            lambda: bring(seller, 1, ("erp-1", "81.00"), issueDate="2026-03-01"),
            lambda: order_money_again(record=order.record),
            lambda: order.tell(early, minute=1),
        ]
    )
    order_money_again(record=order.record)
    assert (stands(1)[2], stands(2)) == (0, ("paid", 11900, 0))


def test_linked_and_unlinked_while_its_order_is_paid(
    seller: LegalEntity, configure: Configure
) -> None:
    configure(issue_policy="on_request")  # without its import, the order would get one of ours
    bring(seller)
    orders = [life(seller).charge("119.00"), life(seller)]

    def unlink() -> None:
        external_unlink(document=document(1), actor="staff:alice")

    for _ in range(3):
        together(
            [
                lambda: _tried(lambda: link(1, orders[0])),
                orders[0].tell,
                lambda: _tried(unlink),
                lambda: _tried(lambda: link(1, orders[1])),
                lambda: orders[1].tell(minute=5),
            ]
        )
        stands()  # the books are right wherever it ended
        link(1, orders[1])
        assert stands() == ("unpaid", 0, 11900)
        link(1, orders[0])
        assert stands() == ("paid", 11900, 0)


def _tried(job: Callable[[], object]) -> None:
    """Whoever comes too late is told so."""
    with suppress(AppError):
        job()
