"""Who owed how much for how long, on every day since the first."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import OrderRecord
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.reports.selectors.receivables import (
    CurrencyAges,
    receivables_aged,
    receivables_summed,
)
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.plugins import factories
from tests.reports.ledger import ANNA, BERT, DAY, credit, invoice, move, on, pay

LATER = 300  # days; by then everything has happened


def aged(scope: Scope, day: int | None = None) -> list[CurrencyAges]:
    """The report of a day, asked for long after it; or of the present."""
    as_of = None if day is None else DAY + timedelta(days=day)
    with on(LATER):
        return receivables_aged(Scope(**vars_of(scope)), as_of=as_of)[1]


def vars_of(scope: Scope) -> dict[str, Any]:
    """What a scope was made of: days are worked out once a scope."""
    names = ("installation", "legal_entity", "currency", "test_mode")
    return {name: getattr(scope, name) for name in names}


def total(scope: Scope, day: int | None = None) -> int:
    """What was owed in all, in the only currency."""
    return sum(ages.total.total for ages in aged(scope, day))


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (0, "not_due"),
        (14, "not_due"),
        (15, "days_1_to_30"),
        (44, "days_1_to_30"),
        (45, "days_31_to_60"),
        (74, "days_31_to_60"),
        (75, "days_61_to_90"),
        (104, "days_61_to_90"),
        (105, "over_90"),
    ],
)
def test_what_is_owed_lies_in_the_bucket_of_its_age(
    scope: Scope, seller: LegalEntity, days: int, bucket: str
) -> None:
    with on(0):
        invoice(seller)
    for (ages,) in (aged(scope, days), now(scope, days)):
        assert getattr(ages.total, bucket) == ages.total.total == 12_300


def now(scope: Scope, day: int) -> list[CurrencyAges]:
    """The report of a day on that day."""
    with on(day):
        return receivables_aged(Scope(**vars_of(scope)), as_of=None)[1]


def test_the_day_is_that_of_the_sellers_calendar(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        row = invoice(seller)
    # Half past eleven at night in Warsaw, and half an hour later.
    with on(3):
        pay(row, 100, at=datetime(2026, 3, 3, 22, 30, tzinfo=UTC))
        pay(row, 1_000, at=datetime(2026, 3, 3, 23, 30, tzinfo=UTC))
    assert [total(scope, day) for day in (0, 1, 2)] == [12_300, 12_200, 11_200]


def test_money_counts_from_the_day_it_moved_even_if_recorded_late(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        row = invoice(seller)
    with on(40) as moment:
        pay(row, 12_300, at=moment - timedelta(days=30))
    assert [total(scope, day) for day in (9, 10, 40)] == [12_300, 0, 0]


def test_money_that_was_moved_counts_where_it_lay_and_never_twice(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        first, second = invoice(seller), invoice(seller, 20_000, customer=BERT)
        payment = pay(first, 12_300)
    with on(5):
        move(payment, first, second, 2_300)
    with on(8):
        move(payment, second, first, 300)
    owed = {
        day: {row.customer_id: row.buckets.total for row in aged(scope, day)[0].debtors}
        for day in (0, 4, 5, 7, 8)
    }
    assert owed[0] == owed[4] == {BERT: 20_000}
    assert owed[5] == owed[7] == {ANNA: 2_300, BERT: 17_700}
    assert owed[8] == {ANNA: 2_000, BERT: 18_000}


def test_credit_notes_reduce_from_their_day_on(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        row = invoice(seller)
    with on(10):
        credit(row, 2_300)
    assert [total(scope, day) for day in (9, 10)] == [12_300, 10_000]


def test_refund_and_chargeback(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        row = invoice(seller)
        pay(row, 12_300)
    with on(1):
        pay(row, 300, MovementKind.REFUND)  # alone it opens no debt
    with on(2):
        pay(row, 2_000, MovementKind.CHARGEBACK)
    assert [total(scope, day) for day in (0, 1, 2)] == [0, 0, 2_000]


def test_nobody_owes_a_cancelled_order(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        row = invoice(seller)
    with on(10):
        OrderRecord.objects.filter(coverage__document=row).update(status="CANCELED")
        payment_follow(document=row)
    assert [total(scope, day) for day in (0, 9, 10, None)] == [12_300, 12_300, 0, 0]


def test_currencies_test_mode_and_sellers_are_kept_apart(
    store: Installation, scope: Scope, seller: LegalEntity
) -> None:
    other = factories.legal_entity(store, "second")
    stranger = factories.legal_entity(factories.installation("https://b.example.com/graphql/"))
    with on(0):
        invoice(seller, 100)
        invoice(seller, 7, currency="JPY")
        invoice(other, 1_000)
        invoice(seller, 5_000, test_mode=True)
        invoice(stranger, 9_000)
    for day in (0, None):
        found = {ages.currency: ages.total.total for ages in aged(scope, day)}
        assert found == {"JPY": 7, "PLN": 1_100}
        assert total(Scope(installation=store, legal_entity="second"), day) == 1_000
        assert total(Scope(installation=store, currency="JPY"), day) == 7
    with pytest.raises(NotFound, match="legal entity"):
        aged(Scope(installation=store, legal_entity="third"))
    with pytest.raises(InvalidInput, match="currency"):
        aged(Scope(installation=store, currency="XYZ"), 0)


def test_a_guest_is_known_by_the_address_and_the_latest_name_is_shown(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        invoice(seller, 100, customer="", email="Guest@example.com", buyer_name="Old Name")
    with on(1):
        invoice(seller, 200, customer="", email="guest@example.com", buyer_name="New Name")
        invoice(seller, 50, customer=BERT, buyer_name="Sample Buyer")
    (ages,) = aged(scope)
    shown = [(row.name, row.customer_id, row.documents, row.buckets.total) for row in ages.debtors]
    assert shown == [("New Name", "", 2, 300), ("Sample Buyer", BERT, 1, 50)]


def test_a_document_without_due_date_is_never_late(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        invoice(seller, terms=None)
    for day in (200, None):
        (ages,) = aged(scope, day)
        assert ages.total.not_due == 12_300


def test_a_day_to_come_is_refused(scope: Scope, seller: LegalEntity) -> None:
    for day in (date(2027, 1, 1), date.max):
        with on(0), pytest.raises(InvalidInput) as caught:
            receivables_aged(Scope(**vars_of(scope)), as_of=day)
        assert caught.value.code == "DAY_INVALID"


def test_the_sums_of_today(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        invoice(seller, 100)  # late on the 20th day
    with on(5):
        invoice(seller, 1_000, terms=15)  # due on it
        invoice(seller, 5_000, terms=22)  # in a week
        invoice(seller, 9_000, terms=23)
        books.state(invoice(seller, 77), status="paid")
    with on(20):
        amounts = receivables_summed(Scope(**vars_of(scope)))
    assert [(one.minor, one.documents) for one in amounts.open] == [(15_100, 4)]
    assert [(one.minor, one.documents) for one in amounts.overdue] == [(100, 1)]
    assert [(one.minor, one.documents) for one in amounts.due_soon] == [(6_000, 2)]
    assert amounts.as_of == DAY + timedelta(days=20)
