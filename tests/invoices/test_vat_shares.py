"""What reports add up is written with the document, frozen with it, and compared with it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Address, Delivery, Tax, VatSubtotal
from saleor_invoices.domain.vat_shares import rate_text, vat_shares
from saleor_invoices.invoices.models import SalesDocument, VatShare
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import LegalEntity
from tests.invoices import books
from tests.invoices.orders import issue
from tests.invoices.tampering import codes, faults, key_of, tamper
from tests.plugins import factories

SHARES = [("S", "23", "DE", 12_000, 2_760), ("S", "8", "DE", 1_000, 80)]
NAMES = ("category", "rate", "country", "net_minor", "tax_minor")


@pytest.fixture
def entity(db: None) -> LegalEntity:
    """A seller without a running Saleor."""
    return factories.legal_entity(factories.installation())


def kept(document: SalesDocument) -> list[tuple[Any, ...]]:
    """The rows of a document."""
    return list(document.vat_shares.order_by("pk").values_list(*NAMES))


def test_shares_are_those_of_the_breakdown_each_rate_once() -> None:
    document = factories.sample_document()
    again = replace(document.vat_breakdown[1], taxable_amount=Decimal(1), tax_amount=Decimal("0.1"))
    exempt = VatSubtotal(
        tax=Tax(category=VatCategory.EXEMPT, rate=Decimal(0)),
        taxable_amount=Decimal(5),
        tax_amount=Decimal(0),
    )
    found = vat_shares(replace(document, vat_breakdown=(*document.vat_breakdown, again, exempt)))
    assert [(row.category, row.rate, row.net_minor, row.tax_minor) for row in found] == [
        ("E", "0", 500, 0),
        ("S", "23", 12_000, 2_760),
        ("S", "8", 1_100, 90),
    ]


@pytest.mark.parametrize(
    ("rate", "text"), [("19.00", "19"), ("8.8750", "8.875"), ("20", "20"), ("0E+2", "0")]
)
def test_a_rate_has_one_text(rate: str, text: str) -> None:
    assert rate_text(Decimal(rate)) == text


def test_the_country_is_where_the_goods_went_else_the_buyers() -> None:
    document = factories.sample_document()
    assert vat_shares(document)[0].country == "DE"
    sent = replace(document, delivery=Delivery(address=Address(country="FR")))
    assert vat_shares(sent)[0].country == "FR"
    unknown = replace(document, delivery=Delivery(address=Address()))
    assert vat_shares(unknown)[0].country == "DE"


def test_issuing_writes_them(store: Any, seller: LegalEntity) -> None:
    document = issue(store)
    assert sum(row.net_minor for row in document.vat_shares.all()) == document.net_minor
    assert sum(row.tax_minor for row in document.vat_shares.all()) == document.tax_minor
    assert ledger_verify().ok


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE invoices_vatshare SET net_minor = net_minor + 1 WHERE rate = '23'",
        "UPDATE invoices_vatshare SET tax_minor = 0 WHERE rate = '8'",
        "UPDATE invoices_vatshare SET country = 'AT'",
        "UPDATE invoices_vatshare SET rate = '22' WHERE rate = '23'",
        "DELETE FROM invoices_vatshare WHERE rate = '8'",
    ],
)
def test_a_row_that_was_tampered_with_is_found(entity: LegalEntity, change: str) -> None:
    document = books.invoice(entity)
    assert kept(document) == SHARES
    assert ledger_verify().ok
    tamper(change)
    assert codes(ledger_verify()) == {"VAT_SHARES"}


def test_an_erasure_leaves_them_and_their_sums_are_still_checked(entity: LegalEntity) -> None:
    document = books.invoice(entity, on=date(2010, 5, 4))
    document_erase(document=document, reason="Its time has run out.", actor="staff:1")
    assert kept(document) == SHARES
    assert ledger_verify().ok
    tamper("UPDATE invoices_vatshare SET net_minor = 1 WHERE rate = '23'")
    assert faults() == [("VAT_SHARES", document.number, "net_minor: 1001 of 13000")]


def test_the_migration_fills_what_was_issued_before(entity: LegalEntity) -> None:
    first, second = books.invoice(entity, on=date(2010, 5, 4)), books.invoice(entity)
    third = books.invoice(entity)
    document_erase(document=first, reason="Its time has run out.", actor="staff:1")
    for document in (first, second):
        tamper("DELETE FROM invoices_vatshare WHERE document_id = %s", key_of(document))
    fill = import_module("saleor_invoices.invoices.migrations.0004_fill_vat_shares").fill
    for _ in range(2):  # as after a migration that was stopped
        fill(apps, None)
    assert kept(first) == [("", "", "", 13_000, 2_840)]
    assert kept(second) == kept(third) == SHARES
    assert VatShare.objects.count() == 5
    assert ledger_verify().ok
