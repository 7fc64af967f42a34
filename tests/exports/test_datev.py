"""DATEV's booking batch, read back by the field forms of the developer portal."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.formats.datev_columns import HEADINGS
from saleor_invoices.exports.formats.datev_file import DatevWriter, reference
from tests.exports import books
from tests.strategies import documents

HEADER = (
    r'"EXTF"', "700", "21", '"Buchungsstapel"', "13", r"20\d{15}", "", '"[A-Z]{2}"', '""', '""',
    r"\d{4,7}", r"\d{1,5}", r"20\d{6}", "[4-8]", r"20\d{6}", r"20\d{6}", r'"[\w.\-/ ]{0,30}"',
    '"([A-Z]{2}){0,2}"', "[12]", "(0|30|40|50|64)", "[01]", '"[A-Z]{3}"', "", '""', "", "",
    r'"(\d{2}){0,2}"', r"\d{0,4}", "", '""', '".{0,16}"',
)  # fmt: skip
"""The 31 fields of the first line, https://developer.datev.de/datev/platform/en/dtvf/formate/header."""
FIELDS = {
    1: r"(?!0{1,10},00)\d{1,10},\d{2}", 2: '"[SH]"', 3: '"[A-Z]{3}"', 7: r"\d{1,9}", 8: r"\d{1,9}",
    9: r'"(\d{4})?"', 10: r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])", 11: r'"[\w$%\-/&*+]{0,36}"',
    14: '".{0,60}"', 40: '".{0,15}"', 41: r"(\d{2},\d{2})?",
    **dict.fromkeys(range(48, 88, 2), '".{0,20}"'), **dict.fromkeys(range(49, 88, 2), '".{0,210}"'),
    95: '".{0,30}"',
    117: r"(\d{4}20\d{2})?",
}  # fmt: skip
"""Of a booking, by number: https://developer.datev.de/datev/platform/de/dtvf/formate/buchungsstapel."""
FRENCH = "FR83404833048"
TEXTS = {2, 3, 6, 9, 11, 12, 14, 16, 20, 40, 42, 91, 95, 96, 98, 102, 103, 105, 107, 109, 110, 112,
         118, 120, 121, 123, *range(21, 39), *range(48, 88)}  # fmt: skip


def raw_fields(line: str) -> list[str]:
    """The fields of a line as they stand there, quotation marks among them."""
    return re.findall(r'(?:^|;)((?:"(?:[^"]|"")*")|[^;"]*)', line)


def bookings(content: bytes) -> list[dict[str, str]]:
    """Check every line against the published forms; the bookings by heading."""
    text = content.decode("cp1252")
    assert text.endswith("\r\n")
    header, headings, *lines = text.removesuffix("\r\n").split("\r\n")
    fields = raw_fields(header)
    assert len(fields) == len(HEADER) == 31
    assert [one for one, form in zip(fields, HEADER, strict=True)
            if not re.fullmatch(form, one)] == []  # fmt: skip
    assert headings.split(";") == list(HEADINGS)
    assert len(HEADINGS) == len(set(HEADINGS)) == 125
    for line in lines:
        found = raw_fields(line)
        assert len(found) == 125
        for number, value in enumerate(found, start=1):
            assert value.startswith('"') == (number in TEXTS), number
            assert re.fullmatch(FIELDS.get(number, ".*"), value), (number, value)
            assert not re.search(r"[\x00-\x1f]", value)
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=";")
    return [dict(zip(HEADINGS, row, strict=True)) for row in rows]


def amount(row: dict[str, str]) -> Decimal:
    """What the customer owes by a booking."""
    value = Decimal(row["Umsatz (ohne Soll/Haben-Kz)"].replace(",", "."))
    return value if row["Soll/Haben-Kennzeichen"] == "S" else -value


def accounts(content: bytes) -> list[tuple[str, Decimal]]:
    """Revenue account and amount of each booking."""
    return [(row["Gegenkonto (ohne BU-Schlüssel)"], amount(row)) for row in bookings(content)]


def test_each_rate_is_a_booking_of_the_customer_against_its_account() -> None:
    document = books.sold(("S", "19", "100.00", "19.00"), ("S", "7", "10.00", "0.70"))
    content = books.written("datev", [document, books.credit_of(document)])
    assert accounts(content) == [
        ("8400", Decimal("119.00")), ("8300", Decimal("10.70")),
        ("8400", Decimal("-119.00")), ("8300", Decimal("-10.70")),
    ]  # fmt: skip
    first = bookings(content)[0]
    assert (first["Konto"], first["Belegdatum"], first["Belegfeld 1"], first["Buchungstext"]) == (
        "10000", "2211", "INV-1", "Sample Buyer",
    )  # fmt: skip
    assert first["Fälligkeit"] == "06122026"


def test_the_header_tells_whose_batch_it_is_and_of_which_days() -> None:
    header = books.written("datev", []).decode("cp1252").split("\r\n")[0]
    assert header == (
        '"EXTF";700;21;"Buchungsstapel";13;20261201083015123;;"RE";"";"";29098;55003;20260101;4;'
        '20261101;20261130;"Rechnungen";"";1;0;0;"EUR";;"";;;"03";;;"";""'
    )
    assert DatevWriter().stem(books.context()).startswith("EXTF_")


@pytest.mark.parametrize(
    ("category", "country", "vat_id", "framework", "account"),
    [
        ("K", "FR", FRENCH, "skr03", "8125"), ("K", "FR", FRENCH, "skr04", "4125"),
        ("G", "US", "", "skr03", "8120"), ("AE", "FR", FRENCH, "skr03", "8336"),
        ("AE", "DE", "DE136695976", "skr03", "8337"), ("E", "DE", "", "skr04", "4100"),
        ("O", "CH", "", "skr03", "8338"), ("O", "FR", "", "skr03", "8339"),
        ("Z", "DE", "", "skr03", "8290"),
    ],
)  # fmt: skip
def test_sales_without_vat_are_on_the_account_of_their_reason(
    category: str, country: str, vat_id: str, framework: str, account: str
) -> None:
    document = books.sold((category, "0", "50.00", "0"), country=country, vat_id=vat_id)
    where = books.context(books.seller(framework=framework))
    (row,) = bookings(books.written("datev", [document], where))
    assert (row["Gegenkonto (ohne BU-Schlüssel)"], amount(row)) == (account, Decimal("50.00"))
    needs_id = category in ("K", "AE") and country != "DE"
    assert row["EU-Land u. UStID (Bestimmung)"] == (vat_id if needs_id else "")


def test_vat_of_another_state_is_told_with_country_and_rate() -> None:
    document = books.sold(("S", "5.5", "100.00", "5.50"), country="FR")
    (row,) = bookings(books.written("datev", [document]))
    assert (
        row["Gegenkonto (ohne BU-Schlüssel)"], row["EU-Land u. UStID (Bestimmung)"],
        row["EU-Steuersatz (Bestimmung)"],
    ) == ("8320", "FR", "05,50")  # fmt: skip


def test_who_does_not_declare_abroad_books_the_own_rate_at_home() -> None:
    where = books.context(books.seller(oss_registered=False))
    document = books.sold(("S", "19", "100.00", "19.00"), country="FR")
    (row,) = bookings(books.written("datev", [document], where))
    assert row["Gegenkonto (ohne BU-Schlüssel)"] == "8400"
    assert row["EU-Steuersatz (Bestimmung)"] == ""


def test_the_sellers_own_accounts_win_and_may_have_a_tax_key() -> None:
    own = books.seller(
        revenue_accounts=("S 19 = 8200/3", "OSS FR 20 = 8321"), debtor_account="20000"
    )
    documents_ = [
        books.sold(("S", "19", "100.00", "19.00")),
        books.sold(("S", "20", "100.00", "20.00"), country="FR"),
    ]
    rows = bookings(books.written("datev", documents_, books.context(own)))
    assert [(row["Gegenkonto (ohne BU-Schlüssel)"], row["BU-Schlüssel"]) for row in rows] == [
        ("8200", "0003"), ("8321", ""),
    ]  # fmt: skip
    assert {row["Konto"] for row in rows} == {"20000"}


def test_another_currency_is_booked_at_the_documents_own_rate() -> None:
    document = books.in_euro(
        books.sold(("S", "19", "100.01", "19.00"), ("S", "7", "10.03", "0.70"), currency="USD"),
        "0.9137",
    )
    rows = bookings(books.written("datev", [document]))
    # 19.70 USD of VAT are 18.00 EUR by the document itself: 17.36 and 0.64.
    assert [amount(row) for row in rows] == [Decimal("108.74"), Decimal("9.80")]
    assert {row["WKZ Umsatz"] for row in rows} == {"EUR"}
    assert rows[0]["Zusatzinformation - Art 1"] == "Fremdwährung"
    assert rows[0]["Zusatzinformation- Inhalt 1"] == "USD 129,74"
    assert rows[0]["Zusatzinformation- Inhalt 2"] == "0,9137"


def test_what_does_not_belong_into_books_is_left_out() -> None:
    document = books.sold(("S", "19", "100.00", "19.00"))
    others = [
        books.record_of(replace(document, test_mode=True)),
        books.record_of(replace(document, number="", issue_date=None)),
        books.record_of(document, kind="proforma"),
    ]
    assert bookings(books.written("datev", others)) == []
    imported = books.record_of(document, source="imported")
    assert len(bookings(books.written("datev", [imported]))) == 1


@pytest.mark.parametrize(
    ("changes", "setting"),
    [({"consultant": 0}, "datev_consultant_number"), ({"client": 0}, "datev_client_number")],
)
def test_a_missing_number_is_named(changes: dict[str, int], setting: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        DatevWriter().check(books.context(books.seller(**changes)))
    assert (refused.value.code, refused.value.params["setting"]) == (
        "EXPORT_SETTING_MISSING", setting,
    )  # fmt: skip
    assert setting in refused.value.message


def test_a_rate_without_account_and_a_currency_without_rate_are_named() -> None:
    with pytest.raises(InvalidInput, match="revenue_accounts") as refused:
        books.written("datev", [books.sold(("S", "16", "1.00", "0.16"))])
    assert refused.value.code == "EXPORT_ACCOUNT_MISSING"
    with pytest.raises(InvalidInput) as refused:
        books.written("datev", [books.sold(("G", "0", "1.00", "0"), currency="CHF", country="CH")])
    assert refused.value.code == "EXCHANGE_RATE_MISSING"


def test_several_years_or_sellers_are_refused() -> None:
    two = {"a": books.seller(key="a"), "b": books.seller(key="b")}
    with pytest.raises(InvalidInput) as refused:
        DatevWriter().check(books.context(sellers=two))
    assert refused.value.code == "EXPORT_SEVERAL_SELLERS"
    long = books.context(first=date(2025, 12, 31))
    with pytest.raises(InvalidInput) as refused:
        DatevWriter().check(long)
    assert refused.value.code == "EXPORT_SEVERAL_YEARS"
    own_year = {"main": books.seller(fiscal_year_month=7)}
    DatevWriter().check(replace(long, last=date(2026, 6, 30), sellers=own_year))


def test_hostile_texts_are_harmless_and_one_line() -> None:
    document = books.sold(("S", "19", "100.00", "19.00"), number='=1+1;"x"\r\n2')
    buyer = replace(document.buyer, name='=cmd|"/C calc"!A0\r\n\x00Łódź \u202e中')
    (row,) = bookings(books.written("datev", [replace(document, buyer=buyer)]))
    assert row["Buchungstext"].startswith("'=cmd|")
    assert row["Belegfeld 1"] == "-1+1--x---2".lstrip("-+")
    assert "Lodz" in row["Buchungstext"].replace("ó", "o").replace("ź", "z")


def test_a_long_number_keeps_its_end() -> None:
    assert reference("X" * 40 + "/2026-00001").endswith("/2026-00001")
    assert len(reference("X" * 99)) == 36


@given(documents(numbered=True))
@settings(max_examples=60, deadline=None)
def test_any_document_is_booked_to_the_cent(document: Document) -> None:
    rated = {"PLN": "0.23", "USD": "0.91", "JPY": "0.0061", "KWD": "2.97"}
    own = books.seller(revenue_accounts=("S = 8200", "OSS = 8320"))
    where = books.context(own, rates=lambda currency, _, __: Decimal(rated[currency]))
    record = books.record_of(document)
    total = sum(map(amount, bookings(books.written("datev", [record], where))), Decimal(0))
    if document.currency == "EUR":
        assert total == record.gross
    else:
        exact = record.gross * Decimal(rated[document.currency])
        assert abs(total - exact) <= Decimal("0.01") * len(record.vat)
