"""The Swiss QR-bill: its payload field by field, its references, its place on the page.

Check digits and references of the examples are those of the Swiss Implementation Guidelines.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from stdnum import iso11649

from saleor_invoices.documents.payment_code import payment_code
from saleor_invoices.documents.port import Paper, Template
from saleor_invoices.documents.swiss import (
    SwissBill,
    bill_code,
    payload,
    swiss_bill,
    written_reference,
)
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.document import Address, CreditTransfer, Document, Party
from tests.documents import samples, scenes
from tests.documents.pdf import (
    alternative_texts,
    codes,
    font_names,
    languages,
    left_edge,
    opened,
    page_texts,
    pdf_text,
    reading_direction,
)

CLASSIC = Template()


def bill_of(document: Document) -> SwissBill:
    bill = swiss_bill(document)
    assert bill is not None
    return bill


def paid_to(document: Document, *accounts: str) -> Document:
    assert document.payment is not None
    transfers = tuple(CreditTransfer(account=account) for account in accounts)
    return replace(document, payment=replace(document.payment, credit_transfers=transfers))


def with_seller(**changes: Any) -> Document:
    document = scenes.swiss()
    return replace(document, seller=replace(document.seller, **changes))


def test_a_scanner_reads_every_element_from_the_page(renderer: TypstRenderer) -> None:
    (code,) = codes(renderer.render(scenes.swiss(), CLASSIC))
    assert code.split("\n") == [
        *("SPC", "0200", "1", "CH5604835012345678009"),
        *("S", "Muster Kaffee AG", "Bahnhofstrasse 1", "", "8001", "Zürich", "CH"),
        *("", "", "", "", "", "", ""),
        *("292.29", "CHF"),
        *("S", "Beispiel Käuferin", "Marktgasse 28", "", "3011", "Bern", "CH"),
        *("SCOR", "RF36INV202600042", "INV-2026-00042", "EPD"),
    ]


def test_a_qr_iban_has_a_qr_reference(renderer: TypstRenderer) -> None:
    document = scenes.swiss(account="CH44 3199 9123 0008 8901 2", number="139471430009017"[:-1])
    bill = bill_of(document)
    assert (bill.reference_type, bill.iban) == ("QRR", scenes.QR_IBAN)
    assert len(bill.reference) == 27
    assert bill.reference.startswith("000000000000")
    (code,) = codes(renderer.render(document, CLASSIC))
    assert code.split("\n")[27:29] == ["QRR", bill.reference]


@pytest.mark.parametrize(
    ("number", "reference", "written"),
    [
        # The check digit of SIG's example reference 21 00000 00003 13947 14300 09017.
        ("21000000000313947143000901", "210000000003139471430009017", None),
        ("INV-2026-00042", "000000000001823312026000420", "00 00000 00001 82331 20260 00420"),
    ],
)
def test_qr_references_have_27_digits_with_a_check_digit(
    number: str, reference: str, written: str | None
) -> None:
    bill = bill_of(scenes.swiss(account=scenes.QR_IBAN, number=number))
    assert bill.reference == reference
    assert written in {None, written_reference(bill)}


@pytest.mark.parametrize(
    ("number", "reference", "written"),
    [
        # SIG's example of ISO 11649.
        ("539007547034", "RF18539007547034", "RF18 5390 0754 7034"),
        ("re 2026/7", "RF79RE20267", "RF79 RE20 267"),
    ],
)
def test_other_accounts_have_a_creditor_reference(
    number: str, reference: str, written: str
) -> None:
    bill = bill_of(scenes.swiss(number=number))
    assert (bill.reference_type, bill.reference) == ("SCOR", reference)
    assert written_reference(bill) == written
    assert iso11649.is_valid(bill.reference)


@pytest.mark.parametrize("number", ["№", "2026-" + "0" * 30])
def test_a_number_that_no_reference_can_be_made_of_is_a_message(number: str) -> None:
    bill = bill_of(scenes.swiss(number=number))
    assert (bill.reference_type, bill.reference) == ("NON", "")
    # A QR-IBAN takes nothing but QR references.
    assert swiss_bill(scenes.swiss(number=number, account=scenes.QR_IBAN)) is None


@pytest.mark.parametrize(
    "document",
    [
        scenes.swiss(currency="USD"),
        scenes.swiss(account=samples.IBAN),
        scenes.swiss(account="CH5604835012345678000"),
        scenes.swiss(payment=None),
        scenes.swiss(number=""),
        with_seller(address=Address(city="Zürich", country="CH")),
        with_seller(name="会社"),
        replace(
            scenes.swiss(),
            totals=replace(scenes.swiss().totals, payable=Decimal("1000000000.00")),
        ),
    ],
    ids=[
        "other currency",
        "account elsewhere",
        "wrong check digits",
        "no account",
        "draft",
        "creditor without postal code",
        "creditor in other letters",
        "too much",
    ],
)
def test_no_bill_where_the_guidelines_have_none(document: Document) -> None:
    assert swiss_bill(document) is None


def test_euro_to_switzerland_is_a_bill_and_to_elsewhere_an_epc_code() -> None:
    bill = bill_of(scenes.swiss(currency="EUR", account="LI21088100002324013AA"))
    assert (bill.currency, bill.iban) == ("EUR", "LI21088100002324013AA")
    euro = samples.sample_document(3)
    first_wins = paid_to(euro, samples.IBAN, scenes.SWISS_IBAN)
    assert payment_code(first_wins).is_epc
    franc = scenes.swiss()
    assert bill_of(paid_to(franc, samples.IBAN, scenes.SWISS_IBAN)).iban == scenes.SWISS_IBAN


@pytest.mark.parametrize(
    "buyer",
    [
        Party(name="Buyer", address=Address(city="Bern", country="CH")),
        Party(name="山田", address=Address(city="東京", postal_code="100-0005", country="JP")),
        Party(name="Buyer", address=Address(city="B" * 36, postal_code="1", country="CH")),
    ],
    ids=["no postal code", "other letters", "town too long"],
)
def test_a_debtor_who_can_not_be_told_is_left_to_the_pen(
    renderer: TypstRenderer, buyer: Party
) -> None:
    document = scenes.swiss(buyer=buyer)
    assert bill_of(document).debtor is None
    pdf = renderer.render(document, CLASSIC)
    (code,) = codes(pdf)
    assert code.split("\n")[20:27] == [""] * 7
    assert pdf_text(pdf).count("Zahlbar durch (Name/Adresse)") == 2


def test_long_and_foreign_texts_are_cut_and_bared_of_accents() -> None:
    buyer = Party(
        name="Ŵỹnn\nand " + "N" * 80,
        address=Address(street="S" * 80, city="Hà Nội", postal_code="10000", country="VN"),
    )
    debtor = bill_of(scenes.swiss(buyer=buyer)).debtor
    assert debtor is not None
    assert debtor.name == ("Ŵynn and " + "N" * 80)[:70]
    assert (debtor.street, debtor.town) == ("S" * 70, "Hà Noi")


def test_the_largest_payload_stays_within_the_standard() -> None:
    address = Address(street="é" * 90, city="é" * 35, postal_code="é" * 16, country="CH")
    party = Party(name="é" * 90, address=address)
    bill = bill_of(scenes.swiss(seller=party, buyer=party, number="9" * 200))
    assert len(payload(bill)) <= 997
    code = bill_code(bill)
    assert (code.error, int(code.version) <= 25) == ("M", True)


@pytest.mark.parametrize(
    ("language", "second", "heading"),
    [
        ("de", "", "Zahlteil"),
        ("fr", "", "Section paiement"),
        ("it", "", "Sezione pagamento"),
        ("en", "", "Payment part"),
        ("ar", "fr", "Section paiement"),
        ("ja", "", "Payment part"),
    ],
)
def test_the_slip_speaks_one_of_its_four_languages(
    renderer: TypstRenderer, language: str, second: str, heading: str
) -> None:
    pdf = renderer.render(scenes.swiss(language, second_language=second), CLASSIC)
    assert left_edge(pdf, heading, page=len(page_texts(pdf)) - 1) > 0


def test_the_slip_stands_at_the_foot_of_the_last_page(renderer: TypstRenderer) -> None:
    one, two = (
        renderer.render(scenes.swiss(lines=samples.sample_lines(count)), CLASSIC)
        for count in (3, 14)
    )
    for pdf, pages in ((one, 1), (two, 2)):
        texts = page_texts(pdf)
        assert len(texts) == pages
        assert ["Zahlteil" in text for text in texts] == [False] * (pages - 1) + [True]
        # 62 mm of receipt, then 5 mm, on paper of 210 mm.
        assert left_edge(pdf, "Zahlteil", pages - 1) == pytest.approx(67 / 25.4 * 72, abs=1)
        assert f"Seite {pages} von {pages}" in texts[-1]


def test_the_slip_has_a_face_of_its_own_and_its_language_told(renderer: TypstRenderer) -> None:
    pdf = renderer.render(scenes.swiss("ar"), CLASSIC)
    assert "Arimo" in font_names(pdf)
    assert {"ar", "en-CH"} <= languages(pdf)
    assert reading_direction(pdf) == "R2L"
    with opened(pdf) as file:
        assert file.open_metadata()["pdfuaid:part"] == "1"


def test_the_code_has_an_alternative_text(renderer: TypstRenderer) -> None:
    (alt,) = alternative_texts(renderer.render(scenes.swiss("en"), CLASSIC))
    assert alt == "QR code for a bank transfer of CHF 292.29 to Muster Kaffee AG"


def test_the_account_is_told_by_the_slip_alone(renderer: TypstRenderer) -> None:
    text = pdf_text(renderer.render(scenes.swiss(), CLASSIC))
    assert text.count("CH56 0483 5012 3456 7800 9") == 2  # receipt and payment part
    assert "Kontoinhaber" not in text
    both = paid_to(scenes.swiss(), scenes.SWISS_IBAN, samples.IBAN)
    assert "DE89 3704 0044 0532 0130 00" in pdf_text(renderer.render(both, CLASSIC))


def test_the_slip_fits_on_letter_paper(renderer: TypstRenderer) -> None:
    pdf = renderer.render(scenes.swiss(), Template(paper=Paper.LETTER))
    assert len(codes(pdf)) == 1
