"""The report of numbers, of series that are whole and of such that were damaged on purpose."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from saleor_invoices.domain.numbering import NumberPattern, Reset
from saleor_invoices.invoices.models import NumberSeries, SalesDocument
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.reports.selectors.series import SeriesPeriod, series_reported
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import key_of, tamper, unguarded
from tests.plugins import factories


def report(scope: Scope) -> list[SeriesPeriod]:
    """The report as it is now."""
    return series_reported(Scope(installation=scope.installation))


@pytest.fixture
def years(seller: LegalEntity) -> list[SalesDocument]:
    """Five invoices of 2025 and four of 2026."""
    days = [*[date(2025, 12, 30)] * 5, *[date(2026, 1, 2)] * 4]
    return [books.invoice(seller, on=day) for day in days]


def gone(*documents: SalesDocument) -> None:
    """Delete documents past every guard."""
    for document in documents:
        for table in ("ordercoverage", "paymentstate", "vatshare"):
            of_it = f"DELETE FROM invoices_{table} WHERE document_id = %s"  # noqa: S608 ours
            tamper(of_it, key_of(document))
        tamper("DELETE FROM invoices_salesdocument WHERE id = %s", key_of(document))


@pytest.mark.usefixtures("years")
def test_a_whole_series(scope: Scope) -> None:
    old, new = report(scope)
    assert (old.period, old.first, old.last) == ("2025", "INV-2025-00001", "INV-2025-00005")
    assert (new.period, new.first, new.last) == ("2026", "INV-2026-00001", "INV-2026-00004")
    assert (old.documents, old.expected, new.documents, new.expected) == (5, 5, 4, 4)
    assert old.complete
    assert new.complete
    assert old.missing == new.missing == old.twins == []


@pytest.mark.parametrize(
    ("lost", "old", "new"),
    [
        ([0], ["INV-2025-00001"], []),
        ([1, 2], ["INV-2025-00002 – INV-2025-00003"], []),
        ([1, 3], ["INV-2025-00002", "INV-2025-00004"], []),
        ([4], ["INV-2025-00005"], []),
        ([5], [], ["INV-2026-00001"]),
        ([4, 5, 6], ["INV-2025-00005"], ["INV-2026-00001 – INV-2026-00002"]),
        ([8], [], ["INV-2026-00004"]),
        ([7, 8], [], ["INV-2026-00003 – INV-2026-00004"]),
    ],
)
def test_what_lacks_is_named(
    scope: Scope, years: list[SalesDocument], lost: list[int], old: list[str], new: list[str]
) -> None:
    gone(*(years[place] for place in lost))
    found = report(scope)
    assert [one.missing for one in found] == [old, new]
    assert [one.expected for one in found] == [5, 4]
    assert sum(one.documents for one in found) == 9 - len(lost)
    assert [one.complete for one in found] == [not old, not new]


def test_a_year_that_is_gone_whole_lacks_at_the_end_of_the_one_before(
    scope: Scope, years: list[SalesDocument]
) -> None:
    gone(*years[5:])
    (old,) = report(scope)
    assert (old.documents, old.expected, old.complete) == (5, 9, False)


def test_a_number_that_is_there_twice(
    scope: Scope, years: list[SalesDocument], seller: LegalEntity
) -> None:
    imported = factories.issued_document(
        seller, factories.sample_document(number=years[6].number), source="imported"
    )
    assert imported.series is None
    old, new = report(scope)
    assert (new.twins, new.complete) == (["INV-2026-00002"], False)
    assert (new.documents, new.expected, old.complete) == (4, 4, True)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite can't drop a constraint")
def test_a_place_that_is_taken_twice(scope: Scope, years: list[SalesDocument]) -> None:
    with unguarded(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name in ("document_sequence_once", "document_chain_once"):
            cursor.execute(f"ALTER TABLE invoices_salesdocument DROP CONSTRAINT {name}")
        SalesDocument.objects.filter(pk=years[7].pk).update(sequence=2)
    new = report(scope)[1]
    assert new.twins == ["INV-2026-00003"]
    assert new.missing == ["INV-2026-00003"]  # its place is empty
    assert (new.documents, new.expected) == (4, 4)


def test_another_reset_counts_on(scope: Scope, seller: LegalEntity, monkeypatch: Any) -> None:
    books.invoice(seller, on=date(2026, 1, 5))
    parse = NumberPattern.parse

    def monthly(_text: str, _reset: Reset) -> Any:
        return parse("INV-{YYYY}-{MM}-{seq:05}", Reset.MONTHLY)

    with monkeypatch.context() as patched:
        patched.setattr(NumberPattern, "parse", monthly)
        books.invoice(seller, on=date(2026, 1, 6))
        books.invoice(seller, on=date(2026, 2, 6))
    books.invoice(seller, on=date(2026, 2, 7))
    found = report(scope)
    assert [(one.period, one.documents, one.complete) for one in found] == [
        ("2026", 2, True),
        ("2026-01", 1, True),
        ("2026-02", 1, True),
    ]


def test_a_number_without_its_place_in_it(scope: Scope, seller: LegalEntity) -> None:
    rows = [books.invoice(seller, number=f"X-{letter}") for letter in "ABC"]
    gone(rows[1])
    (found,) = report(scope)
    assert found.missing == ["2026 #2"]


def test_kinds_modes_sellers_and_stores_are_kept_apart(
    store: Installation, scope: Scope, seller: LegalEntity
) -> None:
    other = factories.legal_entity(store, "second", name="Second Seller")
    stranger = factories.legal_entity(factories.installation("https://b.example.com/graphql/"))
    row = books.invoice(seller)
    books.credit_note(row)
    for entity in (other, stranger):
        books.invoice(entity)
    NumberSeries.objects.create(legal_entity=seller, kind="invoice", test_mode=True)

    def seen(**changes: Any) -> list[tuple[str, str, str]]:
        rows = series_reported(Scope(**{"installation": store, **changes}))
        return [(one.seller, one.seller_name, one.kind) for one in rows]

    own = [("main", seller.name, "credit_note"), ("main", seller.name, "invoice")]
    assert seen() == [*own, ("second", "Second Seller", "invoice")]
    assert seen(legal_entity="main") == own
    assert seen(test_mode=True) == []
