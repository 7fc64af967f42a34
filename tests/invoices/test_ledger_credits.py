"""Credit notes of an honest ledger hold, and each way in which one may not is found."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain import codec
from saleor_invoices.domain.document import PrecedingInvoice
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter, codes, faults
from tests.plugins import factories

pytestmark = pytest.mark.django_db
BOOK = 1080  # the second line with its tax


@pytest.fixture
def invoice(seller: LegalEntity) -> SalesDocument:
    """An unpaid invoice over 158.40."""
    return books.invoice(seller)


def test_a_full_and_two_partial_credits_hold(seller: LegalEntity, invoice: SalesDocument) -> None:
    books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    other = books.invoice(seller)
    books.credit_note(other, lines=["1"])
    books.credit_note(other, lines=["2"])
    books.credited(other, 12300 + BOOK)
    report = ledger_verify()
    assert (report.faults, report.credit_notes, report.movements) == ([], 3, 3)
    assert (report.documents, report.series) == (5, 2)


def test_the_same_line_credited_twice_is_too_much(invoice: SalesDocument) -> None:
    for _ in range(2):
        books.credit_note(invoice, lines=["2"])
    books.credited(invoice, 2 * BOOK)
    # 21.60 of 158.40 in all, but 20 of 10 at 8 %: that tax was never charged.
    assert faults() == [
        ("CREDIT_EXCEEDS", invoice.number, "S 8 % net: 20 of 10"),
        ("CREDIT_EXCEEDS", invoice.number, "S 8 % tax: 1.6 of 0.8"),
    ]


def test_more_than_the_invoice_is_too_much(invoice: SalesDocument) -> None:
    books.credit_note(invoice)
    books.credit_note(invoice, lines=["2"])
    found = [detail for code, _, detail in faults() if code == "CREDIT_EXCEEDS"]
    assert found[:3] == [
        "net_minor: 14000 of 13000",
        "tax_minor: 2920 of 2840",
        f"gross_minor: {books.GROSS + BOOK} of {books.GROSS}",
    ]


def test_a_rate_that_the_invoice_does_not_have_is_too_much(invoice: SalesDocument) -> None:
    document = books.only_lines(codec.decode(bytes(invoice.snapshot)), {"2"})
    (line,) = document.lines
    other = replace(line, tax=replace(line.tax, rate=Decimal(5)))
    lower = books.only_lines(replace(document, lines=(other,)), {"2"})
    books.credit_note(invoice, draft=lower)
    books.credited(invoice, BOOK)
    assert faults() == [
        ("CREDIT_EXCEEDS", invoice.number, "S 5 % net: 10 of 0"),
        ("CREDIT_EXCEEDS", invoice.number, "S 5 % tax: 0.8 of 0"),
    ]


def test_a_credit_below_nothing_is_no_credit(invoice: SalesDocument) -> None:
    note = books.credit_note(invoice, lines=["2"])
    books.credited(invoice, BOOK)
    alter(note, net_minor=-1000)
    assert ("CREDIT_EXCEEDS", invoice.number, "net_minor: -1000 of 13000") in faults()


def test_one_that_corrects_nothing_is_found(invoice: SalesDocument) -> None:
    note = books.credit_note(invoice, applied=False)
    alter(note, preceding=None)
    assert faults() == [("CREDIT_WITHOUT_INVOICE", note.number, "")]
    alter(note, source="imported")
    assert "CREDIT_WITHOUT_INVOICE" not in codes(ledger_verify())


def test_a_credit_note_of_a_credit_note_is_found(invoice: SalesDocument) -> None:
    first = books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    second = books.credit_note(invoice, applied=False)
    alter(second, preceding=first)
    detail = f"{first.number}: credit_note, issued"
    assert ("CREDIT_NOT_OF_INVOICE", second.number, detail) in faults()


def test_one_of_a_draft_is_found(invoice: SalesDocument) -> None:
    note = books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    alter(invoice, state="draft")
    assert ("CREDIT_NOT_OF_INVOICE", note.number, f"{invoice.number}: invoice, draft") in faults()


@pytest.mark.parametrize(
    ("columns", "detail"),
    [({"currency": "EUR"}, "currency"), ({"test_mode": True}, "test_mode")],
)
def test_one_unlike_its_invoice_is_found(
    invoice: SalesDocument, columns: dict[str, Any], detail: str
) -> None:
    note = books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    alter(note, **columns)
    assert ("CREDIT_MISMATCH", note.number, detail) in faults()


def test_one_of_another_seller_is_found(store: Installation, invoice: SalesDocument) -> None:
    note = books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    alter(note, legal_entity=factories.legal_entity(store, "other"))
    assert ("CREDIT_MISMATCH", note.number, "legal_entity_id") in faults()


def test_one_to_another_buyer_is_found(invoice: SalesDocument) -> None:
    buyer = replace(factories.BUYER, name="Someone Else")
    note = books.credit_note(invoice, buyer=buyer)
    books.credited(invoice, books.GROSS)
    assert faults() == [("CREDIT_MISMATCH", note.number, "buyer")]


@pytest.mark.parametrize(
    "named",
    [(), (PrecedingInvoice(number="INV-0"),), (PrecedingInvoice(number="", issue_date=date.max),)],
)
def test_one_that_names_another_invoice_is_found(
    invoice: SalesDocument, named: tuple[PrecedingInvoice, ...]
) -> None:
    note = books.credit_note(invoice, preceding_invoices=named)
    books.credited(invoice, books.GROSS)
    assert faults() == [("CREDIT_MISMATCH", note.number, "reference")]


def test_one_store_is_verified_without_the_others(
    invoice: SalesDocument, store: Installation
) -> None:
    elsewhere = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    theirs = books.invoice(factories.legal_entity(elsewhere))
    for _ in range(2):
        books.credit_note(theirs)
    assert ledger_verify(installation=store).ok
    assert ledger_verify(installation=store).credit_notes == 0
    assert "CREDIT_EXCEEDS" in codes(ledger_verify(installation=elsewhere))
