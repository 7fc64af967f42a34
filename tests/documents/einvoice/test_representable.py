"""What has no XML, and why: each finding, and the same document without its cause."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.documents.einvoice.representable import factur_x_profile, representable
from saleor_invoices.domain.codes import DocumentKind, SupplyDateKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    DocumentAdjustment,
    Identifier,
    Party,
    PaymentInstructions,
    Period,
    Tax,
)
from saleor_invoices.domain.findings import Severity
from saleor_invoices.domain.totals import document_totals, vat_breakdown
from tests.documents.einvoice.samples import (
    EXEMPT,
    EXPORT,
    NORWEGIAN,
    OUTSIDE,
    SAMPLES,
    intra_community,
    many_lines,
    with_category,
)
from tests.documents.samples import (
    BUYER,
    REVERSE_CHARGE,
    SELLER,
    STANDARD,
    sample_document,
    sample_line,
    sample_reverse_charge,
)

AMERICAN = replace(
    SELLER, vat_id="", address=Address(city="Austin", postal_code="73301", country="US")
)
ENDPOINT = Identifier(value="4000001000005", scheme="0088")


def plain(**changes: Any) -> Document:
    return replace(sample_document(2), **changes)


def seller(**changes: Any) -> Document:
    return plain(seller=replace(SELLER, **changes))


def buyer(**changes: Any) -> Document:
    return plain(buyer=replace(BUYER, **changes))


def with_line(**changes: Any) -> Document:
    return sample_document([sample_line(1, **changes)])


def in_dinar() -> Document:
    return sample_document(2, currency="KWD")


def anonymous_outside_scope() -> Document:
    party = replace(SELLER, legal_registration=None)
    return with_category(OUTSIDE, seller=party, buyer=NORWEGIAN)


def late_supply() -> Document:
    delivery = Delivery(supply_date=None, supply_date_kind=SupplyDateKind.EXPECTED)
    return replace(intra_community(), delivery=delivery)


def mixed() -> Document:
    return sample_document(2, taxes=(STANDARD, OUTSIDE))


def reasonless_charge() -> Document:
    charge = DocumentAdjustment(
        amount=Decimal("5.00"), gross_amount=Decimal("6.15"), tax=STANDARD, reason=" "
    )
    document = sample_document(1)
    return replace(
        document,
        charges=(charge,),
        vat_breakdown=vat_breakdown(document.lines, charges=(charge,)),
        totals=document_totals(document.lines, charges=(charge,)),
    )


def taxed_at(category: VatCategory, rate: str) -> Document:
    return sample_document(1, taxes=(Tax(category=category, rate=Decimal(rate)),))


def without_quantity() -> Document:
    return sample_document([replace(sample_line(1), quantity=Decimal(0))])


def with_negative_price() -> Document:
    line = sample_line(2, net_amount=Decimal(-1), tax_amount=Decimal(0), gross_amount=Decimal(-1))
    return sample_document([sample_line(1), line])


def without_account() -> Document:
    return plain(payment=PaymentInstructions(means_code="58"))


CASES: list[tuple[str, str, Callable[[], Document]]] = [
    ("EINVOICE_PROFORMA", "", lambda: plain(kind=DocumentKind.PROFORMA)),
    ("EINVOICE_TEST_MODE", "", lambda: plain(test_mode=True)),
    ("EINVOICE_NOT_ISSUED", "BR-02", lambda: plain(number="")),
    ("EINVOICE_NOT_ISSUED", "BR-02", lambda: plain(issue_date=None)),
    ("EINVOICE_DECIMALS", "BR-DEC", in_dinar),
    ("EINVOICE_NOT_VAT", "", lambda: plain(seller=replace(AMERICAN, vat_id="US123456789"))),
    ("EINVOICE_TAX_DIFFERS", "BR-CO-17", lambda: many_lines(181)),
    ("EINVOICE_OUTSIDE_SCOPE_MIXED", "BR-O-11", mixed),
    ("EINVOICE_LINE_INVALID", "BR-25", lambda: with_line(name=" ")),
    ("EINVOICE_LINE_INVALID", "BR-26", without_quantity),
    ("EINVOICE_LINE_INVALID", "BR-27", with_negative_price),
    ("EINVOICE_LINE_MISSING", "BR-16", lambda: sample_document([])),
    ("EINVOICE_ADJUSTMENT_REASON_MISSING", "BR-33", reasonless_charge),
    ("EINVOICE_SELLER_INCOMPLETE", "BR-06", lambda: seller(name="")),
    ("EINVOICE_SELLER_INCOMPLETE", "BR-09", lambda: seller(address=Address())),
    ("EINVOICE_SELLER_INCOMPLETE", "BR-S-02", lambda: seller(vat_id="", tax_registration="")),
    ("EINVOICE_SELLER_INCOMPLETE", "BR-IC-02",
     lambda: replace(intra_community(), seller=replace(SELLER, vat_id=""))),
    ("EINVOICE_SELLER_INCOMPLETE", "BR-G-02",
     lambda: with_category(EXPORT, seller=replace(SELLER, vat_id=""), buyer=NORWEGIAN)),
    ("EINVOICE_SELLER_ID_MISSING", "BR-CO-26", anonymous_outside_scope),
    ("EINVOICE_SELLER_ID_MISSING", "BR-CO-26",
     lambda: seller(vat_id="", legal_registration=None)),
    ("EINVOICE_BUYER_INCOMPLETE", "BR-07", lambda: buyer(name="")),
    ("EINVOICE_BUYER_INCOMPLETE", "BR-11", lambda: buyer(address=Address(city="Oslo"))),
    ("EINVOICE_BUYER_INCOMPLETE", "BR-AE-02",
     lambda: replace(sample_reverse_charge(), buyer=replace(BUYER, vat_id=""))),
    ("EINVOICE_BUYER_INCOMPLETE", "BR-IC-02",
     lambda: replace(intra_community(), buyer=replace(BUYER, vat_id=""))),
    ("EINVOICE_SELLER_INCOMPLETE", "BR-62",
     lambda: seller(electronic_address=Identifier(value="a@example.com"))),
    ("EINVOICE_BUYER_INCOMPLETE", "BR-63",
     lambda: buyer(electronic_address=Identifier(value="a@example.com"))),
    ("EINVOICE_VAT_ID_PREFIX", "BR-CO-09", lambda: seller(vat_id="136695976")),
    ("EINVOICE_VAT_ID_PREFIX", "BR-CO-09", lambda: buyer(vat_id="129273398")),
    ("EINVOICE_SUPPLY_DATE_MISSING", "BR-IC-11", late_supply),
    ("EINVOICE_EXEMPTION_REASON_MISSING", "BR-E-10",
     lambda: with_category(replace(EXEMPT, exemption_reason="", exemption_code=""))),
    ("EINVOICE_CATEGORY_INVALID", "BR-S-05", lambda: taxed_at(VatCategory.STANDARD, "0")),
    ("EINVOICE_PAYMENT_TERMS_MISSING", "BR-CO-25",
     lambda: plain(due_date=None, payment_terms=" ")),
    ("EINVOICE_ACCOUNT_MISSING", "BR-61", without_account),
    ("EINVOICE_TOTALS_INCONSISTENT", "BR-CO-15",
     lambda: plain(totals=replace(sample_document(2).totals, gross=Decimal("1.00")))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "rule", "make"), CASES)
def test_what_cannot_be_said_is_found(code: str, rule: str, make: Callable[[], Document]) -> None:
    findings = representable(make(), Profile.EN16931)
    found = [one for one in findings if one.code == code and one.params.get("rule", "") == rule]
    assert found, findings
    assert found[0].severity is Severity.WARNING  # the PDF is issued all the same
    assert found[0].remedy


def test_nothing_is_found_in_what_can_be_said() -> None:
    assert representable(plain(), Profile.EN16931) == []


def test_three_decimals_that_are_zeros_can_be_said() -> None:
    line = sample_line(
        1,
        currency="KWD",
        net_amount=Decimal("1.000"),
        tax_amount=Decimal("0.230"),
        gross_amount=Decimal("1.230"),
    )
    assert representable(sample_document([line], currency="KWD"), Profile.EN16931) == []


def test_a_sale_from_america_without_tax_can_be_said() -> None:
    document = with_category(OUTSIDE, seller=AMERICAN, buyer=NORWEGIAN)
    assert representable(document, Profile.EN16931) == []


@pytest.mark.parametrize("country", ["US", "HK", "AU", "CA", "JP"])
def test_another_tax_than_vat_cannot_be_said(country: str) -> None:
    document = seller(address=Address(city="A", postal_code="1", country=country))
    codes = [finding.code for finding in representable(document, Profile.EN16931)]
    assert codes == ["EINVOICE_NOT_VAT"]


def test_a_tax_that_is_called_otherwise_is_vat_all_the_same() -> None:
    assert representable(plain(tax_name="MwSt."), Profile.EN16931) == []


def test_an_invoicing_period_stands_for_the_delivery_date() -> None:
    period = Period(start=date(2026, 11, 1), end=date(2026, 11, 30))
    document = replace(late_supply(), period=period)
    assert representable(document, Profile.EN16931) == []


def test_tax_without_a_rate_is_no_category() -> None:
    (row,) = with_category(REVERSE_CHARGE, buyer=BUYER).vat_breakdown
    line = sample_line(1, tax=REVERSE_CHARGE)
    taxed = replace(line, tax_amount=Decimal("1.00"), gross_amount=line.net_amount + 1)
    document = sample_document([taxed])
    codes = {finding.code for finding in representable(document, Profile.EN16931)}
    assert codes == {"EINVOICE_CATEGORY_INVALID"}
    assert row.tax.category is VatCategory.REVERSE_CHARGE


PEPPOL = [
    ("EINVOICE_SELLER_INCOMPLETE", "PEPPOL-EN16931-R020"),
    ("EINVOICE_BUYER_INCOMPLETE", "PEPPOL-EN16931-R010"),
    ("EINVOICE_BUYER_REFERENCE_MISSING", "PEPPOL-EN16931-R003"),
    ("EINVOICE_BUYER_REFERENCE_MISSING", "BR-DE-15"),  # both are German
]


def test_peppol_wants_addresses_and_a_reference() -> None:
    findings = representable(plain(order=None), Profile.PEPPOL_BIS3)
    assert [(one.code, one.params["rule"]) for one in findings] == PEPPOL


def test_the_shops_own_order_number_is_reference_enough_for_peppol() -> None:
    rules = [finding.rule for finding in representable(plain(), Profile.PEPPOL_BIS3)]
    assert rules == ["PEPPOL-EN16931-R020", "PEPPOL-EN16931-R010", "BR-DE-15"]


def test_peppol_between_others_than_germans_follows_no_german_rule() -> None:
    document = replace(sample_reverse_charge(), order=None)
    findings = representable(document, Profile.PEPPOL_BIS3)
    assert [(one.code, one.params["rule"]) for one in findings] == PEPPOL[:3]
    document = replace(
        document,
        purchase_order_reference="PO-1",
        seller=replace(SELLER, electronic_address=ENDPOINT),
        buyer=replace(document.buyer, electronic_address=ENDPOINT),
    )
    assert representable(document, Profile.PEPPOL_BIS3) == []


def test_xrechnung_wants_the_leitweg_id() -> None:
    (finding,) = representable(plain(), Profile.XRECHNUNG)
    assert (finding.code, finding.params["rule"]) == (
        "EINVOICE_BUYER_REFERENCE_MISSING",
        "BR-DE-15",
    )
    assert representable(plain(buyer_reference="991-12345-67"), Profile.XRECHNUNG) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"seller": replace(SELLER, contact=Contact(email="a@example.com"))},
         [("BR-DE-6", "seller:contact.phone")]),
        ({"seller": replace(SELLER, contact=Contact(phone="030 1"),
                            electronic_address=ENDPOINT)},
         [("BR-DE-7", "seller:contact.email")]),
        ({"seller": replace(SELLER, address=Address(country="DE"))},
         [("BR-DE-3", "seller:address.city"), ("BR-DE-4", "seller:address.postal_code")]),
        ({"buyer": replace(BUYER, address=Address(city="A", country="DE"))},
         [("BR-DE-9", "order:billing_address.postal_code")]),
        ({"buyer": replace(BUYER, contact=None)},
         [("PEPPOL-EN16931-R010", "order:metadata.vat_id")]),
    ],
)  # fmt: skip
def test_xrechnung_wants_parties_that_can_be_reached(
    changes: dict[str, Party], told: list[tuple[str, str]]
) -> None:
    document = plain(buyer_reference="991-12345-67", **changes)
    findings = representable(document, Profile.XRECHNUNG)
    assert [(finding.rule, finding.place) for finding in findings] == told


def test_a_delivery_address_without_post_code_is_dropped_but_for_intra_community() -> None:
    hong_kong = Delivery(supply_date=date(2026, 11, 20), address=Address(city="A", country="HK"))
    document = plain(buyer_reference="991-12345-67", delivery=hong_kong)
    assert representable(document, Profile.XRECHNUNG) == []
    document = replace(intra_community(), buyer_reference="991", delivery=hong_kong)
    rules = [finding.params["rule"] for finding in representable(document, Profile.XRECHNUNG)]
    assert rules == ["BR-DE-11"]


@pytest.mark.parametrize(
    ("make", "profile"),
    [
        (SAMPLES["domestic"], Profile.EN16931),
        (lambda: many_lines(200), Profile.EXTENDED),
        (in_dinar, None),
        (lambda: plain(test_mode=True), None),
    ],
)
def test_factur_x_is_extended_only_where_it_must_be(
    make: Callable[[], Document], profile: Profile | None
) -> None:
    assert factur_x_profile(make()) is profile
