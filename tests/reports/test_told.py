"""Money of linked imports in what customers owe: as much as the invoices say, on every day."""

from datetime import date

import pytest
from django.utils import timezone

from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.order_money import order_money_again
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.reports.selectors.balances import owed_on
from saleor_invoices.reports.selectors.customers import Entry, customer_statement
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.stores.models import LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter
from tests.reports.ledger import ANNA, DAY, invoice, on

FIRST, LAST = DAY, date(2026, 3, 30)


@pytest.fixture
def imported(seller: LegalEntity) -> SalesDocument:
    """An import of 100.00 that is linked to an order."""
    with on(0):
        row = invoice(seller, 10_000)
    order = OrderRecord.objects.create(
        installation=seller.installation, order_id="order-9", number="9", currency=row.currency
    )
    alter(row, source="imported", order=order, order_number="9")
    return SalesDocument.objects.select_related("installation", "order").get(pk=row.pk)


def moved(row: SalesDocument, day: int, amount: int, source: str = "saleor") -> None:
    """Money of the order, or told by its source, on a day; counted as it is told."""
    with on(day):
        of_order = source == "saleor"
        movement = books.movement(
            row, amount, source=source, order=row.order if source != "import" else None,
            kind=MovementKind.CHARGE if amount > 0 else MovementKind.REFUND,
            occurred_at=timezone.now(),
        )  # fmt: skip
        if not of_order:
            books.allocate(movement, row, amount)
            payment_follow(document=row)
        assert row.order is not None
        row.order.installation = row.installation
        order_money_again(record=row.order)


def owed(scope: Scope, day: int) -> int:
    """What is owed at the end of a day, looked at later."""
    with on(27):
        return sum(one.minor for one in owed_on(scope, date(2026, 3, 2 + day)))


def statement(scope: Scope) -> list[tuple[int, Entry, int]]:
    """Day, kind and amount of each row; it closes with what is owed."""
    with on(28):
        found = customer_statement(
            Scope(installation=scope.installation, currency="PLN"),
            customer_id=ANNA, start=FIRST, end=LAST,
        )  # fmt: skip
    assert found.closing == sum(row.minor for row in found.rows)
    return [((row.on - DAY).days, row.entry, row.minor) for row in found.rows]


def test_money_of_the_order_is_in_them(scope: Scope, imported: SalesDocument) -> None:
    moved(imported, 3, 4_000)
    moved(imported, 5, 6_000)
    assert [owed(scope, day) for day in (2, 6)] == [10_000, 0]
    assert statement(scope) == [(0, Entry.INVOICE, 10_000), (5, Entry.PAYMENT, -10_000)]


def test_what_both_tell_is_there_once(scope: Scope, imported: SalesDocument) -> None:
    moved(imported, 2, 4_000, "import")
    moved(imported, 3, 10_000)
    assert [owed(scope, day) for day in (1, 2, 3)] == [10_000, 6_000, 0]
    assert statement(scope) == [
        (0, Entry.INVOICE, 10_000), (2, Entry.PAYMENT, -4_000), (3, Entry.PAYMENT, -6_000),
    ]  # fmt: skip


def test_what_was_paid_here_and_told_later_is_there_once(
    scope: Scope, imported: SalesDocument
) -> None:
    moved(imported, 2, 10_000, "stripe")
    moved(imported, 4, 10_000, "import")
    moved(imported, 6, -3_000)
    assert [owed(scope, day) for day in (1, 2, 5, 7)] == [10_000, 0, 0, 0]
    assert statement(scope) == [
        (0, Entry.INVOICE, 10_000), (2, Entry.PAYMENT, -10_000), (6, Entry.REFUND, 3_000),
    ]  # fmt: skip
