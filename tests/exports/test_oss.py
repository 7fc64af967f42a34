"""Sums for the One Stop Shop: by quarter, state and rate, in euro."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.formats.oss_file import OssWriter, last_day, quarter_of
from saleor_invoices.exports.records import DocumentRecord
from tests.exports import books

Row = dict[str, str]


def rows(
    documents: Iterable[Document | DocumentRecord], where: ExportContext | None = None
) -> list[Row]:
    """The rows of a file."""
    text = books.written("oss", documents, where).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def shown(row: Row) -> tuple[str, ...]:
    """What matters of a row."""
    return (
        row["Quarter"], row["Kind"], row["Member state of consumption"], row["VAT rate"],
        row["Taxable amount"], row["VAT amount"], row["Documents"],
    )  # fmt: skip


def french(number: str = "INV-1", **changes: object) -> Document:
    """100 euro to France at 20 %."""
    return books.sold(("S", "20", "100.00", "20.00"), number=number, country="FR", **changes)  # type: ignore[arg-type]


def test_sums_are_by_country_and_rate() -> None:
    both = books.sold(
        ("S", "20", "50.00", "10.00"), ("S", "5.5", "10.00", "0.55"), number="INV-2", country="FR"
    )
    polish = books.sold(("S", "23", "10.00", "2.30"), number="INV-3", country="PL")
    found = rows([french(), both, polish])
    assert [shown(row) for row in found] == [
        ("2026-Q4", "supply", "FR", "5.5", "10.00", "0.55", "1"),
        ("2026-Q4", "supply", "FR", "20", "150.00", "30.00", "2"),
        ("2026-Q4", "supply", "PL", "23", "10.00", "2.30", "1"),
    ]
    assert found[0]["Member state of identification"] == "DE"
    assert {row["Supply"] for row in found} == {"goods"}


def test_only_what_is_declared_there_is_in_it() -> None:
    at_home = books.sold(("S", "19", "1.00", "0.19"), number="INV-2")
    business = french("INV-3", vat_id="FR83404833048")
    inside = books.sold(
        ("K", "0", "1.00", "0"), number="INV-4", country="FR", vat_id="FR83404833048"
    )
    abroad = books.sold(("G", "0", "1.00", "0"), number="INV-5", country="US")
    test = books.record_of(french("INV-6", test_mode=True))
    assert rows([at_home, business, inside, abroad, test]) == []
    own = books.context(books.seller(own_vat_countries=frozenset({"FR"})))
    assert rows([french()], own) == []


def test_a_credit_note_lowers_its_quarter_or_corrects_an_earlier_one() -> None:
    earlier = books.record_of(
        books.credit_of(french("INV-0"), "CN-2"), preceding_date=date(2026, 9, 30)
    )
    found = rows([french(), books.credit_of(french()), earlier])
    assert [shown(row) for row in found] == [
        ("2026-Q4", "correction", "FR", "20", "-100.00", "-20.00", "1"),
        ("2026-Q4", "supply", "FR", "20", "0.00", "0.00", "2"),
    ]
    assert [row["Corrected quarter"] for row in found] == ["2026-Q3", ""]


def test_other_currencies_are_turned_at_the_rate_of_the_quarters_last_day() -> None:
    asked = []

    def rate(currency: str, target: str, on: date) -> Decimal:
        asked.append((currency, target, on))
        return Decimal("0.9137")

    document = french(currency="USD")
    (row,) = rows([document], books.context(rates=rate))
    assert (row["Taxable amount"], row["VAT amount"], row["Currency"]) == ("91.37", "18.27", "EUR")
    assert asked == [("USD", "EUR", date(2026, 12, 31))]
    with pytest.raises(InvalidInput) as refused:
        rows([french(currency="CHF")])
    assert refused.value.params == {"currency": "CHF", "target": "EUR", "on": "2026-12-31"}


def test_who_is_not_registered_is_told_so() -> None:
    with pytest.raises(InvalidInput, match="oss_registered"):
        OssWriter().check(books.context(books.seller(oss_registered=False)))


def test_quarters() -> None:
    assert [quarter_of(date(2026, month, 1)) for month in (1, 3, 4, 12)] == [
        "2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4",
    ]  # fmt: skip
    assert [last_day(date(2026, month, 1)) for month in (2, 10)] == [
        date(2026, 3, 31), date(2026, 12, 31),
    ]  # fmt: skip
