"""What a document says through the API: exact values, from the snapshot."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.domain.document import Prepayment, Totals
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import HistoryEntry, Problem, Publication
from saleor_invoices.invoices.services.download import unsign
from tests.api.conftest import CHARLIE, Ask, World
from tests.plugins import factories

HEADER = """query ($id: ID!) { salesInvoice(id: $id) {
  __typename id number kind state source testMode issueDate dueDate currency language channel
  orderId orderNumber customerId customerEmail paymentStatus
  net { amount currency } tax { amount } total { amount } payable { amount } balance { amount }
  prepaid { amount } rounding { amount } pdf { sha256 size }
  order { id } customer { id } precedingInvoice { number } creditNotes { number }
} }"""
CONTENT = """query ($id: ID!) { salesInvoice(id: $id) {
  seller { name vatId legalRegistration { value scheme } electronicAddress { value }
    address { street city postalCode country } contact { name email } }
  buyer { name person vatId contact { name } }
  lines { id name sku quantity unitCode unitPriceNet unitPriceGross netAmount taxAmount grossAmount
    tax { category rate exemptionReason } allowances { amount } }
  charges { amount grossAmount reason reasonCode tax { rate } } allowances { amount }
  prepayments { amount label kind } notes { text }
  vatBreakdown { tax { category rate } taxableAmount taxAmount }
  delivery { recipient supplyDate supplyDateKind address { city } } paymentTerms
} }"""


def test_the_header_says_what_the_columns_hold(ask: Ask, world: World) -> None:
    row = world.charlies
    answer = ask(HEADER, world.people["charlie"], id=global_id("SalesInvoice", row.pk))
    assert answer["data"]["salesInvoice"] == {
        "__typename": "SalesInvoice",
        "id": global_id("SalesInvoice", row.pk),
        "number": "INV-1",
        "kind": "INVOICE",
        "state": "ISSUED",
        "source": "OWN",
        "testMode": False,
        "issueDate": "2026-11-22",
        "dueDate": "2026-12-06",
        "currency": "PLN",
        "language": "pl",
        "channel": "default-channel",
        "orderId": "order-1",
        "orderNumber": "1",
        "customerId": CHARLIE,
        "customerEmail": "",
        "paymentStatus": "UNPAID",
        "net": {"amount": "130.00", "currency": "PLN"},
        "tax": {"amount": "28.40"},
        "total": {"amount": "158.40"},
        "payable": {"amount": "158.40"},
        "balance": {"amount": "158.40"},
        "prepaid": {"amount": "0.00"},
        "rounding": {"amount": "0.00"},
        "pdf": {"sha256": "a" * 64, "size": 12345},
        "order": {"id": "order-1"},
        "customer": {"id": CHARLIE},
        "precedingInvoice": None,
        "creditNotes": [],
    }


def test_seller_and_buyer_are_those_of_the_snapshot(ask: Ask, world: World) -> None:
    identity = global_id("SalesInvoice", world.charlies.pk)
    found = ask(CONTENT, world.people["charlie"], id=identity)["data"]["salesInvoice"]
    assert found["seller"] == {
        "name": "Sample Shop Sp. z o.o.",
        "vatId": "PL5260001246",
        "legalRegistration": {"value": "0000028860", "scheme": ""},
        "electronicAddress": None,
        "address": {
            "street": "ul. Prosta 1",
            "city": "Warszawa",
            "postalCode": "00-838",
            "country": "PL",
        },
        "contact": {"name": "Accounts", "email": "accounts@example.com"},
    }
    assert found["buyer"] == {
        "name": "Sample Buyer GmbH",
        "person": "",
        "vatId": "DE136695976",
        "contact": None,
    }


def test_lines_and_sums_are_those_of_the_snapshot(ask: Ask, world: World) -> None:
    identity = global_id("SalesInvoice", world.charlies.pk)
    found = ask(CONTENT, world.people["charlie"], id=identity)["data"]["salesInvoice"]
    mug, book = found["lines"]
    assert mug == {
        "id": "1",
        "name": "Mug",
        "sku": "SKU-1",
        "quantity": "2",
        "unitCode": "C62",
        "unitPriceNet": "50.00",
        "unitPriceGross": "61.50",
        "netAmount": "100.00",
        "taxAmount": "23.00",
        "grossAmount": "123.00",
        "tax": {"category": "STANDARD", "rate": "23", "exemptionReason": ""},
        "allowances": [],
    }
    assert (book["netAmount"], book["taxAmount"], book["tax"]["rate"]) == ("10.00", "0.80", "8")
    assert found["charges"] == [
        {
            "amount": "20.00",
            "grossAmount": "24.60",
            "reason": "Courier",
            "reasonCode": "FC",
            "tax": {"rate": "23"},
        }
    ]
    assert found["vatBreakdown"] == [
        {
            "tax": {"category": "STANDARD", "rate": "23"},
            "taxableAmount": "120.00",
            "taxAmount": "27.60",
        },
        {
            "tax": {"category": "STANDARD", "rate": "8"},
            "taxableAmount": "10.00",
            "taxAmount": "0.80",
        },
    ]
    assert found["delivery"] == {
        "recipient": "Sample Buyer GmbH",
        "supplyDate": "2026-11-22",
        "supplyDateKind": "DELIVERY",
        "address": None,
    }
    assert (found["allowances"], found["prepayments"], found["notes"]) == ([], [], [])


@pytest.mark.parametrize(
    ("currency", "amount", "shown"),
    [("JPY", "1500", "1500"), ("KWD", "1.5", "1.500"), ("EUR", "1.234567", "1.234567")],
)
def test_amounts_have_at_least_the_decimals_of_their_currency(
    ask: Ask, world: World, currency: str, amount: str, shown: str
) -> None:
    document = factories.sample_document("X", currency=currency, totals=_whole())
    line = replace(document.lines[0], unit_price_net=Decimal(amount))
    row = factories.issued_document(world.entity, replace(document, lines=(line,)))
    identity = global_id("SalesInvoice", row.pk)
    found = ask(CONTENT, world.people["alice"], id=identity)["data"]["salesInvoice"]
    assert found["lines"][0]["unitPriceNet"] == shown


def test_gift_cards_are_prepaid_amounts(ask: Ask, world: World) -> None:
    card = Prepayment(amount=Decimal(8), label="4F2A")
    document = factories.sample_document("X", prepayments=(card,))
    row = factories.issued_document(world.entity, document)
    identity = global_id("SalesInvoice", row.pk)
    found = ask(CONTENT, world.people["alice"], id=identity)["data"]["salesInvoice"]
    assert found["prepayments"] == [{"amount": "8.00", "label": "4F2A", "kind": "gift_card"}]


def test_a_credit_note_and_its_invoice_point_at_each_other(ask: Ask, world: World) -> None:
    note = factories.credit_note(world.entity, world.charlies)
    who = world.people["charlie"]
    found = ask(HEADER, who, id=global_id("CreditNote", note.pk))["data"]["salesInvoice"]
    assert found["__typename"] == "CreditNote"
    assert found["kind"] == "CREDIT_NOTE"
    assert found["precedingInvoice"] == {"number": "INV-1"}
    identity = global_id("SalesInvoice", world.charlies.pk)
    invoice = ask(HEADER, who, id=identity)["data"]["salesInvoice"]
    assert invoice["creditNotes"] == [{"number": "CN-1"}]


def test_the_balance_follows_the_payment(ask: Ask, world: World) -> None:
    row = factories.issued_document(
        world.entity, factories.sample_document("X"), paid=PaymentStatus.PAID, balance="0"
    )
    identity = global_id("SalesInvoice", row.pk)
    found = ask(HEADER, world.people["alice"], id=identity)["data"]["salesInvoice"]
    assert (found["paymentStatus"], found["balance"]) == ("PAID", {"amount": "0.00"})


def test_the_download_url_opens_that_document_only(ask: Ask, world: World) -> None:
    query = "query ($id: ID!) { salesInvoice(id: $id) { downloadUrl } }"
    identity = global_id("SalesInvoice", world.charlies.pk)
    url = ask(query, world.people["charlie"], id=identity)["data"]["salesInvoice"]["downloadUrl"]
    prefix = "https://invoices.example.com/documents/"
    assert url.startswith(prefix)
    assert unsign(url.removeprefix(prefix).rstrip("/")) == world.charlies.pk


def test_a_document_without_pdf_has_no_download_url(ask: Ask, world: World) -> None:
    row = factories.issued_document(world.entity, factories.sample_document("X"), pdf=False)
    query = "query ($id: ID!) { salesInvoice(id: $id) { downloadUrl pdf { size } } }"
    answer = ask(query, world.people["alice"], id=global_id("SalesInvoice", row.pk))
    assert answer["data"]["salesInvoice"] == {"downloadUrl": None, "pdf": None}


def test_a_document_is_found_by_number(ask: Ask, world: World) -> None:
    query = "query ($number: String) { salesInvoice(number: $number) { orderNumber } }"
    alice = world.people["alice"]
    assert ask(query, alice, number="INV-2")["data"]["salesInvoice"] == {"orderNumber": "2"}
    assert ask(query, alice, number="INV-9")["data"]["salesInvoice"] is None
    assert ask(query, alice, number="")["data"]["salesInvoice"] is None


def test_a_private_link_needs_no_id(ask: Ask, world: World) -> None:
    query = "{ salesInvoice { number } }"
    assert ask(query, world.people["guest"])["data"]["salesInvoice"] == {"number": "INV-3"}
    (error,) = ask(query, world.people["alice"])["errors"]
    assert error["extensions"]["code"] == "ID_MISSING"


@pytest.mark.parametrize("identity", ["", "x", "U2FsZXNJbnZvaWNlOjE=", "T3JkZXI6MQ==", "é"])
def test_an_id_that_is_none_of_ours_is_refused(ask: Ask, world: World, identity: str) -> None:
    (error,) = ask(HEADER, world.people["alice"], id=identity)["errors"]
    assert error["extensions"] == {"code": "INVALID_ID", "params": {"field": "id"}}


def test_staff_see_publishing_history_and_problems(ask: Ask, world: World) -> None:
    row, at = world.charlies, datetime(2026, 11, 22, 12, tzinfo=UTC)
    Publication.objects.create(
        document=row, saleor_invoice_id="SW52", state="failed", attempts=3, last_error="REFUSED: no"
    )
    for hour, event in enumerate(["issued", "rendered"]):
        HistoryEntry.objects.create(
            document=row, at=at + timedelta(hours=hour), actor="app", event=event, params={"n": 1}
        )
    for subject in (f"document:{row.pk}", "order:order-1", "order:order-2"):
        Problem.objects.create(
            installation=world.store, subject=subject, code="C", message="m", opened_at=at,
            last_seen_at=at,
        )  # fmt: skip
    query = """query ($id: ID!) { salesInvoice(id: $id) {
      publications { saleorInvoiceId state attempts lastError requested publishedAt }
      history { actor event params } problems { subject } } }"""
    identity = global_id("SalesInvoice", row.pk)
    found = ask(query, world.people["alice"], id=identity)["data"]["salesInvoice"]
    assert found == {
        "publications": [
            {
                "saleorInvoiceId": "SW52",
                "state": "FAILED",
                "attempts": 3,
                "lastError": "REFUSED: no",
                "requested": False,
                "publishedAt": None,
            }
        ],
        "history": [
            {"actor": "app", "event": "issued", "params": {"n": 1}},
            {"actor": "app", "event": "rendered", "params": {"n": 1}},
        ],
        "problems": [{"subject": f"document:{row.pk}"}, {"subject": "order:order-1"}],
    }


def _whole() -> Totals:
    whole = {name: Decimal(100) for name in ("net", "tax", "gross", "payable")}
    return replace(factories.sample_document().totals, **whole)
