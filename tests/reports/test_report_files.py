"""Reports as files: what they say, in every format and language, and that no cell is a formula."""

import csv
import io
import re
import string
import zipfile
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.profile import LANGUAGES
from saleor_invoices.exports.cells import harmless
from saleor_invoices.reports.files.request import ReportFormat, ReportKind, ReportRequest
from saleor_invoices.reports.selectors.revenue import RevenueBy
from saleor_invoices.reports.services.report_file import report_file
from saleor_invoices.reports.words import CATALOGUES
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue
from tests.plugins import factories
from tests.reports import broken
from tests.reports.ledger import ANNA, BERT, DAY, credit, invoice, on, pay

FORMULA = '=HYPERLINK("http://evil.example.com")'
PERIOD = {"start": DAY, "end": DAY + timedelta(days=60)}
MORE: dict[ReportKind, dict[str, Any]] = {
    ReportKind.REVENUE: {**PERIOD, "by": (RevenueBy.MONTH, RevenueBy.RATE)},
    ReportKind.STATEMENT: {**PERIOD, "customer_id": ANNA, "currency": "PLN"},
}
ALL = list(ReportKind)


@pytest.fixture
def busy(store: Installation, seller: LegalEntity) -> Installation:
    """A store with something in every report."""
    with on(0):
        first = invoice(seller, 12_300, buyer_name=FORMULA)
        invoice(seller, 5_000, customer=BERT, buyer_name="-Sample Buyer")
        invoice(seller, 77, currency="JPY", customer=BERT)
        pay(first, 2_300)
    with on(40):
        credit(first, 1_230)
    broken.problem(store, "store", message="@It went wrong.")
    return store


def made(
    store: Installation, kind: ReportKind, form: ReportFormat, language: str = "en", **more: Any
) -> bytes:
    """The file as it is made on the 50th day."""
    values = {**MORE.get(kind, {}), **more}
    request = ReportRequest(
        installation=store.pk, kind=kind, format=form, language=language, **values
    )
    with on(50):
        return report_file(request, store).content


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def pages_of(content: bytes) -> list[str]:
    """The text of each page."""
    pdf = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_bounded() for page in pdf]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_command_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(f"a{text}") == f"a{text}"


def test_ageing_as_data(busy: Installation) -> None:
    head, jpy, anna, bert = rows_of(made(busy, ReportKind.AGEING, ReportFormat.CSV))
    assert head[0] == "Currency"
    assert jpy[:4] == ["JPY", "Sample Buyer GmbH", f"{BERT}@example.com", "1"]
    assert jpy[4:] == ["0", "0", "77", "0", "0", "77"]
    assert anna[:4] == ["PLN", f"'{FORMULA}", f"{ANNA}@example.com", "1"]
    assert anna[4:] == ["0.00", "0.00", "87.70", "0.00", "0.00", "87.70"]
    assert bert[1] == "'-Sample Buyer"


def test_a_statement_as_data_adds_up(busy: Installation) -> None:
    head, *rows = rows_of(made(busy, ReportKind.STATEMENT, ReportFormat.CSV))
    assert head == ["Currency", "Date", "Entry", "Reference", "Amount", "Balance"]
    assert [row[2] for row in rows] == [
        "Opening balance", "Invoice", "Payment", "Credit note", "Closing balance",
    ]  # fmt: skip
    amounts = [Decimal(row[4]) for row in rows[1:-1]]
    assert Decimal(rows[0][5]) + sum(amounts) == Decimal(rows[-1][5]) == Decimal("87.70")
    assert rows[1][1] == "2026-03-02"


def test_revenue_as_data(busy: Installation) -> None:
    rows = rows_of(made(busy, ReportKind.REVENUE, ReportFormat.CSV))[1:]
    # Both sides of the currency's exponent: yen have no decimals.
    assert rows[0] == ["JPY", "2026-03", "23", "S", "1", "63", "14", "77"]
    assert rows[-1] == ["PLN", "2026-04", "23", "S", "1", "-10.00", "-2.30", "-12.30"]


def test_numbers_and_failed_work_as_data(busy: Installation) -> None:
    rows = rows_of(made(busy, ReportKind.NUMBERS, ReportFormat.CSV))[1:]
    assert [(row[1], row[5], row[6], row[9]) for row in rows] == [
        ("Credit note", "1", "1", "yes"),
        ("Invoice", "3", "3", "yes"),
    ]
    (row,) = rows_of(made(busy, ReportKind.FAILED_WORK, ReportFormat.CSV))[1:]
    assert row[1:] == ["Problem", "", "'@It went wrong.", "Mend it.", "1"]


@pytest.mark.parametrize("kind", ALL)
def test_a_workbook_has_no_formula(busy: Installation, kind: ReportKind) -> None:
    content = made(busy, kind, ReportFormat.XLSX)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    sheets = [text for name, text in parts.items() if "worksheets/sheet" in name]
    assert all("<f>" not in sheet and "<hyperlink" not in sheet for sheet in sheets)
    texts = re.findall(r"<t[^>]*>([^<]*)</t>", parts["xl/sharedStrings.xml"])
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@"))]
    if kind is ReportKind.AGEING:
        assert re.findall(r'name="(\w+)" sheetId', parts["xl/workbook.xml"]) == ["JPY", "PLN"]
        assert re.search("<v>87.70?</v>", sheets[1])  # a number, to count with


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("language", ["en", "de", "ar", "ja"])
def test_every_report_on_paper(busy: Installation, kind: ReportKind, language: str) -> None:
    (page,) = pages_of(made(busy, kind, ReportFormat.PDF, language))
    if language in ("en", "de"):
        words = CATALOGUES[language]
        assert words[kind.value] in page
        assert words["page"].format(page=1, pages=1) in page
        assert "Sample Shop Sp. z o.o." in page


def test_the_same_report_has_the_same_bytes(busy: Installation) -> None:
    files = [made(busy, ReportKind.AGEING, ReportFormat.PDF) for _ in range(2)]
    assert files[0] == files[1]
    assert b"pdfaid" in files[0]


def test_a_long_table_breaks_over_pages_with_its_heads(store: Installation, seller: Any) -> None:
    with on(0):
        for number in range(500):
            invoice(seller, 100 + number, customer=ANNA)
    pages = pages_of(made(store, ReportKind.STATEMENT, ReportFormat.PDF))
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Reference" in page
    assert "Closing balance" in pages[-1]
    shown = set(re.findall(r"INV-2026-\d{5}", "".join(pages)))
    assert len(shown) == 500


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("form", ReportFormat)
def test_an_empty_store(store: Installation, kind: ReportKind, form: ReportFormat) -> None:
    content = made(store, kind, form)
    if form is ReportFormat.PDF and kind is not ReportKind.STATEMENT:
        assert "Nothing to report." in pages_of(content)[0]


def test_the_sellers_logo_colour_and_names(store: Installation, seller: LegalEntity) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 20), "red").save(picture, "PNG")
    seller.logo = picture.getvalue()
    seller.save()
    SettingValue.objects.create(installation=store, key="accent_color", value="#aa0000")
    with on(0):
        invoice(seller)
    plain = made(store, ReportKind.AGEING, ReportFormat.PDF)
    assert b"/Subtype/Image" in plain.replace(b" ", b"")
    factories.legal_entity(store, "second", name="Second Seller")
    (page,) = pages_of(made(store, ReportKind.AGEING, ReportFormat.PDF))
    assert "Second Seller" in page
    (page,) = pages_of(made(store, ReportKind.AGEING, ReportFormat.PDF, legal_entity="main"))
    assert "Second Seller" not in page
    seller.logo = b"no picture"
    seller.save()
    assert pages_of(made(store, ReportKind.AGEING, ReportFormat.PDF, legal_entity="main"))


def test_paper_shows_two_hundred_and_data_everybody(
    store: Installation, seller: LegalEntity
) -> None:
    with on(0):
        for number in range(203):
            invoice(seller, 100, customer=f"c{number}")
    assert len(rows_of(made(store, ReportKind.AGEING, ReportFormat.CSV))) == 204
    text = "".join(pages_of(made(store, ReportKind.AGEING, ReportFormat.PDF)))
    assert "More customers: 3." in text
    assert "203.00" in text


def test_a_period_must_be_named(store: Installation) -> None:
    with pytest.raises(InvalidInput):
        made(store, ReportKind.REVENUE, ReportFormat.CSV, start=None)


def test_every_language_has_every_word_with_its_places() -> None:
    assert set(CATALOGUES) == set(LANGUAGES)

    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english = CATALOGUES["en"]
    for language, words in CATALOGUES.items():
        assert set(words) == set(english), language
        assert all(words.values())
        assert all(places(words[key]) == places(english[key]) for key in english), language
