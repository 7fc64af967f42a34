"""Looking before taking back: the exact total of a credit note to be, and which verbs there are."""

from datetime import date
from typing import Any

import pytest

from saleor_invoices.api.ids import global_id
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.history import history_append
from tests.api.conftest import Ask, World
from tests.api.counter import REFUSED, Counter, code, everything, identity, refusal
from tests.api.test_corrections import CREDIT, LAMP, TEA, VOID, credit, note_of
from tests.invoices import books
from tests.plugins import factories

PREVIEW = """query ($id: ID!, $input: CreditNoteInput!, $draft: Boolean! = false) {
  creditNotePreview(invoiceId: $id, input: $input, draft: $draft) {
    net { amount } tax { amount } total { amount currency } payable { amount } left { amount }
    vatBreakdown { tax { rate } taxableAmount taxAmount } findings { code } canBeIssued } }"""
VERBS = """query ($id: ID!) { salesDocumentVerbs(id: $id) {
  send credit correct void transmit erase retainedUntil } }"""
CREDITABLE = """query ($id: ID!) { salesInvoice(id: $id) { creditable {
  lines { lineId name } charges { lineId name } } } }"""


def preview(ask: Ask, counter: Counter, row: SalesDocument, **variables: Any) -> dict[str, Any]:
    """Alice looks; the whole answer."""
    return ask(PREVIEW, counter.people["alice"], id=identity(row), **variables)


def verbs(ask: Ask, who: Any, row: SalesDocument) -> dict[str, Any]:
    """The verbs of a document as someone."""
    answer = ask(VERBS, who, id=identity(row))
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["salesDocumentVerbs"]
    return found


class TestPreview:
    @pytest.mark.parametrize(
        "wanted",
        [
            {"lines": [{"lineId": LAMP, "quantity": "1"}, {"lineId": TEA}], "charges": ["1"]},
            {"lines": [{"lineId": TEA, "quantity": "2"}]},
            {"amount": "33.33"},
            {"lines": [{"lineId": LAMP}], "amount": "50"},
            {"everything": True},
        ],
    )
    def test_it_is_what_crediting_makes(
        self, ask: Ask, counter: Counter, wanted: dict[str, Any]
    ) -> None:
        invoice = counter.invoice()
        before = everything()
        found = preview(ask, counter, invoice, input=wanted)["data"]["creditNotePreview"]
        assert everything() == before
        note = note_of(credit(ask, counter, invoice, input=wanted))
        assert found["total"] == note["total"]
        assert found["tax"] == note["tax"]
        assert found["canBeIssued"] is True
        rest = preview(ask, counter, invoice, input={"everything": True})
        expected = "0.00" if "errors" in rest else total_of(rest)
        assert found["left"] == {"amount": expected}

    def test_more_than_is_left_is_told(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        answer = preview(ask, counter, invoice, input={"amount": "138.18"})
        assert refusal(answer) == (
            "CREDIT_EXCEEDS_INVOICE",
            {"left": "138.17", "wanted": "138.18"},
        )

    def test_a_draft_is_offered_what_other_drafts_leave(self, ask: Ask, counter: Counter) -> None:
        invoice, wanted = counter.invoice(), {"amount": "100"}
        ask(CREDIT, counter.people["alice"], id=identity(invoice), input=wanted, draft=True)
        answer = preview(ask, counter, invoice, input=wanted, draft=True)
        assert code(answer) == "CREDIT_EXCEEDS_INVOICE"
        assert total_of(preview(ask, counter, invoice, input=wanted)) == "100.00"

    def test_a_credit_note_is_not_credited(self, ask: Ask, counter: Counter) -> None:
        note_of(credit(ask, counter, counter.invoice(), input={"amount": "5"}))
        note = SalesDocument.objects.get(kind="credit_note")
        answer = preview(ask, counter, note, input={"everything": True})
        assert code(answer) == "CREDIT_ON_CREDIT_NOTE"

    def test_what_is_left_has_the_names_of_lines_and_charges(
        self, ask: Ask, counter: Counter
    ) -> None:
        answer = ask(CREDITABLE, counter.people["alice"], id=identity(counter.invoice()))
        left = answer["data"]["salesInvoice"]["creditable"]
        assert [one["name"] for one in left["lines"]] == ["Schreibtischlampe", "Herbal Tea"]
        assert [one["name"] for one in left["charges"]] == ["Standard parcel"]


class TestVerbs:
    def test_an_invoice_that_reached_nobody(self, ask: Ask, counter: Counter) -> None:
        found = verbs(ask, counter.people["alice"], counter.invoice())
        until = found.pop("retainedUntil")
        assert until > date.today().isoformat()  # noqa: DTZ011 years ahead
        assert found == {
            "send": True,
            "credit": True,
            "correct": True,
            "void": True,
            "transmit": False,
            "erase": False,
        }

    def test_one_that_was_sent_is_credited_not_voided(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        history_append(document=invoice, event="mail_sent")
        found = verbs(ask, counter.people["alice"], invoice)
        assert (found["void"], found["credit"], found["correct"]) == (False, True, True)

    def test_one_that_was_voided(self, ask: Ask, counter: Counter) -> None:
        invoice = counter.invoice()
        assert "errors" not in ask(VOID, counter.people["alice"], id=identity(invoice))
        found = verbs(ask, counter.people["alice"], invoice)
        assert not any(found[verb] for verb in ("void", "credit", "correct"))
        note = verbs(ask, counter.people["alice"], SalesDocument.objects.get(kind="credit_note"))
        assert [name for name, allowed in note.items() if allowed is True] == ["send"]

    def test_a_draft_has_none(self, ask: Ask, world: World) -> None:
        found = verbs(ask, world.people["alice"], world.draft)
        assert set(found.values()) == {False, None}

    def test_the_law_lets_an_old_one_be_erased(self, ask: Ask, world: World) -> None:
        entity = factories.legal_entity(world.store, "ancient")
        found = verbs(ask, world.people["alice"], books.invoice(entity, on=date(2012, 5, 4)))
        assert found["erase"] is True

    def test_with_a_channel_for_e_invoices_it_can_be_handed_over(
        self, ask: Ask, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = "saleor_invoices.api.queries.corrections.is_transmissible"
        monkeypatch.setattr(path, lambda row: row.pk == world.charlies.pk)
        assert verbs(ask, world.people["alice"], world.charlies)["transmit"] is True


class TestStrangers:
    @pytest.mark.parametrize("query", [PREVIEW, VERBS])
    @pytest.mark.parametrize("who", REFUSED)
    def test_are_refused(self, ask: Ask, counter: Counter, who: str, query: str) -> None:
        invoice = counter.invoice()
        given = {"input": {"everything": True}} if query == PREVIEW else {}
        answer = ask(query, counter.people[who], id=identity(invoice), **given)
        assert code(answer) == REFUSED[who]

    @pytest.mark.parametrize("query", [PREVIEW, VERBS])
    def test_another_store_does_not_find_it(self, ask: Ask, counter: Counter, query: str) -> None:
        given = {"input": {"everything": True}} if query == PREVIEW else {}
        answer = ask(query, counter.people["stella"], id=identity(counter.invoice()), **given)
        assert code(answer) == "NOT_FOUND"

    @pytest.mark.parametrize("query", [PREVIEW, VERBS])
    def test_a_key_with_both_scopes_sees_it(self, ask: Ask, counter: Counter, query: str) -> None:
        given = {"input": {"everything": True}} if query == PREVIEW else {}
        answer = ask(query, counter.people["erp"], id=identity(counter.invoice()), **given)
        assert "errors" not in answer

    def test_an_id_of_something_else(self, ask: Ask, counter: Counter) -> None:
        answer = ask(VERBS, counter.people["alice"], id=global_id("SalesPayment", 1))
        assert code(answer) == "INVALID_ID"


def total_of(answer: dict[str, Any]) -> str:
    """The total of a preview."""
    found: str = answer["data"]["creditNotePreview"]["total"]["amount"]
    return found
