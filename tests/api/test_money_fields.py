"""What a document says of its money and its e-invoice, to whom, and in how many queries."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_invoices.invoices.models import (
    Allocation,
    DocumentFile,
    EInvoiceRecord,
    Movement,
    OrderRecord,
    SalesDocument,
)
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.download import download_url
from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import CHARLIE, Ask, World
from tests.api.counter import Counter, identity
from tests.api.test_corrections import CREDIT
from tests.plugins import factories

MONEY = """query ($id: ID!) { salesInvoice(id: $id) { credited { amount } refunded { amount }
  balance { amount } overdue reason orderNumbers orderDifference
  payments { kind amount { amount } method reference recordedBy } } }"""
CREDITABLE = """query ($id: ID!) { salesInvoice(id: $id) { creditable { total { amount currency }
  lines { lineId quantity gross { amount } } charges { lineId quantity gross { amount } } } } }"""
EINVOICE = """query ($id: ID!) { salesInvoice(id: $id) { xml { sha256 size } xmlDownloadUrl
  einvoice { outcome profile syntax judgedBy findings { code rule severity message place } } } }"""
PAGE = """{ salesInvoices(first: 50) { edges { node { id credited { amount } refunded { amount }
  overdue reason orderNumbers orderDifference payments { id amount { amount } reference }
  creditable { total { amount } lines { lineId } charges { lineId } }
  einvoice { outcome findings { rule } } xml { size } xmlDownloadUrl } } } }"""
NO_WORKINGS = ["charlie", "guest", "reader", "erp"]


def shown(ask: Ask, query: str, who: Any, row: SalesDocument) -> dict[str, Any]:
    """The document of an answer without errors."""
    answer = ask(query, who, id=identity(row))
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["salesInvoice"]
    return found


@pytest.fixture
def invoice() -> SalesDocument:
    """The counter's paid invoice, whose link ``guest`` holds."""
    return SalesDocument.objects.get(order_number="900")


@pytest.mark.usefixtures("counter")
class TestMoney:
    def test_everybody_who_sees_it_sees_what_was_paid_and_staff_the_references(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        given = {"input": {"amount": "20.00", "reason": "Torn"}}
        ask(CREDIT, counter.people["alice"], id=identity(invoice), **given)
        note = SalesDocument.objects.get(kind="credit_note")
        expected = {
            "credited": {"amount": "20.00"},
            "refunded": {"amount": "0.00"},
            "balance": {"amount": "0.00"},
            "overdue": False,
            "reason": "",
            "orderNumbers": ["900"],
            "orderDifference": None,
        }
        for who in ("alice", "erp", "charlie", "guest"):
            found = shown(ask, MONEY, counter.people[who], invoice)
            payments = found.pop("payments")
            assert found == expected
            is_staff = who in ("alice", "erp")
            assert payments == [
                {
                    "kind": "CHARGE",
                    "amount": {"amount": "138.17"},
                    "method": "Card",
                    "reference": "psp-0001" if is_staff else None,
                    "recordedBy": "saleor" if is_staff else None,
                },
                {
                    "kind": "CREDIT",
                    "amount": {"amount": "20.00"},
                    "method": "",
                    "reference": note.number if is_staff else None,
                    "recordedBy": "staff:VXNlcjox" if is_staff else None,
                },
            ]
        assert shown(ask, MONEY, counter.people["charlie"], note)["reason"] == "Torn"

    def test_a_draft_owes_nothing(self, ask: Ask, counter: Counter, invoice: SalesDocument) -> None:
        given = {"input": {"amount": "20.00"}, "draft": True}
        ask(CREDIT, counter.people["alice"], id=identity(invoice), **given)
        draft = SalesDocument.objects.get(state="draft")
        found = shown(ask, MONEY, counter.people["alice"], draft)
        assert (found["credited"], found["refunded"], found["payments"]) == (None, None, [])
        assert found["overdue"] is False

    def test_overdue_begins_the_day_after_by_the_sellers_calendar(
        self, ask: Ask, counter: Counter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = counter.invoice(paid=False)
        assert row.due_date is not None
        due, alice = row.due_date, counter.people["alice"]
        # Berlin's midnight is 22:00 or 23:00 UTC.
        for moment, expected in (
            (datetime(due.year, due.month, due.day, 20, tzinfo=UTC), False),
            (datetime(due.year, due.month, due.day, 23, 30, tzinfo=UTC), True),
        ):
            with monkeypatch.context() as patched:
                path = "saleor_invoices.invoices.selectors.documents.timezone.now"
                patched.setattr(path, lambda moment=moment: moment)
                assert shown(ask, MONEY, alice, row)["overdue"] is expected

    def test_a_difference_is_shown_to_staff_alone(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        OrderRecord.objects.update(difference={"gross_now": "1.00"})
        told = shown(ask, MONEY, counter.people["alice"], invoice)["orderDifference"]
        assert told == {"gross_now": "1.00"}
        for who in NO_WORKINGS[:3]:
            assert shown(ask, MONEY, counter.people[who], invoice)["orderDifference"] is None


@pytest.mark.usefixtures("counter")
class TestCreditable:
    def test_lines_charges_and_the_whole_follow_the_credit_notes(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        alice = counter.people["alice"]
        found = shown(ask, CREDITABLE, alice, invoice)["creditable"]
        assert found == {
            "total": {"amount": "138.17", "currency": "EUR"},
            "lines": [
                {"lineId": "1", "quantity": "2", "gross": {"amount": "119.80"}},
                {"lineId": "2", "quantity": "3", "gross": {"amount": "13.47"}},
            ],
            "charges": [{"lineId": "1", "quantity": "1", "gross": {"amount": "4.90"}}],
        }
        lines = [{"lineId": "1", "quantity": "1"}, {"lineId": "2"}]
        given = {"input": {"lines": lines, "charges": ["1"]}}
        ask(CREDIT, alice, id=identity(invoice), **given)
        assert shown(ask, CREDITABLE, alice, invoice)["creditable"] == {
            "total": {"amount": "59.90", "currency": "EUR"},
            "lines": [{"lineId": "1", "quantity": "1", "gross": {"amount": "59.90"}}],
            "charges": [],
        }
        ask(CREDIT, alice, id=identity(invoice), input={"everything": True}, key="rest")
        assert shown(ask, CREDITABLE, alice, invoice)["creditable"] == {
            "total": {"amount": "0.00", "currency": "EUR"},
            "lines": [],
            "charges": [],
        }
        note = SalesDocument.objects.filter(kind="credit_note").first()
        assert note is not None
        assert shown(ask, CREDITABLE, alice, note)["creditable"] is None

    @pytest.mark.parametrize("who", NO_WORKINGS)
    def test_it_is_for_staff(
        self, ask: Ask, counter: Counter, invoice: SalesDocument, who: str
    ) -> None:
        assert shown(ask, CREDITABLE, counter.people[who], invoice)["creditable"] is None


class TestEInvoice:
    @pytest.fixture
    def rendered(self, counter: Counter, invoice: SalesDocument) -> SalesDocument:
        """The invoice with its files."""
        document_render_attempt(document_id=invoice.pk)
        return invoice

    def test_the_xml_is_there_and_opens(
        self, ask: Ask, counter: Counter, client: Client, rendered: SalesDocument
    ) -> None:
        found = shown(ask, EINVOICE, counter.people["charlie"], rendered)
        response = client.get(found["xmlDownloadUrl"].removeprefix("https://invoices.example.com"))
        assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["Content-Disposition"].endswith('.xml"')
        assert response["X-Content-Type-Options"] == "nosniff"
        assert rendered.number.encode() in response.content
        assert found["xml"] == {
            "sha256": hashlib.sha256(response.content).hexdigest(),
            "size": len(response.content),
        }

    def test_what_became_of_it_is_for_staff(
        self, ask: Ask, counter: Counter, rendered: SalesDocument
    ) -> None:
        told = shown(ask, EINVOICE, counter.people["alice"], rendered)["einvoice"]
        assert (told["outcome"], told["profile"], told["syntax"]) == ("MADE", "en16931", "cii")
        assert told["judgedBy"]
        for who in NO_WORKINGS:
            assert shown(ask, EINVOICE, counter.people[who], rendered)["einvoice"] is None

    def test_a_finding_that_was_kept_is_shown_whole(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        old = {"code": "EINVOICE_NOT_VAT", "message": "A sales tax."}
        new = {**old, "rule": "BR-X", "severity": "blocking", "remedy": "None.", "place": "order"}
        EInvoiceRecord.objects.create(document=invoice, outcome="left_out", findings=[old, new])
        told = shown(ask, EINVOICE, counter.people["alice"], invoice)["einvoice"]
        assert told["outcome"] == "LEFT_OUT"
        assert [(one["rule"], one["severity"], one["place"]) for one in told["findings"]] == [
            ("EINVOICE_NOT_VAT", "WARNING", ""),
            ("BR-X", "BLOCKING", "order"),
        ]

    def test_a_shop_can_keep_customers_from_downloading(
        self, ask: Ask, counter: Counter, rendered: SalesDocument
    ) -> None:
        SettingValue.objects.create(installation=counter.store, key="allow_download", value=False)
        assert shown(ask, EINVOICE, counter.people["charlie"], rendered)["xmlDownloadUrl"] is None
        assert shown(ask, EINVOICE, counter.people["alice"], rendered)["xmlDownloadUrl"]

    def test_a_document_without_xml_has_no_address_of_it(
        self, ask: Ask, counter: Counter, client: Client
    ) -> None:
        SettingValue.objects.create(
            installation=counter.store, key="einvoice_profile", value="none"
        )
        row = counter.invoice()
        path = download_url(row.pk).removeprefix("https://invoices.example.com")
        assert client.get(f"{path}?format=xml").status_code == 503  # it may be on its way
        document_render_attempt(document_id=row.pk)
        found = shown(ask, EINVOICE, counter.people["alice"], row)
        assert (found["xml"], found["xmlDownloadUrl"]) == (None, None)
        assert found["einvoice"]["outcome"] == "NOT_WANTED"
        assert client.get(path).status_code == 200
        assert client.get(f"{path}?format=xml").status_code == 404  # it will never come


@pytest.mark.parametrize("who", ["alice", "charlie", "key"])
def test_twenty_documents_cost_as_many_queries_as_two(ask: Ask, world: World, who: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            answer = ask(PAGE, world.people[who])
        assert "errors" not in answer, answer
        return len(captured)

    def more(number: int) -> None:
        order = factories.order_reference(50 + number, customer=CHARLIE)
        document = factories.sample_document(f"Q-{number}", order=order)
        row = factories.issued_document(world.entity, document)
        factories.credit_note(world.entity, row, number=f"QC-{number}")
        DocumentFile.objects.create(
            document=row, kind="xml", storage_key="x", sha256="b" * 64, size=1, engine="test"
        )
        EInvoiceRecord.objects.create(document=row, outcome="made", findings=[{"code": "X"}])
        movement = Movement.objects.create(
            installation=world.store, kind="manual", amount_minor=1, currency="PLN",
            key=f"manual:{number}", source="manual", occurred_at=timezone.now(),
        )  # fmt: skip
        Allocation.objects.create(movement=movement, document=row, amount_minor=1)

    more(0)
    queries()  # the first use of an API key is written down
    few = queries()
    for number in range(1, 20):
        more(number)
    assert queries() == few


def test_of_an_erased_document_only_sums_are_left(ask: Ask, world: World) -> None:
    row = factories.issued_document(
        world.entity, factories.sample_document("E-1"), erased_at=timezone.now() - timedelta(1)
    )
    alice = world.people["alice"]
    assert shown(ask, CREDITABLE, alice, row)["creditable"] is None
    found = shown(ask, MONEY, alice, row)
    assert (found["reason"], found["orderNumbers"]) == ("", [])
    assert found["credited"] == {"amount": "0.00"}


def test_what_an_erased_credit_note_took_is_not_guessed(ask: Ask, world: World) -> None:
    invoice, alice = world.charlies, world.people["alice"]
    factories.credit_note(world.entity, invoice)
    known = shown(ask, CREDITABLE, alice, invoice)["creditable"]
    assert known["total"]["amount"] == "0.00"
    erased = factories.sample_document("CN-2", kind="credit_note")
    factories.issued_document(
        world.entity, erased, preceding=invoice, erased_at=timezone.now() - timedelta(1)
    )
    assert shown(ask, CREDITABLE, alice, invoice)["creditable"] is None
