"""Payments that people record, and moving them: who may, what is counted, what is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import HistoryEntry, Movement, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity, refusal
from tests.api.test_corrections import CREDIT

SHOWN = """document { number paymentStatus balance { amount } overdue
  payments { id kind amount { amount currency } method reference recordedBy occurredAt } }"""
RECORD = f"""mutation ($id: ID!, $input: SalesPaymentInput!) {{
  paymentRecord(invoiceId: $id, input: $input) {{ {SHOWN} }} }}"""
MOVE = f"""mutation ($payment: ID!, $from: ID!, $to: ID!, $amount: ExactDecimal!,
  $key: String! = "move-1") {{
  paymentReallocate(paymentId: $payment, fromId: $from, toId: $to, amount: $amount,
    idempotencyKey: $key) {{ {SHOWN} }} }}"""
NOT_CASHIERS = {**REFUSED, "alice": "PERMISSION_DENIED", "teller": "PERMISSION_DENIED"}
WHEN = "2026-03-05T10:00:00+00:00"


def paid(amount: str, reference: str = "bank-1", **more: Any) -> dict[str, Any]:
    """A payment as the API takes it."""
    return {"amount": amount, "reference": reference, "occurredAt": WHEN, **more}


@pytest.fixture
def invoice(counter: Counter) -> SalesDocument:
    """An unpaid one."""
    return counter.invoice(paid=False)


def record(
    ask: Ask, counter: Counter, row: SalesDocument, who: str = "cashier", **given: Any
) -> dict[str, Any]:
    """The whole answer."""
    return ask(RECORD, counter.people[who], id=identity(row), input=given)


def shown(answer: dict[str, Any]) -> dict[str, Any]:
    """The document of an answer without errors."""
    assert "errors" not in answer, answer
    (payload,) = answer["data"].values()
    found: dict[str, Any] = payload["document"]
    return found


class TestRecording:
    def test_a_payment_counts_once(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        given = paid("38.17", reference=" bank-1 ", method=" Bank  transfer ")
        first, second = (record(ask, counter, invoice, **given) for _ in range(2))
        assert first == second
        document = shown(first)
        payment = document["payments"].pop()
        assert payment.pop("id") == global_id("SalesPayment", Movement.objects.latest("pk").pk)
        assert payment == {
            "kind": "MANUAL",
            "amount": {"amount": "38.17", "currency": "EUR"},
            "method": "Bank transfer",
            "reference": "bank-1",
            "recordedBy": "staff:VXNlcjox",
            "occurredAt": WHEN,
        }
        assert document == {
            "number": invoice.number,
            "paymentStatus": "PARTIALLY_PAID",
            "balance": {"amount": "100.00"},
            "overdue": False,
            "payments": [],
        }
        assert HistoryEntry.objects.get(event="payment_recorded").actor == "staff:VXNlcjox"
        assert ledger_verify().ok

    def test_paid_charged_back_and_refunded(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        whole = paid("138.17")
        record(ask, counter, invoice, **whole)
        back = shown(record(ask, counter, invoice, **whole, kind="CHARGEBACK"))
        assert back["balance"] == {"amount": "138.17"}
        assert [one["amount"]["amount"] for one in back["payments"]] == ["138.17", "-138.17"]
        again = shown(record(ask, counter, invoice, who="erp", **paid("138.17", "bank-2")))
        assert (again["balance"]["amount"], again["payments"][-1]["recordedBy"]) == (
            "0.00",
            "key:ERP",
        )

    def test_a_refund_of_more_than_was_paid_is_kept_and_owes_nobody_less_than_nothing(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        record(ask, counter, invoice, **paid("100.00"))
        document = shown(record(ask, counter, invoice, **paid("150.00", "b2", kind="REFUND")))
        assert (document["paymentStatus"], document["balance"]) == ("REFUNDED", {"amount": "38.17"})
        assert ledger_verify().ok

    @pytest.mark.parametrize(
        ("change", "expected", "field"),
        [
            ({"amount": "0"}, "PAYMENT_INVALID", "amount"),
            ({"amount": "-1"}, "PAYMENT_INVALID", "amount"),
            ({"amount": "1.001"}, "PAYMENT_INVALID", "amount"),
            ({"amount": "0.000000000001"}, "PAYMENT_INVALID", "amount"),
            ({"amount": "1e3"}, "INVALID_AMOUNT", None),
            ({"amount": 1.5}, "INVALID_AMOUNT", None),
            ({"amount": "1" * 16}, "INVALID_AMOUNT", None),
            ({"reference": " "}, "PAYMENT_INVALID", "reference"),
            ({"reference": "r" * 121}, "REFERENCE_TOO_LONG", "reference"),
            ({"reference": "a\u0007"}, "REFERENCE_INVALID", "reference"),
            ({"reference": "a\u202eb"}, "REFERENCE_INVALID", "reference"),
            ({"method": "m" * 256}, "METHOD_TOO_LONG", "method"),
            ({"method": "a\u001bb"}, "METHOD_INVALID", "method"),
            ({"kind": "CHARGE"}, "PAYMENT_INVALID", "kind"),
            ({"kind": "CREDIT"}, "PAYMENT_INVALID", "kind"),
            ({"occurredAt": "2026-03-05T10:00:00"}, "PAYMENT_INVALID", "occurredAt"),
            ({"occurredAt": "2999-01-01T00:00:00Z"}, "PAYMENT_INVALID", "occurredAt"),
            ({"occurredAt": "0001-01-01T00:00:00+14:00"}, "PAYMENT_INVALID", "occurredAt"),
            ({"occurredAt": "9999-12-31T23:59:59-14:00"}, "PAYMENT_INVALID", "occurredAt"),
            ({"occurredAt": "yesterday"}, "GRAPHQL_VALIDATION_FAILED", None),
        ],
    )
    def test_what_makes_no_sense_is_refused(
        self,
        ask: Ask,
        counter: Counter,
        invoice: SalesDocument,
        change: dict[str, Any],
        expected: str,
        field: str | None,
    ) -> None:
        before = everything()
        answer = record(ask, counter, invoice, **{**paid("1.00"), **change})
        found, params = refusal(answer)
        assert (found, params.get("field")) == (expected, field)
        assert everything() == before

    def test_the_longest_reference_is_kept_whole(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        document = shown(record(ask, counter, invoice, **paid("1.00", "r" * 120)))
        assert document["payments"][0]["reference"] == "r" * 120

    def test_a_reference_stands_for_one_amount(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        record(ask, counter, invoice, **paid("1.00"))
        answer = record(ask, counter, invoice, **paid("2.00"))
        assert refusal(answer) == ("REFERENCE_TAKEN", {"recorded": "1.00"})

    def test_a_payment_of_this_moment_is_taken(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        now = timezone.now() - timedelta(seconds=1)
        shown(record(ask, counter, invoice, **paid("1.00", occurredAt=now.isoformat())))

    def test_only_an_issued_invoice_is_paid(
        self, ask: Ask, counter: Counter, invoice: SalesDocument
    ) -> None:
        who = counter.people["cashier"]
        for draft, expected in ((True, "NOT_ISSUED"), (False, "NOT_PAYABLE")):
            given = {"input": {"amount": "1.00"}, "draft": draft, "key": expected}
            answer = ask(CREDIT, who, id=identity(invoice), **given)
            document_id = answer["data"]["creditNoteCreate"]["creditNote"]["id"]
            assert code(ask(RECORD, who, id=document_id, input=paid("1.00"))) == expected
        assert not Movement.objects.filter(source="manual").exists()


class TestMoving:
    @pytest.fixture
    def other(self, counter: Counter) -> SalesDocument:
        """Another unpaid one."""
        return counter.invoice(1002, paid=False)

    @pytest.fixture
    def payment(self, ask: Ask, counter: Counter, invoice: SalesDocument) -> str:
        """The id of a payment of all of ``invoice``."""
        (row,) = shown(record(ask, counter, invoice, **paid("138.17")))["payments"]
        found: str = row["id"]
        return found

    def test_a_part_counts_for_another_invoice(
        self, ask: Ask, counter: Counter, invoice: SalesDocument, other: SalesDocument, payment: str
    ) -> None:
        places = {"from": identity(invoice), "to": identity(other)}
        given = {"payment": payment, "amount": "38.17", **places}
        there = shown(ask(MOVE, counter.people["cashier"], **given))
        assert (there["number"], there["balance"]["amount"]) == (other.number, "100.00")
        assert [(row["id"], row["amount"]["amount"]) for row in there["payments"]] == [
            (payment, "38.17")
        ]
        back = {"payment": payment, "from": places["to"], "to": places["from"], "amount": "38.17"}
        assert shown(ask(MOVE, counter.people["erp"], **back))["balance"]["amount"] == "0.00"
        assert ledger_verify().ok

    def test_an_answer_that_was_lost_moves_it_once(
        self, ask: Ask, counter: Counter, invoice: SalesDocument, other: SalesDocument, payment: str
    ) -> None:
        who, places = counter.people["cashier"], {"from": identity(invoice), "to": identity(other)}
        given = {"payment": payment, "amount": "38.17", **places}
        first = shown(ask(MOVE, who, **given))
        rows = everything()
        assert shown(ask(MOVE, who, **{**given, "amount": "38.170"})) == first
        assert everything() == rows
        answer = ask(MOVE, who, **{**given, "amount": "1.00"})
        assert code(answer) == "IDEMPOTENCY_KEY_REUSED"
        assert code(ask(MOVE, who, **given, key="")) == "IDEMPOTENCY_KEY_INVALID"
        assert shown(ask(MOVE, who, **given, key="again"))["balance"]["amount"] == "61.83"

    @pytest.mark.parametrize(
        ("amount", "expected"),
        [
            ("138.18", "PAYMENT_INVALID"),
            ("0", "PAYMENT_INVALID"),
            ("-1", "PAYMENT_INVALID"),
            ("1.001", "PAYMENT_INVALID"),
            ("many", "INVALID_AMOUNT"),
        ],
    )
    def test_no_more_than_lies_there(
        self,
        ask: Ask,
        counter: Counter,
        invoice: SalesDocument,
        other: SalesDocument,
        payment: str,
        amount: str,
        expected: str,
    ) -> None:
        before = everything()
        places = {"from": identity(invoice), "to": identity(other)}
        answer = ask(MOVE, counter.people["cashier"], payment=payment, amount=amount, **places)
        assert code(answer) == expected
        assert everything() == before

    def test_what_does_not_fit_is_refused(
        self, ask: Ask, counter: Counter, invoice: SalesDocument, other: SalesDocument, payment: str
    ) -> None:
        who = counter.people["cashier"]
        given = {"id": identity(other), "input": {"amount": "1.00"}}
        note_id = ask(CREDIT, who, **given)["data"]["creditNoteCreate"]["creditNote"]["id"]
        applied = global_id("SalesPayment", Movement.objects.get(kind="credit").pk)
        places = {"from": identity(invoice), "to": identity(other)}
        wrong = [
            ({"to": identity(invoice)}, "NOT_PAYABLE"),
            ({"to": note_id}, "NOT_PAYABLE"),
            ({"payment": applied, "from": places["to"], "to": places["from"]}, "NOT_PAYABLE"),
            ({"from": places["to"], "to": places["from"]}, "PAYMENT_INVALID"),
            ({"payment": global_id("SalesPayment", 10**17)}, "NOT_FOUND"),
            ({"payment": global_id("SalesPayment", 10**30)}, "INVALID_ID"),
            ({"payment": global_id("SalesRun", 1)}, "INVALID_ID"),
            ({"from": "x"}, "INVALID_ID"),
            ({"to": global_id("SalesPayment", 1)}, "INVALID_ID"),
        ]
        before = everything()
        for change, expected in wrong:
            asked = {"payment": payment, "amount": "1.00", **places, **change}
            assert (change, code(ask(MOVE, who, **asked))) == (change, expected)
        assert everything() == before

    def test_it_is_refused_to(
        self, ask: Ask, counter: Counter, invoice: SalesDocument, other: SalesDocument, payment: str
    ) -> None:
        given = {"payment": payment, "amount": "1.00"}
        places = {"from": identity(invoice), "to": identity(other)}
        before = everything()
        for who, expected in {**NOT_CASHIERS, "stella": "NOT_FOUND"}.items():
            answer = ask(MOVE, counter.people[who], **given, **places)
            assert (who, code(answer)) == (who, expected)
        assert everything() == before

    def test_neither_end_may_be_in_another_store(
        self, ask: Ask, counter: Counter, invoice: SalesDocument, payment: str
    ) -> None:
        order_id = "order-7"
        counter.other_shop.orders[order_id] = {
            **counter.shop.orders["order-1001"],
            "id": order_id,
        }
        issue = "mutation ($id: ID!) { invoiceIssue(orderId: $id) { document { id } } }"
        answer = ask(issue, counter.people["stella"], id=order_id)
        strange = answer["data"]["invoiceIssue"]["document"]["id"]
        before = everything()
        for places in (
            {"from": identity(invoice), "to": strange},
            {"from": strange, "to": identity(invoice)},
        ):
            given = {"payment": payment, "amount": "1.00", **places}
            assert code(ask(MOVE, counter.people["cashier"], **given)) == "NOT_FOUND"
        given = {"payment": payment, "amount": "1.00", "from": strange, "to": strange}
        assert code(ask(MOVE, counter.people["stella"], **given)) == "NOT_FOUND"
        assert everything() == before


def test_recording_is_refused_to(ask: Ask, counter: Counter, invoice: SalesDocument) -> None:
    before = everything()
    for who, expected in {**NOT_CASHIERS, "stella": "NOT_FOUND"}.items():
        answer = record(ask, counter, invoice, who=who, **paid("1.00"))
        assert (who, code(answer)) == (who, expected)
    assert everything() == before


def test_a_refusal_names_the_right_that_is_missing(
    ask: Ask, counter: Counter, invoice: SalesDocument
) -> None:
    for who, missing in {"alice": "HANDLE_PAYMENTS", "teller": "MANAGE_ORDERS"}.items():
        answer = record(ask, counter, invoice, who=who, **paid("1.00"))
        assert refusal(answer) == ("PERMISSION_DENIED", {"permission": missing})
