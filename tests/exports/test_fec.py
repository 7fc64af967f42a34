"""The French file of entries, read back by the rules of art. A. 47 A-1 of the LPF."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from saleor_invoices.domain.document import Document, Identifier
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.formats.fec_file import FecWriter
from tests.exports import books
from tests.strategies import documents

COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
    "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
    "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
)  # fmt: skip
MUST = ("JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
        "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "ValidDate")  # fmt: skip
DAY, MONEY = r"20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", r"-?\d+,\d{2}"
SELLER = books.seller(country="FR", oss_registered=False)
WHERE = books.context(SELLER)


def number(text: str) -> Decimal:
    """An amount as the file has it."""
    return Decimal(text.replace(",", "."))


def entries(content: bytes) -> dict[str, list[dict[str, str]]]:
    """Check each line and each entry; the lines by entry."""
    head, *lines = content.decode("iso8859-15").removesuffix("\r\n").split("\r\n")
    assert tuple(head.split("\t")) == COLUMNS
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in lines:
        row = dict(zip(COLUMNS, line.split("\t"), strict=True))
        assert [name for name in MUST if not row[name]] == []
        for name in ("EcritureDate", "PieceDate", "ValidDate"):
            assert re.fullmatch(DAY, row[name])
        assert re.fullmatch(MONEY, row["Debit"])
        assert re.fullmatch(MONEY, row["Credit"])
        assert re.match(r"[1-7]\d{2}", row["CompteNum"])
        assert 0 in (number(row["Debit"]), number(row["Credit"]))
        assert bool(row["CompAuxNum"]) == bool(row["CompAuxLib"]) == (row["CompteNum"][:2] == "41")
        assert bool(row["Montantdevise"]) == bool(row["Idevise"])
        found[row["EcritureNum"]].append(row)
    for rows in found.values():
        assert sum(number(row["Debit"]) - number(row["Credit"]) for row in rows) == 0
        assert len({(row["EcritureDate"], row["PieceRef"]) for row in rows}) == 1
    return found


def fec(documents_: Iterable[Document], where: ExportContext = WHERE) -> bytes:
    """A file of these documents."""
    return books.written("fec", documents_, where)


def sides(rows: Iterable[dict[str, str]]) -> list[tuple[str, str, str]]:
    """Account, debit and credit of each line."""
    return [(row["CompteNum"], row["Debit"], row["Credit"]) for row in rows]


def test_a_document_is_one_balanced_entry_and_its_credit_note_the_reverse() -> None:
    document = books.sold(("S", "20", "100.00", "20.00"), ("S", "5.5", "10.00", "0.55"))
    found = entries(fec([document, books.credit_of(document)]))
    assert sides(found["INV-1"]) == [
        ("411000", "130,55", "0,00"), ("707000", "0,00", "110,00"), ("445710", "0,00", "20,55"),
    ]  # fmt: skip
    assert sides(found["CN-1"]) == [
        ("411000", "0,00", "130,55"), ("707000", "110,00", "0,00"), ("445710", "20,55", "0,00"),
    ]  # fmt: skip
    customer = found["INV-1"][0]
    assert re.fullmatch(r"C-[0-9A-F]{16}", customer["CompAuxNum"])
    assert (customer["CompAuxLib"], customer["JournalCode"], customer["EcritureDate"]) == (
        "Sample Buyer", "VE", "20261122",
    )  # fmt: skip


def test_the_name_has_siren_and_the_last_day_of_the_fiscal_year() -> None:
    assert FecWriter().stem(WHERE) == "732829320FEC20261231"
    shifted = books.context(books.seller(country="FR", fiscal_year_month=4))
    assert FecWriter().stem(shifted) == "732829320FEC20270331"
    registered = replace(
        books.SELLER, legal_registration=Identifier(value="552 100 554", scheme="0002")
    )
    own = books.seller(country="FR", siren="", party=registered)
    assert FecWriter().stem(books.context(own)) == "552100554FEC20261231"


def test_what_is_missing_is_named() -> None:
    for changes, setting in (({"siren": ""}, "siren"), ({"journal_code": ""}, "fec_journal_code")):
        with pytest.raises(InvalidInput) as refused:
            FecWriter().check(books.context(books.seller(**changes)))
        assert refused.value.params["setting"] == setting


def test_accounts_of_the_seller_are_used_and_those_of_services_differ() -> None:
    own = books.seller(
        country="FR", oss_registered=False, sells_services=True, debtor_account="411900",
        revenue_accounts=("K = 706900",), vat_accounts=("S 20 = 445711",),
    )  # fmt: skip
    document = books.sold(("S", "20", "100.00", "20.00"))
    inside = books.sold(("K", "0", "5.00", "0"), number="INV-2", country="DE", vat_id="DE136695976")
    found = entries(fec([document, inside], books.context(own)))
    assert [row["CompteNum"] for row in found["INV-1"]] == ["411900", "706000", "445711"]
    assert [row["CompteNum"] for row in found["INV-2"]] == ["411900", "706900"]


def test_another_currency_stands_beside_the_euro() -> None:
    document = books.in_euro(books.sold(("S", "20", "100.00", "20.00"), currency="USD"), "0.9137")
    rows = entries(fec([document]))["INV-1"]
    assert sides(rows) == [
        ("411000", "109,64", "0,00"), ("707000", "0,00", "91,37"), ("445710", "0,00", "18,27"),
    ]  # fmt: skip
    assert [(row["Montantdevise"], row["Idevise"]) for row in rows] == [
        ("120,00", "USD"), ("-100,00", "USD"), ("-20,00", "USD"),
    ]  # fmt: skip


def test_no_text_leaves_its_cell() -> None:
    document = books.sold(("S", "20", "100.00", "20.00"), number="A|B\t1")
    buyer = replace(document.buyer, name="@SUM(A1)\t\r\nŒuvre \u2019 Zażółć 中")
    (rows,) = entries(fec([replace(document, buyer=buyer)])).values()
    assert rows[0]["CompAuxLib"].startswith("'@SUM(A1) Œuvre ' Zaz")


@pytest.mark.parametrize("name", ["", " ", "\x00"])
def test_a_customer_without_a_name_is_named_by_its_account(name: str) -> None:
    """Of an erased document nothing else is left."""
    document = books.sold(("S", "20", "100.00", "20.00"))
    (rows,) = entries(fec([replace(document, buyer=replace(document.buyer, name=name))])).values()
    assert rows[0]["CompAuxLib"] == rows[0]["CompAuxNum"]


@given(documents(numbered=True))
@settings(max_examples=60, deadline=None)
def test_any_document_balances(document: Document) -> None:
    rates = {"PLN": "0.23", "USD": "0.91", "JPY": "0.0061", "KWD": "2.97"}
    where = books.context(SELLER, rates=lambda currency, _, __: Decimal(rates[currency]))
    record = books.record_of(document)
    found = entries(books.written("fec", [record], where))
    customer = sum(
        (number(row["Debit"]) - number(row["Credit"])
         for rows in found.values() for row in rows if row["CompteNum"] == "411000"),
        Decimal(0),
    )  # fmt: skip
    if document.currency == "EUR":
        assert customer == record.gross
