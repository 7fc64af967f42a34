"""Revenue as the documents say it, whatever it is split by."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Address, Delivery
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.reports.selectors import revenue
from saleor_invoices.reports.selectors.revenue import RevenueBy, RevenueRow, revenue_summed
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import tamper
from tests.plugins import factories
from tests.reports.ledger import DAY, credit, invoice, on

BY = (RevenueBy.MONTH, RevenueBy.RATE)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def summed(scope: Scope, *by: RevenueBy, period: tuple[date, date] = YEAR) -> list[tuple[Any, ...]]:
    """Month, country, rate, channel, net, tax and documents of each row."""
    rows = revenue_summed(scope, start=period[0], end=period[1], by=by)
    return [
        (row.month, row.country, row.rate, row.channel, row.net, row.tax, row.documents)
        for row in rows
    ]


def test_credit_notes_count_against_in_the_month_of_their_own_issue(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        first = invoice(seller, 12_300)
        books.invoice(seller, on=DAY)  # two rates
    with on(30):
        credit(first, 1_230)
    rate, low = Decimal(23), Decimal(8)
    assert summed(scope, *BY) == [
        ("2026-03", None, low, None, 1_000, 80, 1),
        ("2026-03", None, rate, None, 22_000, 5_060, 2),
        ("2026-04", None, rate, None, -1_000, -230, 1),
    ]
    assert summed(scope, RevenueBy.MONTH) == [
        ("2026-03", None, None, None, 23_000, 5_140, 2),
        ("2026-04", None, None, None, -1_000, -230, 1),
    ]
    assert summed(scope) == [(None, None, None, None, 22_000, 4_910, 3)]
    april = (date(2026, 4, 1), date(2026, 4, 1))
    assert summed(scope, period=april) == [(None, None, None, None, -1_000, -230, 1)]


def test_by_country_and_channel(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        invoice(seller, 123, delivery=Delivery(address=Address(country="FR")))
        invoice(seller, 1_230)
    assert summed(scope, RevenueBy.COUNTRY, RevenueBy.CHANNEL) == [
        (None, "DE", None, "default-channel", 1_000, 230, 1),
        (None, "FR", None, "default-channel", 100, 23, 1),
    ]


def test_what_is_kept_apart_and_left_out(
    store: Installation, scope: Scope, seller: LegalEntity
) -> None:
    other = factories.legal_entity(store, "second")
    stranger = factories.legal_entity(factories.installation("https://b.example.com/graphql/"))
    with on(0):
        invoice(seller, 123)
        invoice(seller, 246, currency="EUR")
        invoice(seller, 369, test_mode=True)
        invoice(seller, 999, kind=DocumentKind.PROFORMA)
        invoice(other, 1_230)
        invoice(stranger, 9_999)

    def nets(**changes: Any) -> list[tuple[str, int]]:
        own = Scope(**{"installation": store, **changes})
        rows = revenue_summed(own, start=YEAR[0], end=YEAR[1], by=())
        return [(row.currency, row.net) for row in rows]

    assert nets() == [("EUR", 200), ("PLN", 1_100)]
    assert nets(currency="EUR") == [("EUR", 200)]
    assert nets(legal_entity="second") == [("PLN", 1_000)]
    assert nets(test_mode=True) == [("PLN", 300)]


def test_a_document_erased_before_rates_were_kept_stays_in_the_sums(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        invoice(seller, 123)
    tamper("UPDATE invoices_vatshare SET category = '', rate = '', country = ''")
    (row,) = revenue_summed(scope, start=DAY, end=DAY, by=BY)
    assert (row.category, row.rate, row.net, row.gross) == (None, None, 100, 123)


def test_what_cannot_be_asked(scope: Scope, seller: LegalEntity, monkeypatch: Any) -> None:
    with pytest.raises(InvalidInput, match="ends before"):
        revenue_summed(scope, start=DAY, end=DAY - timedelta(days=1), by=BY)
    with on(0):
        books.invoice(seller, on=DAY)
    monkeypatch.setattr(revenue, "MOST_ROWS", 1)
    with pytest.raises(InvalidInput) as caught:
        revenue_summed(scope, start=DAY, end=DAY, by=BY)
    assert caught.value.code == "REVENUE_TOO_FINE"


@pytest.mark.django_db
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    amounts=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 90)), min_size=1, max_size=8),
    by=st.lists(st.sampled_from(RevenueBy), max_size=4),
)
def test_every_split_adds_up_to_the_documents(
    amounts: list[tuple[int, int]], by: list[RevenueBy]
) -> None:
    number = Installation.objects.count()
    store = factories.installation(f"https://s{number}.example.com/graphql/")
    entity, net, tax = factories.legal_entity(store), 0, 0
    for days, hundreds in sorted(amounts):
        with on(days):
            row = invoice(entity, 123 * hundreds)
            net, tax = net + row.net_minor, tax + row.tax_minor
            if hundreds % 3 == 0:
                note = credit(row, 123)
                net, tax = net - note.net_minor, tax - note.tax_minor
    rows: list[RevenueRow]
    rows = revenue_summed(Scope(installation=store), start=YEAR[0], end=YEAR[1], by=by)
    assert (sum(row.net for row in rows), sum(row.tax for row in rows)) == (net, tax)
