"""Taking back, correcting and preparing documents: what happens, and what a refusal leaves."""

import copy
from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import CreditDecision, HistoryEntry, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import LegalEntity, SettingValue
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity, refusal
from tests.invoices.shop import money
from tests.saleor.fake_saleor import Reply

NOTE = """number state kind reason total { amount currency } tax { amount }
  lines { name quantity grossAmount } charges { grossAmount } precedingInvoice { number }"""
CREDIT = f"""mutation ($id: ID!, $input: CreditNoteInput!, $key: String! = "k", $draft: Boolean) {{
  creditNoteCreate(invoiceId: $id, input: $input, idempotencyKey: $key, draft: $draft) {{
    creditNote {{ id {NOTE} }} }} }}"""
ISSUE = f"mutation ($id: ID!) {{ draftIssue(id: $id) {{ document {{ {NOTE} }} }} }}"
DISCARD = "mutation ($id: ID!) { draftDiscard(id: $id) { discarded } }"
CORRECT = f"""mutation ($id: ID!, $reason: String) {{ invoiceCorrect(id: $id, reason: $reason) {{
  invoice {{ number total {{ amount }} orderDifference precedingInvoice {{ number }} }}
  creditNote {{ {NOTE} }} }} }}"""
VOID = f"""mutation ($id: ID!, $reason: String) {{ invoiceVoid(id: $id, reason: $reason) {{
  creditNote {{ {NOTE} }} }} }}"""
PROFORMA = """mutation ($id: ID!) { proformaIssue(orderId: $id) { document {
  id number kind paymentStatus balance { amount } total { amount } } } }"""
COLLECT = """mutation ($ids: [ID!]!) { invoiceCollectiveIssue(orderIds: $ids) { document {
  number total { amount } orderId orderNumber orderNumbers } } }"""
LAMP, TEA = "1", "2"


def credit(ask: Ask, counter: Counter, row: SalesDocument, **variables: Any) -> dict[str, Any]:
    """Alice credits; the whole answer."""
    return ask(CREDIT, counter.people["alice"], id=identity(row), **variables)


def note_of(answer: dict[str, Any]) -> dict[str, Any]:
    """The credit note of an answer without errors."""
    assert "errors" not in answer, answer
    (payload,) = answer["data"].values()
    found: dict[str, Any] = payload["creditNote"]
    return found


class TestCrediting:
    def test_by_line_and_charge(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        lines = [{"lineId": LAMP, "quantity": "1"}, {"lineId": TEA}]
        wanted = {"lines": lines, "charges": ["1"], "reason": " Torn  on\tthe way "}
        note = note_of(credit(ask, counter, invoice, input=wanted))
        assert note.pop("id")
        assert note == {
            "number": note["number"],
            "state": "ISSUED",
            "kind": "CREDIT_NOTE",
            "reason": "Torn on the way",
            "total": {"amount": "78.27", "currency": "EUR"},
            "tax": {"amount": "11.23"},
            "lines": [
                {"name": "Schreibtischlampe", "quantity": "1", "grossAmount": "59.90"},
                {"name": "Herbal Tea", "quantity": "3", "grossAmount": "13.47"},
            ],
            "charges": [{"grossAmount": "4.90"}],
            "precedingInvoice": {"number": invoice.number},
        }
        assert note["number"].startswith("CN-")
        assert HistoryEntry.objects.filter(event="credited", actor="staff:VXNlcjox").exists()

    def test_an_amount_and_then_everything_that_is_left(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        part = note_of(credit(ask, counter, invoice, input={"amount": "0.01"}))
        rest = note_of(credit(ask, counter, invoice, input={"everything": True}, key="2"))
        assert [one["total"]["amount"] for one in (part, rest)] == ["0.01", "138.16"]
        again = credit(ask, counter, invoice, input={"everything": True}, key="3")
        assert refusal(again) == ("CREDIT_NOTHING_LEFT", {"invoice": invoice.number})
        assert ledger_verify().ok

    def test_a_key_stands_for_one_credit_note_of_an_invoice(
        self, ask: Ask, counter: Counter
    ) -> None:
        invoice, other = counter.invoice(), counter.invoice(1002)
        first, second = (credit(ask, counter, invoice, input={"amount": "5"}) for _ in range(2))
        assert note_of(first) == note_of(second)
        elsewhere = note_of(credit(ask, counter, other, input={"amount": "5"}))
        assert elsewhere["number"] != note_of(first)["number"]
        by_another = ask(
            CREDIT, counter.people["erp"], id=identity(invoice), input={"amount": "5"}, key="k"
        )
        assert note_of(by_another)["number"] != note_of(first)["number"]
        assert SalesDocument.objects.filter(kind="credit_note").count() == 3

    def test_a_machine_with_both_rights_credits(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        ask(CREDIT, counter.people["erp"], id=identity(invoice), input={"everything": True})
        assert HistoryEntry.objects.get(event="credited").actor == "key:ERP"

    @pytest.mark.parametrize(
        ("wanted", "expected"),
        [
            ({}, "CREDIT_REQUEST_INVALID"),
            ({"everything": True, "amount": "1"}, "CREDIT_REQUEST_INVALID"),
            ({"amount": "1.001"}, "CREDIT_AMOUNT_INVALID"),
            ({"amount": "0"}, "CREDIT_AMOUNT_INVALID"),
            ({"amount": "-1"}, "CREDIT_AMOUNT_INVALID"),
            ({"amount": "138.18"}, "CREDIT_EXCEEDS_INVOICE"),
            ({"amount": "999999999999999"}, "CREDIT_EXCEEDS_INVOICE"),
            ({"amount": "1e2"}, "INVALID_AMOUNT"),
            ({"amount": 1.5}, "INVALID_AMOUNT"),
            ({"lines": [{"lineId": "9"}]}, "CREDIT_LINE_UNKNOWN"),
            ({"charges": ["9"]}, "CREDIT_LINE_UNKNOWN"),
            ({"lines": [{"lineId": LAMP, "quantity": "3"}]}, "CREDIT_EXCEEDS_INVOICE"),
            ({"lines": [{"lineId": LAMP, "quantity": "0"}]}, "CREDIT_QUANTITY_INVALID"),
            ({"amount": "1", "reason": "x" * 301}, "REASON_TOO_LONG"),
            ({"amount": "1", "reason": "a\u0007b"}, "REASON_INVALID"),
            ({"amount": "1", "reason": "a\u202eb"}, "REASON_INVALID"),
            ({"amount": "1", "reason": "a\ufffeb"}, "REASON_INVALID"),
        ],
    )
    def test_what_makes_no_sense_is_refused(
        self, ask: Ask, counter: Counter, wanted: dict[str, Any], expected: str
    ) -> None:
        invoice = counter.invoice()
        before = everything()
        assert code(credit(ask, counter, invoice, input=wanted)) == expected
        assert everything() == before

    def test_a_reason_may_hold_the_marks_that_scripts_need(
        self, ask: Ask, counter: Counter
    ) -> None:
        reason = "\u0645\u06cc\u200c\u062e \u05d0\u200f"  # a joiner and a mark of direction
        wanted = {"amount": "1", "reason": reason}
        assert note_of(credit(ask, counter, counter.invoice(), input=wanted))["reason"] == reason

    @pytest.mark.parametrize("key", ["", "k" * 101, "a\u0007b"])
    def test_a_key_is_short_and_printable(self, ask: Ask, counter: Counter, key: str) -> None:
        answer = credit(ask, counter, counter.invoice(), input={"amount": "1"}, key=key)
        assert refusal(answer) == ("IDEMPOTENCY_KEY_INVALID", {"field": "idempotencyKey"})

    def test_a_credit_note_and_a_proforma_cannot_be_credited(
        self, ask: Ask, counter: Counter
    ) -> None:
        note = credit(ask, counter, counter.invoice(), input={"amount": "1"})
        order_id = counter.order(1002)
        offer = ask(PROFORMA, counter.people["alice"], id=order_id)["data"]["proformaIssue"]
        for document_id in (note_of(note)["id"], offer["document"]["id"]):
            answer = ask(
                CREDIT, counter.people["alice"], id=document_id, input={"amount": "1"}, key="2"
            )
            assert code(answer) == "CREDIT_ON_CREDIT_NOTE"


class TestDrafts:
    def draft(self, ask: Ask, counter: Counter, row: SalesDocument, amount: str = "10") -> str:
        """A prepared credit note's id."""
        note = note_of(credit(ask, counter, row, input={"amount": amount}, draft=True, key=amount))
        assert (note["state"], note["number"]) == ("DRAFT", "")
        document_id: str = note["id"]
        return document_id

    def test_nothing_counts_until_it_is_issued(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        draft = self.draft(ask, counter, invoice)
        assert not invoice.following.filter(state="issued").exists()
        first, second = (ask(ISSUE, counter.people["alice"], id=draft) for _ in range(2))
        assert first == second
        document = first["data"]["draftIssue"]["document"]
        assert (document["state"], document["total"]["amount"]) == ("ISSUED", "10.00")
        assert document["precedingInvoice"] == {"number": invoice.number}
        assert code(ask(DISCARD, counter.people["alice"], id=draft)) == "ALREADY_ISSUED"

    def test_a_draft_for_more_than_is_left_meanwhile_stays_a_draft(
        self, ask: Ask, counter: Counter
    ) -> None:
        invoice = counter.invoice()
        draft = self.draft(ask, counter, invoice, "138.17")
        note_of(credit(ask, counter, invoice, input={"amount": "1"}))
        before = everything()
        assert code(ask(ISSUE, counter.people["alice"], id=draft)) == "CREDIT_EXCEEDS_INVOICE"
        assert everything() == before

    def test_a_draft_is_thrown_away_once(self, ask: Ask, counter: Counter) -> None:
        draft = self.draft(ask, counter, counter.invoice())
        assert ask(DISCARD, counter.people["alice"], id=draft)["data"]["draftDiscard"] == {
            "discarded": True
        }
        assert not SalesDocument.objects.filter(state="draft").exists()
        assert CreditDecision.objects.get().outcome == "discarded"
        for verb in (ISSUE, DISCARD):
            assert code(ask(verb, counter.people["alice"], id=draft)) == "NOT_FOUND"


class TestCorrecting:
    def changed(self, counter: Counter) -> SalesDocument:
        """The invoice of an order from which the tea was taken away meanwhile."""
        invoice = counter.invoice()
        order = counter.shop.orders["order-1001"]
        order["lines"] = order["lines"][:1]
        total = {"currency": "EUR", "net": money(104.79), "gross": money(124.7)}
        order["total"] = order["undiscountedTotal"] = copy.deepcopy(total)
        return invoice

    def test_credits_and_invoices_anew(self, ask: Ask, counter: Counter) -> None:
        invoice = self.changed(counter)
        answer = ask(CORRECT, counter.people["alice"], id=identity(invoice), reason="No tea")
        done = answer["data"]["invoiceCorrect"]
        assert done["invoice"]["total"] == {"amount": "124.70"}
        assert done["invoice"]["precedingInvoice"] == {"number": invoice.number}
        assert done["invoice"]["orderDifference"] is None
        assert (done["creditNote"]["total"]["amount"], done["creditNote"]["reason"]) == (
            "138.17",
            "No tea",
        )
        again = ask(CORRECT, counter.people["alice"], id=identity(invoice), reason="No tea")
        assert code(again) == "NOT_CORRECTABLE"
        assert ledger_verify().ok

    def test_what_was_credited_before_leaves_no_second_credit_note(
        self, ask: Ask, counter: Counter
    ) -> None:
        invoice = self.changed(counter)
        note_of(credit(ask, counter, invoice, input={"everything": True}))
        answer = ask(CORRECT, counter.people["erp"], id=identity(invoice))
        assert answer["data"]["invoiceCorrect"]["creditNote"] is None
        assert SalesDocument.objects.filter(order__order_id="order-1001").count() == 3

    @pytest.mark.parametrize(
        ("fault", "expected"),
        [
            (Reply({}, status=503), "UNREACHABLE"),
            (Reply({"data": {"order": None}}), "NOT_FOUND"),
        ],
    )
    def test_a_saleor_that_does_not_tell_leaves_the_invoice_alone(
        self, ask: Ask, counter: Counter, fault: Reply, expected: str
    ) -> None:
        invoice = self.changed(counter)
        counter.shop.faults["orderWithCardEvents"] = [fault, fault]
        before = everything()
        assert code(ask(CORRECT, counter.people["alice"], id=identity(invoice))) == expected
        assert everything() == before

    def test_neither_half_is_done_when_the_order_cannot_be_invoiced(
        self, ask: Ask, counter: Counter
    ) -> None:
        invoice = self.changed(counter)
        counter.shop.orders["order-1001"]["total"]["gross"] = money(1000)
        before = everything()
        answer = ask(CORRECT, counter.people["alice"], id=identity(invoice))
        assert code(answer) == "TOTALS_DIFFER"
        assert everything() == before

    def test_voiding_takes_all_back_once(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        answer = ask(VOID, counter.people["alice"], id=identity(invoice), reason="Twin")
        assert note_of(answer)["total"]["amount"] == "138.17"
        again = ask(VOID, counter.people["alice"], id=identity(invoice), reason="Twin")
        assert code(again) == "CREDIT_NOTHING_LEFT"

    def test_what_the_buyer_has_is_not_voided(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        history_append(document=invoice, event="mail_sent")
        before = everything()
        assert code(ask(VOID, counter.people["alice"], id=identity(invoice))) == "ALREADY_SENT"
        assert everything() == before


class TestOffersAndCollections:
    def test_a_proforma_owes_nothing_and_covers_nothing(self, ask: Ask, counter: Counter) -> None:
        order_id = counter.order(status="UNCONFIRMED", paid=False)
        document = ask(PROFORMA, counter.people["erp"], id=order_id)["data"]["proformaIssue"][
            "document"
        ]
        assert document["number"].startswith("PRO-")
        assert (document["kind"], document["total"]["amount"]) == ("PROFORMA", "138.17")
        assert (document["paymentStatus"], document["balance"]) == (None, None)
        assert not SalesDocument.objects.get(number=document["number"]).coverage.exists()

    def test_several_orders_become_one_invoice_once(self, ask: Ask, counter: Counter) -> None:
        ids = [counter.order(number) for number in (1001, 1002)]
        answer = ask(COLLECT, counter.people["alice"], ids=[*ids, ids[0]])
        document = answer["data"]["invoiceCollectiveIssue"]["document"]
        assert document.pop("number").startswith("INV-")
        assert document == {
            "total": {"amount": "276.34"},
            "orderId": None,
            "orderNumber": "1001, 1002",
            "orderNumbers": ["1001", "1002"],
        }
        again = ask(COLLECT, counter.people["alice"], ids=ids)
        assert refusal(again) == ("ORDER_COVERED", {"order_id": ids[0]})
        assert ledger_verify().ok

    @pytest.mark.parametrize("count", [0, 1, 101])
    def test_a_collection_has_two_orders_or_more(
        self, ask: Ask, counter: Counter, count: int
    ) -> None:
        ids = [f"order-{number}" for number in range(count)]
        asked = len(counter.shop.calls)
        assert refusal(ask(COLLECT, counter.people["alice"], ids=ids)) == (
            "INVALID",
            {"field": "orderIds"},
        )
        assert len(counter.shop.calls) == asked

    def test_orders_of_two_buyers_are_not_put_together(self, ask: Ask, counter: Counter) -> None:
        first = counter.order(1001)
        address = {**counter.shop.orders[first]["billingAddress"], "companyName": "Another GmbH"}
        ids = [first, counter.order(1002, billingAddress=address)]
        before = SalesDocument.objects.count()
        assert code(ask(COLLECT, counter.people["alice"], ids=ids)) == "COLLECTIVE_MISMATCH"
        assert SalesDocument.objects.count() == before

    @pytest.mark.parametrize("verb", [PROFORMA, COLLECT])
    def test_a_seller_is_needed(self, ask: Ask, counter: Counter, verb: str) -> None:
        ids = [counter.order(number) for number in (1001, 1002)]
        SettingValue.objects.create(
            installation=counter.store, channel="europe", key="legal_entity", value="gone"
        )
        assert LegalEntity.objects.filter(installation=counter.store).exists()
        answer = ask(verb, counter.people["alice"], **_order_variables(verb, ids))
        assert code(answer) == "LEGAL_ENTITY_MISSING"


ON_DOCUMENTS = [CREDIT, ISSUE, DISCARD, CORRECT, VOID]
ON_ORDERS = [PROFORMA, COLLECT]


def _order_variables(verb: str, ids: list[str]) -> dict[str, Any]:
    return {"ids": ids} if verb is COLLECT else {"id": ids[0]}


def _variables(verb: str, row: SalesDocument) -> dict[str, Any]:
    more: dict[str, Any] = {"input": {"everything": True}} if verb is CREDIT else {}
    return {"id": identity(row), **more}


@pytest.mark.parametrize("verb", ON_DOCUMENTS)
def test_verbs_on_documents_are_refused(ask: Ask, counter: Counter, verb: str) -> None:
    invoice = counter.invoice()
    before = everything()
    for who, expected in {**REFUSED, "teller": "PERMISSION_DENIED", "stella": "NOT_FOUND"}.items():
        answer = ask(verb, counter.people[who], **_variables(verb, invoice))
        assert (who, code(answer)) == (who, expected)
    assert everything() == before


@pytest.mark.parametrize("verb", ON_ORDERS)
def test_verbs_on_orders_are_refused(ask: Ask, counter: Counter, verb: str) -> None:
    ids = [counter.order(number) for number in (1001, 1002)]
    before, asked = everything(), len(counter.shop.calls)
    for who, expected in {**REFUSED, "teller": "PERMISSION_DENIED", "stella": "NOT_FOUND"}.items():
        answer = ask(verb, counter.people[who], **_order_variables(verb, ids))
        assert (who, code(answer)) == (who, expected)
    assert everything() == before
    assert len(counter.shop.calls) == asked  # stella's own Saleor was asked, ours by none
    assert counter.other_shop.calls


@pytest.mark.parametrize("verb", ON_DOCUMENTS)
@pytest.mark.parametrize("bad", ["", "x", global_id("SalesInvoice", "1"), global_id("Order", 1)])
def test_an_id_of_something_else_is_refused(
    ask: Ask, counter: Counter, verb: str, bad: str
) -> None:
    variables = {**_variables(verb, SalesDocument.objects.get()), "id": bad}
    assert code(ask(verb, counter.people["alice"], **variables)) == "INVALID_ID"
