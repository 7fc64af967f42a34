"""The audit file, checked against its published structure and added up again."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from lxml import etree

from saleor_invoices.domain.document import Address, Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.formats.saft_file import SaftWriter
from saleor_invoices.exports.records import DocumentRecord
from tests.exports import books
from tests.exports.saft_schema import NAMESPACE, each, faults, name_of, number, text
from tests.strategies import documents

ZERO = Decimal(0)


def audit_file(
    documents_: Iterable[Document | DocumentRecord], where: ExportContext | None = None
) -> etree._Element:
    """The file, which must be as the structure has it, and whose sums must be right."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(books.written("saft", documents_, where), parser)
    assert list(faults(root)) == []
    _check_sums(root)
    _check_references(root)
    return root


def _check_sums(root: etree._Element) -> None:
    sides = {"D": ZERO, "C": ZERO}
    for invoice in each(root, "Invoice"):
        own = {"D": ZERO, "C": ZERO}
        for line in each(invoice, "Line"):
            own[text(line, "DebitCreditIndicator")] += number(line, "InvoiceLineAmount/Amount")
        is_credit = text(invoice, "InvoiceType") == "Credit"
        net = own["D"] - own["C"] if is_credit else own["C"] - own["D"]
        assert net == number(invoice, "DocumentTotals/NetTotal")
        rates = each(invoice, "TaxInformationTotals")
        tax = sum((number(rate, "TaxAmount/Amount") for rate in rates), ZERO)
        assert net + tax == number(invoice, "DocumentTotals/GrossTotal")
        sides = {side: sides[side] + own[side] for side in sides}
    invoices = "SourceDocuments/SalesInvoices"
    if root.find(f"{NAMESPACE}SourceDocuments") is None:
        assert sides == {"D": ZERO, "C": ZERO}
        return
    assert number(root, f"{invoices}/TotalDebit") == sides["D"]
    assert number(root, f"{invoices}/TotalCredit") == sides["C"]
    assert number(root, f"{invoices}/NumberOfEntries") == len(each(root, "Invoice"))


def _check_references(root: etree._Element) -> None:
    """What invoices name is in the master files, each once."""
    customers = [text(one, "CustomerID") for one in each(root, "Customer")]
    products = [text(one, "ProductCode") for one in each(root, "Product")]
    codes = [text(one, "TaxCode") for one in each(root, "TaxCodeDetails")]
    for known in (customers, products, codes):
        assert len(known) == len(set(known))
    assert {text(one, "CustomerID") for one in each(root, "CustomerInfo")} == set(customers)
    assert {text(one, "ProductCode") for one in each(root, "Line")} == set(products)
    assert {text(one, "TaxCode") for one in each(root, "TaxInformationTotals")} <= set(codes)


def test_invoices_and_credit_notes_with_what_they_refer_to() -> None:
    document = books.sold(("S", "19", "100.00", "19.00"), ("S", "7", "10.00", "0.70"))
    credit = books.record_of(books.credit_of(document), preceding_number="INV-1")
    root = audit_file([document, credit])
    assert text(root, "Header/DefaultCurrencyCode") == "EUR"
    assert text(root, "Header/AuditFileDateCreated") == "2026-12-01"
    assert text(root, "SourceDocuments/SalesInvoices/TotalDebit") == "110.00"
    assert text(root, "SourceDocuments/SalesInvoices/TotalCredit") == "110.00"
    _, second = each(root, "Invoice")
    assert {text(line, "DebitCreditIndicator") for line in each(second, "Line")} == {"D"}
    assert text(second, "Line/References/CreditNote/Reference") == "INV-1"
    assert [text(one, "TaxCode") for one in each(root, "TaxCodeDetails")] == ["S19", "S7"]
    assert len(each(root, "Customer")) == 1


def test_vat_of_another_state_has_a_code_of_its_own() -> None:
    french = books.sold(("S", "20", "100.00", "20.00"), country="FR")
    business = books.sold(
        ("K", "0", "1.00", "0"), number="INV-2", country="FR", vat_id="FR83404833048"
    )
    root = audit_file([french, business])
    found = [(text(one, "TaxCode"), text(one, "Country")) for one in each(root, "TaxCodeDetails")]
    assert found == [("FRS20", "FR"), ("K", "DE")]


def test_another_currency_stands_beside_the_books_own() -> None:
    document = books.in_euro(
        books.sold(("S", "19", "33.33", "6.33"), ("S", "7", "66.67", "4.67"), currency="USD"),
        "0.9137",
    )
    root = audit_file([document])
    amount = each(root, "InvoiceLineAmount")[0]
    assert (text(amount, "CurrencyCode"), text(amount, "CurrencyAmount")) == ("USD", "33.33")
    assert text(amount, "ExchangeRate") == "0.9137"
    assert number(root, "SourceDocuments/SalesInvoices/TotalCredit") == Decimal("91.37")


def test_texts_are_escaped_and_without_controls() -> None:
    document = books.sold(("S", "19", "1.00", "0.19"), number="<&>]]>")
    buyer = replace(document.buyer, name="A\x00\x0b<b/>&amp;\ufffe\ud7ff \u2028\U0001f600 " * 9)
    root = audit_file([replace(document, buyer=buyer)])
    assert text(root, "SourceDocuments/SalesInvoices/Invoice/InvoiceNo") == "<&>]]>"
    assert text(root, "MasterFiles/Customers/Customer/Name").startswith("A <b/>&amp;")


def test_what_is_missing_is_named() -> None:
    silent = replace(books.SELLER, contact=None)
    with pytest.raises(InvalidInput, match=r"contact\.phone"):
        SaftWriter().check(books.context(books.seller(party=silent)))


def test_an_empty_file_is_valid_too() -> None:
    root = audit_file([])
    assert root.find(f"{NAMESPACE}SourceDocuments") is None  # it has invoices, or is not there


def test_an_address_without_city_and_postal_code_says_so() -> None:
    document = books.sold(("S", "19", "1.00", "0.19"))
    buyer = replace(document.buyer, address=Address(country="HK"))
    root = audit_file([replace(document, buyer=buyer)])
    (billed,) = each(root, "BillingAddress")
    assert [text(billed, name) for name in ("City", "PostalCode", "Country")] == ["-", "-", "HK"]


def test_an_invoice_names_its_customer_by_id_alone() -> None:
    root = audit_file([books.sold(("S", "19", "1.00", "0.19"))])
    (customer,) = each(root, "CustomerInfo")
    assert [name_of(child) for child in customer] == ["CustomerID", "BillingAddress"]
    assert text(root, "MasterFiles/Customers/Customer/Name") == "Sample Buyer"


@given(documents(numbered=True))
@settings(max_examples=60, deadline=None)
def test_any_document_adds_up(document: Document) -> None:
    rates = {"PLN": "0.23", "USD": "0.91", "JPY": "0.0061", "KWD": "2.97"}
    where = books.context(rates=lambda currency, _, __: Decimal(rates[currency]))
    record = books.record_of(document)
    root = audit_file([record], where)
    if document.currency == "EUR":
        totals = "SourceDocuments/SalesInvoices/Invoice/DocumentTotals"
        assert number(root, f"{totals}/NetTotal") == record.net
        assert number(root, f"{totals}/GrossTotal") == record.gross
