"""What a form becomes, and what is said about it, field by field."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.codes import SupplyDateKind, VatCategory
from saleor_invoices.domain.document import Address, Identifier, SaleReference
from saleor_invoices.domain.draft_document import document_from_form
from saleor_invoices.domain.draft_form import InvoiceForm, form_json, form_of
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Severity
from saleor_invoices.domain.order_document import Draft
from saleor_invoices.domain.profile import DocumentProfile
from tests.domain.builders import SERVICES, ZERO_RATED, profile
from tests.domain.forms import FRENCH_ID, HAMBURG, PARIS, adjustment, form, party, row
from tests.strategies import ON

SUPPLIED = {"supply_date": ON}
FRENCH = party(name="Société Exemple SARL", address=PARIS, vat_id=FRENCH_ID)
FREE = row(rate="0")
NOWHERE = party(address=Address(country="ZX"))


def made(given: InvoiceForm, own: DocumentProfile | None = None) -> Draft:
    return document_from_form(given, own or profile(), on=ON)


def codes(draft: Draft) -> dict[str, str]:
    """Code and place of each finding."""
    return {one.code: one.place for one in draft.findings}


def test_a_whole_form_can_be_issued_without_a_word() -> None:
    draft = made(form(**SUPPLIED))
    assert (draft.findings, draft.can_be_issued) == ((), True)
    document = draft.document
    assert (document.number, document.issue_date, document.order) == ("", None, None)
    assert document.due_date == ON + timedelta(days=14)
    assert document.payment_terms
    assert document.payment is not None
    assert document.delivery is not None
    assert document.delivery.supply_date_kind is SupplyDateKind.DELIVERY


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"lines": ()}, "LINES_MISSING", "lines"),
        ({"buyer": party(name=" ")}, "BUYER_NAME_MISSING", "buyer.name"),
        ({"buyer": party(address=Address())}, "COUNTRY_MISSING", "buyer.address.country"),
        ({"buyer": NOWHERE}, "COUNTRY_INVALID", "buyer.address.country"),
        ({"delivery_address": Address()}, "COUNTRY_MISSING", "deliveryAddress.country"),
        ({"customer_email": "nobody"}, "EMAIL_INVALID", "customerEmail"),
        ({"lines": (row(), row(name=""))}, "LINE_NAME_MISSING", "lines.1.name"),
        ({"lines": (row(quantity="0"),)}, "LINE_QUANTITY_INVALID", "lines.0.quantity"),
        ({"lines": (row(quantity="-2"),)}, "LINE_QUANTITY_INVALID", "lines.0.quantity"),
        ({"lines": (row("-1"),)}, "LINE_PRICE_INVALID", "lines.0.unitPrice"),
        ({"lines": (row("9" * 13),)}, "AMOUNT_TOO_LARGE", "lines.0.unitPrice"),
        ({"lines": (row("0", "9" * 14),)}, "AMOUNT_TOO_LARGE", "lines.0.unitPrice"),
        ({"lines": (row(unit_code="piece"),)}, "UNIT_CODE_INVALID", "lines.0.unitCode"),
        ({"lines": (row(rate="101"),)}, "TAX_RATE_INVALID", "lines.0.taxRate"),
        ({"lines": (row(rate="-1"),)}, "TAX_RATE_INVALID", "lines.0.taxRate"),
        ({"lines": (FREE,)}, "ZERO_RATE_UNEXPLAINED", "lines.0.taxCategory"),
        (
            {"lines": (row(rate="0", tax_category=VatCategory.STANDARD),)},
            "TAX_RATE_MISSING",
            "lines.0.taxRate",
        ),
        (
            {"lines": (row(tax_category=VatCategory.EXEMPT),)},
            "TAX_RATE_SUPERFLUOUS",
            "lines.0.taxRate",
        ),
        (
            {"lines": (row(discount_percent=Decimal(101)),)},
            "LINE_DISCOUNT_INVALID",
            "lines.0.discountPercent",
        ),
        (
            {"lines": (row(discount_percent=Decimal(1), discount_amount=Decimal(1)),)},
            "LINE_DISCOUNT_INVALID",
            "lines.0.discountPercent",
        ),
        (
            {"lines": (row("5", discount_amount=Decimal("5.01")),)},
            "LINE_DISCOUNT_INVALID",
            "lines.0.discountAmount",
        ),
        (
            {"lines": (row("5", discount_amount=Decimal("0.001")),)},
            "LINE_DISCOUNT_INVALID",
            "lines.0.discountAmount",
        ),
        ({"allowances": (adjustment(reason=""),)}, "REASON_MISSING", "allowances.0.reason"),
        ({"charges": (adjustment("-1"),)}, "AMOUNT_INVALID", "charges.0.amount"),
        ({"charges": (adjustment("0.001"),)}, "AMOUNT_INVALID", "charges.0.amount"),
        ({"charges": (adjustment(rate="0"),)}, "ZERO_RATE_UNEXPLAINED", "charges.0.taxCategory"),
        ({"allowances": (adjustment("100.01"),)}, "TOTAL_NEGATIVE", "allowances"),
    ],
)  # fmt: skip
def test_what_is_wrong_blocks_at_its_field(changes: dict[str, Any], code: str, place: str) -> None:
    draft = made(replace(form(**SUPPLIED), **changes))
    (found,) = [one for one in draft.findings if one.is_blocking]
    assert (found.code, found.place) == (code, place)
    assert found.severity is Severity.BLOCKING
    assert found.remedy
    assert "Saleor" not in found.remedy
    assert "order" not in found.message


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"supply_date": None}, "SUPPLY_DATE_MISSING", "supplyDate"),
        ({"due_date": ON - timedelta(days=1)}, "DUE_DATE_PAST", "dueDate"),
        ({"buyer": party(vat_id="DE1")}, "BUYER_VAT_ID_INVALID", "buyer.vatId"),
        ({"buyer": FRENCH}, "TAX_MAYBE_NOT_DUE", "lines.0.taxRate"),
    ],
)
def test_what_may_be_meant_only_warns(changes: dict[str, Any], code: str, place: str) -> None:
    draft = made(form(**(SUPPLIED | changes)))
    assert codes(draft) == {code: place}
    assert draft.can_be_issued


def test_an_unknown_currency_can_not_be_judged() -> None:
    with pytest.raises(InvalidInput) as error:
        made(form(currency="XYZ"))
    assert error.value.code == "UNKNOWN_CURRENCY"


@pytest.mark.parametrize(
    ("buyer", "own", "category"),
    [
        (FRENCH, profile(), VatCategory.INTRA_COMMUNITY),
        (FRENCH, profile(tax=SERVICES), VatCategory.REVERSE_CHARGE),
        (party(address=Address(country="US")), profile(), VatCategory.EXPORT),
        (party(), profile(tax=ZERO_RATED), VatCategory.ZERO),
        (party(), profile(tax={"vat_registered": False}), VatCategory.EXEMPT),
    ],
)
def test_a_rate_of_zero_is_explained_by_the_rules_of_the_store(
    buyer: Any, own: DocumentProfile, category: VatCategory
) -> None:
    draft = made(form(FREE, buyer=buyer, **SUPPLIED), own)
    assert draft.can_be_issued
    chosen = draft.document.lines[0].tax
    assert (chosen.category, chosen.rate) == (category, Decimal(0))
    assert chosen.exemption_reason or category is VatCategory.ZERO


def test_the_delivery_address_decides_where_goods_go() -> None:
    draft = made(form(FREE, delivery_address=Address(country="CH"), **SUPPLIED))
    assert draft.document.lines[0].tax.category is VatCategory.EXPORT


def test_a_chosen_category_and_reason_win() -> None:
    line = row(
        rate="0",
        tax_category=VatCategory.EXEMPT,
        exemption_reason="Steuerfrei nach § 4 Nr. 21 UStG",
        exemption_code="VATEX-EU-132-1I",
    )
    draft = made(form(line, **SUPPLIED))
    assert draft.findings == ()
    (subtotal,) = draft.document.vat_breakdown
    assert subtotal.tax.exemption_reason == "Steuerfrei nach § 4 Nr. 21 UStG"
    assert subtotal.tax.exemption_code == "VATEX-EU-132-1I"


def test_a_reverse_charge_without_the_buyers_vat_id_blocks_at_the_field() -> None:
    line = row(rate="0", tax_category=VatCategory.REVERSE_CHARGE)
    draft = made(form(line, **SUPPLIED))
    assert codes(draft)["BUYER_VAT_ID_MISSING"] == "buyer.vatId"
    assert "form" in draft.findings[0].remedy


def test_an_id_without_a_known_form_is_no_vat_id() -> None:
    buyer = party(address=Address(country="US"), vat_id="12-3456789")
    document = made(form(FREE, buyer=buyer, **SUPPLIED)).document
    assert document.buyer.vat_id == ""
    assert document.buyer.identifiers == (Identifier(value="123456789"),)


def test_terms_are_the_forms_where_it_has_any() -> None:
    later = ON + timedelta(days=60)
    document = made(form(due_date=later)).document
    assert (document.due_date, document.payment_terms) == (later, "")
    document = made(form(payment_terms="Half now, half later.")).document
    assert document.payment_terms == "Half now, half later."
    own = profile(payment_terms="As agreed.")
    assert made(form(), own).document.payment_terms == "As agreed."
    assert made(form(due_date=later), own).document.payment_terms == ""


def test_what_costs_nothing_is_not_due() -> None:
    document = made(form(row("0"))).document
    assert (document.due_date, document.payment) == (None, None)


def test_what_was_said_is_in_the_document() -> None:
    given = form(
        buyer=party(
            trading_name="Sample",
            person="Accounts Payable",
            electronic_address=Identifier(value="0204:1", scheme="0204"),
        ),
        language="de",
        channel="eur",
        customer_id="VXNlcjo3",
        customer_email="buyer@example.com",
        buyer_reference="04011000-1234512345-06",
        purchase_order="PO-7",
        notes=("Thank you.", " "),
        **SUPPLIED,
    )
    document = made(given, profile(notes=("On every document.",))).document
    assert document.sale == SaleReference(
        channel="eur", customer_id="VXNlcjo3", customer_email="buyer@example.com"
    )
    assert [note.text for note in document.notes] == ["Thank you.", "On every document."]
    assert (document.language, document.purchase_order_reference) == ("de", "PO-7")
    assert document.buyer.contact is not None
    assert document.buyer.contact.email == "buyer@example.com"
    assert document.buyer.electronic_address == Identifier(value="0204:1", scheme="0204")


def test_a_form_comes_back_as_it_was_kept() -> None:
    given = form(
        row(discount_percent=Decimal("2.50"), tax_category=VatCategory.STANDARD),
        delivery_address=HAMBURG,
        due_date=ON,
        allowances=(adjustment(),),
        notes=("a",),
        **SUPPLIED,
    )
    kept = form_json(given)
    assert kept["lines"][0]["unit_price"] == "100.00"
    assert form_of(kept) == given


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(InvalidInput) as error:
        form_of({"currency": 7})
    assert error.value.code == "FORM_INVALID"
