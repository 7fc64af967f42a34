"""Every invoice covers its order, and no order is invoiced twice."""

import pytest
from django.utils import timezone

from saleor_invoices.invoices.models import OrderCoverage, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter, codes, faults, unguarded
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def invoice(seller: LegalEntity) -> SalesDocument:
    """An invoice that covers its order."""
    return books.invoice(seller)


def _move(of: SalesDocument, to: SalesDocument) -> None:
    OrderCoverage.objects.filter(document=of).update(document=to)


def _uncover(document: SalesDocument) -> None:
    with unguarded():
        OrderCoverage.objects.filter(document=document).delete()


def _successor(seller: LegalEntity, of: SalesDocument, *, follows: bool = True) -> SalesDocument:
    """A second invoice of the order, to which the coverage has moved on."""
    row = books.invoice(seller, order=of.order, part="new", preceding=of if follows else None)
    _uncover(row)
    _move(of, row)
    return row


def test_a_corrected_order_holds(seller: LegalEntity, invoice: SalesDocument) -> None:
    books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    second = _successor(seller, invoice)
    books.credit_note(second)
    books.credited(second, books.GROSS)
    _successor(seller, second)
    assert ledger_verify().faults == []


def test_a_voided_order_that_was_invoiced_anew_holds(
    seller: LegalEntity, invoice: SalesDocument
) -> None:
    books.credit_note(invoice)
    books.credited(invoice, books.GROSS)
    OrderCoverage.objects.update(released_at=timezone.now())
    assert ledger_verify().faults == []
    _successor(seller, invoice, follows=False)
    OrderCoverage.objects.update(released_at=None)
    assert ledger_verify().faults == []


def test_parcels_and_the_rest_of_an_order_hold(seller: LegalEntity) -> None:
    order = books.an_order(seller)
    for part in ("fulfillment:1", "fulfillment:2", "rest"):
        books.invoice(seller, order=order, part=part)
    assert ledger_verify().faults == []


def test_a_collective_invoice_holds(seller: LegalEntity, invoice: SalesDocument) -> None:
    other = books.an_order(seller)
    OrderCoverage.objects.create(order=other, part="order", document=invoice)
    alter(invoice, order=None)
    assert ledger_verify().faults == []


def test_an_invoice_that_no_coverage_knows_is_found(invoice: SalesDocument) -> None:
    _uncover(invoice)
    assert faults() == [("COVERAGE_MISSING", invoice.number, invoice.order_number)]


def test_one_that_was_replaced_without_a_credit_is_found(
    seller: LegalEntity, invoice: SalesDocument
) -> None:
    _successor(seller, invoice)
    assert faults() == [("ORDER_TWIN", invoice.order_number, "2")]
    books.credit_note(invoice, lines=["1"])
    assert "ORDER_TWIN" in codes(ledger_verify())  # a part was not enough


def test_one_that_nothing_follows_is_found(seller: LegalEntity, invoice: SalesDocument) -> None:
    _successor(seller, invoice, follows=False)
    assert codes(ledger_verify()) == {"ORDER_TWIN", "COVERAGE_MISSING"}


def test_a_parcel_beside_the_whole_order_is_found(
    seller: LegalEntity, invoice: SalesDocument
) -> None:
    books.invoice(seller, order=invoice.order, part="fulfillment:1")
    assert faults() == [("ORDER_TWIN", invoice.order_number, "2")]


def test_a_collective_invoice_over_a_covered_order_is_found(
    seller: LegalEntity, invoice: SalesDocument
) -> None:
    collective = books.invoice(seller)
    assert invoice.order is not None
    OrderCoverage.objects.create(order=invoice.order, part="again", document=collective)
    alter(collective, order=None)
    assert faults() == [("ORDER_TWIN", invoice.order_number, "2")]


def test_an_invoice_of_another_order_covers_nothing(
    seller: LegalEntity, invoice: SalesDocument
) -> None:
    second = books.invoice(seller)
    assert second.order is not None
    alter(second, order=invoice.order)
    # Its order was cut loose, so its coverage is another order's, and that one's is doubled.
    found = faults()
    assert ("COVERAGE_WRONG", second.number, f"{second.order_number}: order") in found
    assert ("ORDER_TWIN", invoice.order_number, "2") in found


@pytest.mark.parametrize("columns", [{"kind": "proforma"}, {"state": "draft"}])
def test_what_is_no_issued_invoice_covers_nothing(
    invoice: SalesDocument, columns: dict[str, str]
) -> None:
    alter(invoice, **columns)
    assert "COVERAGE_WRONG" in codes(ledger_verify())


def test_an_order_released_from_an_invoice_that_stands_is_found(invoice: SalesDocument) -> None:
    OrderCoverage.objects.update(released_at=timezone.now())
    detail = f"{invoice.order_number}: order"
    assert faults() == [("COVERAGE_RELEASED", invoice.number, detail)]
    books.credit_note(invoice, lines=["1"])
    assert "COVERAGE_RELEASED" in codes(ledger_verify())


def test_one_store_is_verified_without_the_others(
    invoice: SalesDocument, store: Installation
) -> None:
    elsewhere = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    theirs = books.invoice(factories.legal_entity(elsewhere))
    books.invoice(theirs.legal_entity, order=theirs.order, part="rest")
    uncovered = books.invoice(theirs.legal_entity)
    _uncover(uncovered)
    assert ledger_verify(installation=store).ok
    assert codes(ledger_verify(installation=elsewhere)) == {"ORDER_TWIN", "COVERAGE_MISSING"}
