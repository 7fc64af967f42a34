"""From order to document: who, when, in which language, and how it is paid."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.document import Contact, CreditTransfer, Document, Identifier
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.order import ChargeState, Customer, OrderPayment
from saleor_invoices.domain.order_document import Draft, document_from_order
from tests.domain.builders import BERLIN, SHIPPED, VAT_IDS, line, order, profile, shipped
from tests.strategies import ON

PAID = ChargeState(charged=Decimal("119.00"), is_paid=True, status="FULL")
PAID_AT = datetime(2026, 11, 20, 23, 15, tzinfo=UTC)  # the 21st in Berlin
BY_CARD = OrderPayment(id="1", name="Card", charged=Decimal("119.00"), charged_at=PAID_AT)


def draft(*lines: Any, seller: Any = None, **values: Any) -> Draft:
    return document_from_order(order(*lines, **values), seller or profile(), on=ON)


def document(**values: Any) -> Document:
    return draft(line(), **values).document


def test_a_company_is_the_buyer_and_its_person_is_the_contact() -> None:
    address = replace(BERLIN, first_name="Sample", last_name="Clerk", phone="+49301234")
    buyer = document(billing_address=address).buyer
    assert (buyer.name, buyer.person) == ("Sample Buyer GmbH", "Sample Clerk")
    assert buyer.contact == Contact(
        name="Sample Clerk", phone="+49301234", email="buyer@example.com"
    )
    assert (buyer.address.city, buyer.address.country) == ("BERLIN", "DE")


def test_a_guest_without_company_is_the_buyer_by_name() -> None:
    address = replace(BERLIN, company_name="", first_name="Sample", last_name="Guest")
    made = document(billing_address=address, customer=None)
    assert (made.buyer.name, made.buyer.person) == ("Sample Guest", "")
    assert made.order is not None
    assert (made.order.customer_id, made.order.customer_email) == ("", "buyer@example.com")


def test_a_nameless_buyer_is_named_by_e_mail_or_blocks() -> None:
    nameless = replace(BERLIN, company_name="")
    assert document(billing_address=nameless).buyer.name == "buyer@example.com"
    made = draft(line(), billing_address=nameless, email="", customer=None)
    assert [finding.code for finding in made.findings] == ["BUYER_NAME_MISSING"]
    assert not made.can_be_issued


def test_an_order_without_billing_address_blocks() -> None:
    made = draft(line(), billing_address=None)
    assert [finding.code for finding in made.findings] == ["BILLING_ADDRESS_MISSING"]
    assert not made.can_be_issued


@pytest.mark.parametrize(
    "values",
    [
        {"metadata": {"vat_id": "DE 136 695 976"}},
        {"metadata": {"tax_id": "136695976"}},
        {"billing_address": replace(BERLIN, metadata={"vatId": "de136695976"})},
        {"customer": Customer(id="VXNlcjox", metadata={"vat_id": "DE136695976"})},
        {
            "metadata": {"vat_id": " "},
            "billing_address": replace(BERLIN, metadata={"vat_id": "DE136695976"}),
            "customer": Customer(id="VXNlcjox", metadata={"vat_id": "ATU13585627"}),
        },
    ],
)
def test_the_buyers_vat_id_is_found_on_order_address_or_user(values: dict[str, Any]) -> None:
    made = draft(line(), **values)
    assert made.document.buyer.vat_id == "DE136695976"
    assert made.findings == ()


def test_a_malformed_vat_id_is_told_and_the_buyer_is_private() -> None:
    made = draft(line(), metadata={"vat_id": "DE136695977"})
    (finding,) = made.findings
    assert (finding.code, finding.is_blocking) == ("BUYER_VAT_ID_INVALID", False)
    assert finding.params["vat_id"] == "DE136695977"
    assert (made.document.buyer.vat_id, made.document.buyer.identifiers) == ("", ())
    assert made.can_be_issued


def test_a_tax_id_without_a_known_form_is_an_identifier_and_no_vat_id() -> None:
    address = replace(BERLIN, country="US", postal_code="62701")
    buyer = document(billing_address=address, metadata={"tax_id": "12-3456789"}).buyer
    assert buyer.vat_id == ""
    assert buyer.identifiers == (Identifier(value="123456789"),)


@pytest.mark.parametrize("text", ["", "-", " n/a".replace("n/a", "--")])
def test_a_dash_is_no_vat_id(text: str) -> None:
    made = draft(line(), metadata={"vat_id": text})
    assert made.findings == ()
    assert made.document.buyer.vat_id == ""


def test_references_come_from_configured_keys() -> None:
    made = document(
        metadata={"po_number": "PO-7", "leitweg": "04011000-12345-34"},
        seller=profile(buyer_reference_keys=("leitweg",)),
    )
    assert (made.purchase_order_reference, made.buyer_reference) == ("PO-7", "04011000-12345-34")


def test_the_last_parcel_is_the_supply() -> None:
    first = shipped(at=datetime(2026, 11, 20, 8, 0, tzinfo=UTC))
    delivery = document(fulfillments=(shipped(), first), status="FULFILLED").delivery
    assert delivery is not None
    assert delivery.supply_date == date(2026, 11, 22)  # 23:30 UTC is the next day in Berlin
    assert delivery.supply_date_kind is SupplyDateKind.DELIVERY
    assert delivery.supply_wording == ""
    assert delivery.recipient == "Sample Buyer GmbH"


@pytest.mark.parametrize("status", ["CANCELED", "RETURNED", "REFUNDED", "WAITING_FOR_APPROVAL"])
def test_a_parcel_that_was_not_sent_is_no_supply(status: str) -> None:
    delivery = document(fulfillments=(shipped(status),)).delivery
    assert delivery is not None
    assert (delivery.supply_date, delivery.supply_date_kind) == (None, SupplyDateKind.EXPECTED)


@pytest.mark.parametrize("parcels", [(), (shipped(),)])
def test_a_payment_before_the_supply_is_worded_with_its_date(parcels: tuple[Any, ...]) -> None:
    delivery = document(
        charge=PAID, payments=(BY_CARD,), fulfillments=parcels, status="PARTIALLY_FULFILLED"
    ).delivery
    assert delivery is not None
    assert delivery.supply_date_kind is SupplyDateKind.ADVANCE_PAYMENT
    assert delivery.supply_date == date(2026, 11, 21)
    assert delivery.supply_wording == (
        "Advance payment received on Nov 21, 2026: the supply follows."
    )


def test_a_payment_of_unknown_date_is_worded_all_the_same() -> None:
    delivery = document(charge=PAID).delivery
    assert delivery is not None
    assert (delivery.supply_date, delivery.supply_wording) == (
        None,
        "Advance payment: the supply follows.",
    )
    own = document(charge=PAID, seller=profile(supply_wording="Vorkasse")).delivery
    assert own is not None
    assert own.supply_wording == "Vorkasse"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("EN", "The supply follows after the invoice date."),
        ("DE", "Die Leistung folgt nach dem Rechnungsdatum."),
        ("FR_CA", "La livraison ou la prestation suivra la date de facture."),
        ("PL", "Dostawa nastąpi po dacie wystawienia faktury."),
        ("JA", "商品またはサービスは請求日以降に提供されます。"),
        ("SV", "The supply follows after the invoice date."),
    ],
)
def test_a_supply_to_come_is_worded_in_the_buyers_language(language: str, words: str) -> None:
    delivery = document(language=language).delivery
    assert delivery is not None
    assert delivery.supply_wording == words


def test_a_collected_order_without_shipping_address_still_has_a_supply() -> None:
    delivery = document(shipping_address=None, fulfillments=(shipped(at=SHIPPED),)).delivery
    assert delivery is not None
    assert (delivery.address, delivery.supply_date) == (None, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("code", "language"),
    [("EN", "en"), ("DE_AT", "de"), ("pl", "pl"), ("PT_BR", "pt-BR"), ("JA", "fr"), ("", "fr")],
)
def test_the_language_is_the_orders_where_it_is_supported(code: str, language: str) -> None:
    seller = profile(languages=("en", "de", "pl", "pt-BR"), default_language="fr")
    assert document(language=code, seller=seller).language == language


def test_an_unpaid_order_is_due_after_the_terms() -> None:
    made = document()
    assert (made.due_date, made.payment_terms) == (date(2026, 12, 6), "Payable within 14 days.")
    assert made.payment is not None
    assert made.payment.means_code == "58"
    assert made.payment.credit_transfers[0].account == "DE89370400440532013000"
    assert made.payment.remittance == ""


@pytest.mark.parametrize(
    ("terms", "days", "text", "due"),
    [
        ("", 0, "Payable at once.", date(2026, 11, 22)),
        ("", -3, "Payable at once.", date(2026, 11, 22)),
        ("30 days net", 30, "30 days net", date(2026, 12, 22)),
    ],
)
def test_terms_are_the_sellers(terms: str, days: int, text: str, due: date) -> None:
    made = document(seller=profile(payment_terms=terms, payment_terms_days=days))
    assert (made.payment_terms, made.due_date) == (text, due)


@pytest.mark.parametrize(
    ("currency", "account", "means"),
    [
        ("EUR", "DE89370400440532013000", "58"),
        ("EUR", "DE89 3704 0044 0532 0130 00", "58"),
        ("PLN", "DE89370400440532013000", "30"),
        ("EUR", "12345678", "30"),
        ("EUR", "DE89370400440532013001", "30"),
    ],
)
def test_a_sepa_transfer_needs_euro_and_an_iban(currency: str, account: str, means: str) -> None:
    seller = profile(bank_accounts=(CreditTransfer(account=account),))
    made = document(currency=currency, seller=seller)
    assert made.payment is not None
    assert made.payment.means_code == means


def test_without_an_account_no_means_is_named() -> None:
    made = document(seller=profile(bank_accounts=()))
    assert made.payment is None
    assert made.payment_terms == "Payable within 14 days."


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [
        ("Card", "48", "Card"),
        ("Credit card (Visa)", "48", "Credit card (Visa)"),
        ("PayPal", "68", "PayPal"),
        ("Mark-as-paid transaction", "1", ""),
        ("", "1", ""),
        ("mirumee.payments.braintree", "68", ""),
    ],
)
def test_a_paid_order_says_so_and_how(name: str, code: str, text: str) -> None:
    made = document(charge=PAID, payments=(replace(BY_CARD, name=name),))
    assert (made.due_date, made.payment_terms) == (None, "Paid.")
    assert made.payment is not None
    assert (made.payment.means_code, made.payment.means_text) == (code, text)
    assert made.payment.credit_transfers == ()


@pytest.mark.parametrize(
    ("charge", "paid"),
    [
        (ChargeState(charged=Decimal("118.99")), False),
        (ChargeState(charged=Decimal("119.00")), True),
        (ChargeState(charged=Decimal("98.50"), refunded=Decimal("20.50")), True),
        (ChargeState(charged=Decimal("50.00"), refunded=Decimal("20.50")), False),
    ],
)
def test_what_was_refunded_had_been_paid(charge: ChargeState, paid: bool) -> None:
    assert (document(charge=charge).due_date is None) is paid


def test_the_sellers_notes_follow_those_of_the_order() -> None:
    made = document(seller=profile(notes=("Thank you.", "")))
    assert [note.text for note in made.notes] == ["Thank you."]


def test_a_test_store_marks_its_documents() -> None:
    assert document(seller=profile(test_mode=True)).test_mode
    assert not document().test_mode


def test_the_buyer_sees_prices_as_the_shop_showed_them() -> None:
    assert document(display_gross_prices=False).prices_include_tax is False


def test_a_day_is_the_legal_entitys() -> None:
    assert local_date(SHIPPED, "America/New_York") == date(2026, 11, 21)
    for zone in ("Mars/Olympus", "", "../etc/passwd"):
        with pytest.raises(InvalidInput) as refusal:
            local_date(SHIPPED, zone)
        assert refusal.value.code == "TIMEZONE_UNKNOWN"
    with pytest.raises(InvalidInput) as refusal:
        local_date(SHIPPED.replace(tzinfo=None), "UTC")
    assert refusal.value.code == "INSTANT_NAIVE"


def test_sample_vat_ids_of_these_tests_are_valid() -> None:
    assert document(metadata={"vat_id": VAT_IDS["AT"]}).buyer.vat_id == "ATU13585627"
