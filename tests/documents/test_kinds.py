"""Credit notes, proformas, collective invoices and what was paid before: view and page."""

from dataclasses import replace
from datetime import date

import pytest

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.documents.view.model import DocumentView, Pair
from saleor_invoices.domain import totals
from saleor_invoices.domain.document import Document, PrecedingInvoice
from saleor_invoices.domain.wording import wording
from tests.documents import samples, scenes
from tests.documents.pdf import alternative_texts, codes, opened, page_texts, pdf_text

CLASSIC = Template()
SCENES = {
    "credit note": scenes.refunded(),
    "proforma": scenes.proforma(),
    "collective": scenes.collective(),
    "VAT in zloty": scenes.polish_vat(),
    "Swiss": scenes.swiss(),
    "Swiss, QR-IBAN": scenes.swiss("fr", account=scenes.QR_IBAN),
    "at home in Japan": scenes.home("ja"),
    "dinar in Arabic": samples.sample_document(3, currency="KWD", language="ar", gift_card="2.005"),
}


def view_of(document: Document) -> DocumentView:
    return document_view(document, CLASSIC, with_qr=False)


def totals_of(document: Document) -> list[tuple[str, str]]:
    return [(row.label, row.value) for row in view_of(document).totals]


@pytest.mark.parametrize("document", SCENES.values(), ids=SCENES)
def test_every_scene_adds_up_and_is_pdf_a(renderer: TypstRenderer, document: Document) -> None:
    assert totals.check(document) == []
    with opened(renderer.render(document, CLASSIC)) as file:
        metadata = file.open_metadata()
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"


def test_a_credit_note_says_what_it_corrects_why_and_what_is_left_to_refund() -> None:
    view = view_of(scenes.refunded())
    assert view.title == "Credit note"
    assert view.facts[0] == Pair(label="Date", value="22 November 2026")
    assert Pair(label="Corrects", value="INV-2026-00042 of 2 Nov 2026") in view.facts
    reason = "The kettle arrived damaged; the beans were returned unopened."
    assert view.lead == (Pair(label="Reason", value=reason),)
    assert totals_of(scenes.refunded())[-3:] == [
        ("Prepaid on the invoice •••• 7F3K", "-€25.00"),
        ("Already refunded on 20 Nov 2026 · Card", "-€200.00"),
        ("Amount to be refunded", "€61.80"),
    ]
    assert view.payment is None


def test_a_credit_note_of_which_nothing_went_back_says_what_is_credited() -> None:
    assert totals_of(samples.sample_credit_note())[-1] == ("Amount credited", "€49.80")


def test_a_credit_note_of_several_invoices_names_each() -> None:
    preceding = tuple(
        PrecedingInvoice(number=f"INV-{day}", issue_date=date(2026, 11, day)) for day in (3, 7)
    )
    facts = view_of(replace(scenes.refunded(), preceding_invoices=preceding)).facts
    named = [fact.value for fact in facts if fact.label == "Corrects"]
    assert named == ["INV-3 of 3 Nov 2026", "INV-7 of 7 Nov 2026"]


def test_a_proforma_is_marked_on_each_page_and_in_words(renderer: TypstRenderer) -> None:
    document = scenes.proforma(lines=samples.sample_lines(30))
    pages = page_texts(renderer.render(document, CLASSIC))
    assert len(pages) == 2
    assert all("PROFORMA" in page for page in pages)
    assert "Not a tax invoice" in pages[0]
    assert view_of(document).facts[0].label == "Date"


@pytest.mark.parametrize(
    ("changes", "mark"),
    [({}, "PROFORMA"), ({"test_mode": True}, "TEST"), ({"number": ""}, "DRAFT")],
)
def test_the_strongest_mark_counts(changes: dict, mark: str) -> None:
    assert view_of(replace(scenes.proforma(), **changes)).watermark == mark


def test_an_unpaid_proforma_can_be_paid_by_code_and_a_paid_one_not(
    renderer: TypstRenderer,
) -> None:
    open_one = scenes.proforma()
    (code,) = codes(renderer.render(open_one, CLASSIC))
    assert code.splitlines()[7] == "EUR292.29"
    paid = scenes.settled(open_one, "payment", "by card")
    pdf = renderer.render(paid, CLASSIC)
    assert (codes(pdf), alternative_texts(pdf)) == ([], [])
    assert "Paid in full" in pdf_text(pdf)


def test_no_code_on_a_credit_note_nor_where_none_is_wanted(renderer: TypstRenderer) -> None:
    credit = replace(scenes.refunded(), payment=samples.sample_document(1).payment)
    assert credit.totals.payable > 0
    assert codes(renderer.render(credit, CLASSIC)) == []
    for document in (samples.sample_document(1), scenes.swiss()):
        plain = replace(document.presentation, payment_code="none")
        pdf = renderer.render(replace(document, presentation=plain), CLASSIC)
        assert (codes(pdf), alternative_texts(pdf)) == ([], [])


def test_the_code_asks_for_what_is_left(renderer: TypstRenderer) -> None:
    (code,) = codes(renderer.render(scenes.collective(), CLASSIC))
    assert code.splitlines()[7] == "EUR225.89"


def test_a_collective_invoice_lists_its_orders_and_tells_each_line_s(
    renderer: TypstRenderer,
) -> None:
    document = scenes.collective()
    view = view_of(document)
    orders = "1042 (3 Nov 2026), 1047 (11 Nov 2026), 1051 (19 Nov 2026)"
    assert view.lead == (Pair(label="Orders", value=orders),)
    assert view.subject == "Orders 1042, 1047, 1051"
    assert [row.details[-1] for row in view.lines.rows][::2] == [
        "Order 1042",
        "Order 1047",
        "Order 1051",
    ]
    assert f"Orders {orders}" in pdf_text(renderer.render(document, CLASSIC))


def test_a_part_that_was_paid_says_when_and_how() -> None:
    rows = totals_of(scenes.collective())
    assert rows[-2:] == [("Paid on 3 Nov 2026 · Card", "-€75.40"), ("Amount due", "€225.89")]


def test_a_prepayment_s_label_is_worded_for_its_place() -> None:
    words = wording("de")
    document = samples.sample_document(1, language="de")
    label = words.paid(date(2026, 11, 3), "Kreditkarte")
    rows = totals_of(scenes.settled(document, "payment", label, "9.80"))
    assert rows[-2] == ("Bezahlt am 03.11.2026 · Kreditkarte", "-9,80\xa0€")
    rows = totals_of(scenes.settled(document, "payment", words.paid(None, ""), "9.80"))
    assert rows[-2][0] == "Bezahlt"


def test_vat_in_the_accounting_currency_has_its_rate_day_and_source() -> None:
    document = scenes.polish_vat("en")
    assert ("VAT in PLN", "PLN\xa0232.67") in totals_of(document)
    rate = "Exchange rate: 1 EUR = 4.2567 PLN (NBP · 20 November 2026)"
    assert view_of(document).tax.reasons == (rate,)
    without = replace(document, totals=samples.sample_document(3).totals)
    assert view_of(without).tax.reasons == ()


@pytest.mark.parametrize(
    ("language", "name"),
    [("ja", "消費税"), ("en", "Consumption tax"), ("ar", "ضريبة الاستهلاك")],
)
def test_a_known_tax_is_called_as_the_language_calls_it(language: str, name: str) -> None:
    view = view_of(samples.sample_document(1, language=language, tax_name="Consumption tax"))
    assert name in view.tax.title
    assert view.tax.headers[2] == name
