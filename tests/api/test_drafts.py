"""Invoices by hand over the API: written, saved by version, checked, issued once, thrown away."""

import time
from typing import Any

import pytest

from saleor_invoices.invoices.models import DraftForm, NumberSeries, RenderJob, SalesDocument
from saleor_invoices.invoices.services.draft_make import orders_forget
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity, refusal
from tests.api.drafting import (
    CHECK,
    CREATE,
    DISCARD,
    ISSUE,
    OF_ORDER,
    PREVIEW,
    READ,
    UPDATE,
    line,
    typed,
)

LIST = """query ($search: String, $state: SalesDocumentState) {
  salesInvoices(search: $search, filter: {state: $state}) { edges { node { id number } } } }"""


@pytest.fixture(autouse=True)
def _fresh() -> None:
    orders_forget()


def created(ask: Ask, counter: Counter, who: str = "alice", **asked: Any) -> dict[str, Any]:
    """A draft that was just kept."""
    values = {"input": typed(), **asked}
    answer = ask(CREATE, counter.people[who], **values)
    assert "errors" not in answer, answer
    draft: dict[str, Any] = answer["data"]["draftCreate"]["draft"]
    return draft


@pytest.mark.parametrize("who", REFUSED)
@pytest.mark.parametrize("what", ["create", "preview", "of_order", "read", "update"])
def test_nobody_else_writes_invoices(ask: Ask, counter: Counter, who: str, what: str) -> None:
    draft, order = created(ask, counter), counter.order()
    texts: dict[str, tuple[str, dict[str, Any]]] = {
        "create": (CREATE, {"input": typed()}),
        "preview": (PREVIEW, {"input": typed()}),
        "of_order": (OF_ORDER, {"id": order}),
        "read": (READ, {"id": draft["id"]}),
        "update": (UPDATE, {"id": draft["id"], "version": 1, "input": typed()}),
    }
    before = everything()
    text, variables = texts[what]
    assert code(ask(text, counter.people[who], **variables)) == REFUSED[who]
    assert everything() == before


def test_staff_of_another_store_see_no_draft(ask: Ask, counter: Counter) -> None:
    draft, before = created(ask, counter), everything()
    stella = counter.people["stella"]
    assert ask(READ, stella, id=draft["id"])["data"] == {"salesDraft": None}
    for text in (UPDATE, ISSUE, DISCARD, CHECK):
        variables = {"id": draft["id"], "version": 1, "input": typed()}
        used = {name: value for name, value in variables.items() if f"${name}" in text}
        assert code(ask(text, stella, **used)) == "NOT_FOUND"
    assert everything() == before
    seen = ask(LIST, stella, search="sample buyer")["data"]["salesInvoices"]["edges"]
    assert draft["id"] not in {edge["node"]["id"] for edge in seen}


@pytest.mark.parametrize("who", ["alice", "erp"])
def test_a_form_comes_back_as_it_was_typed(ask: Ask, counter: Counter, who: str) -> None:
    given = typed(
        channel="europe",
        language="de",
        customerId="VXNlcjo3",
        deliveryAddress={"country": "AT", "city": "Wien"},
        dueDate="2027-01-31",
        paymentTerms="Half now,\nhalf later.",
        buyerReference="R-1",
        purchaseOrder="PO-7",
        pricesIncludeTax=True,
        lines=[
            line(id="a", sku="S", description="Remote", discountPercent="5", discountReason="Fair"),
            line(id="b", taxRate="0", taxCategory="EXEMPT", exemptionReason="Course"),
        ],
        allowances=[{"id": "c", "amount": "1.00", "reason": "Late", "taxRate": "19"}],
        charges=[{"id": "d", "amount": "2.50", "reason": "Express", "taxRate": "19"}],
        notes=["Thank you."],
    )
    given["buyer"] |= {
        "vatId": "DE136695976",
        "electronicAddress": {"value": "1", "scheme": "0204"},
    }
    draft = created(ask, counter, who, input=given)
    form = draft["form"]
    assert {name: form[name] for name in given if name not in ("lines", "buyer")} == {
        **{name: value for name, value in given.items() if name not in ("lines", "buyer")},
        "deliveryAddress": {
            "country": "AT",
            "city": "Wien",
            "street": "",
            "additional": "",
            "postalCode": "",
            "subdivision": "",
        },
        "allowances": [{**given["allowances"][0], "taxCategory": None}],
        "charges": [{**given["charges"][0], "taxCategory": None}],
    }
    first, second = form["lines"]
    assert first.items() >= {**given["lines"][0], "taxCategory": None}.items()
    assert second.items() >= given["lines"][1].items()
    assert form["buyer"]["vatId"] == "DE136695976"
    assert draft["version"] == 1
    assert draft["updatedBy"] == {"alice": "staff:VXNlcjox", "erp": "key:ERP"}[who]
    assert draft["document"]["state"] == "DRAFT"
    assert (draft["document"]["channel"], draft["document"]["number"]) == ("europe", "")
    assert ask(READ, counter.people["alice"], id=draft["id"])["data"]["salesDraft"] == draft


def test_the_same_key_creates_once(ask: Ask, counter: Counter) -> None:
    first = created(ask, counter)
    assert created(ask, counter, input=typed(currency="PLN")) == first
    assert created(ask, counter, key="another")["id"] != first["id"]
    assert created(ask, counter, "erp")["id"] != first["id"]  # a key is of who asks
    ask(ISSUE, counter.people["alice"], id=first["id"])
    assert code(ask(CREATE, counter.people["alice"], input=typed())) == "DRAFT_ISSUED"


def test_lists_show_drafts_and_find_them_by_buyer(ask: Ask, counter: Counter) -> None:
    draft = created(ask, counter)
    asked = {"search": "sample buyer", "state": "DRAFT"}
    found = ask(LIST, counter.people["alice"], **asked)["data"]["salesInvoices"]["edges"]
    assert [edge["node"] for edge in found] == [{"id": draft["id"], "number": ""}]


def test_a_draft_is_issued_as_everything_else(ask: Ask, counter: Counter) -> None:
    before = NumberSeries.objects.get(kind="invoice").last_sequence
    draft = created(ask, counter)
    assert NumberSeries.objects.get(kind="invoice").last_sequence == before
    answer = ask(ISSUE, counter.people["alice"], id=draft["id"], version=1)
    issued = answer["data"]["draftIssue"]["document"]
    assert issued["id"] == draft["id"]
    assert (issued["state"], issued["total"]["amount"]) == ("ISSUED", "678.30")
    assert (issued["balance"]["amount"], issued["paymentStatus"]) == ("678.30", "UNPAID")
    row = SalesDocument.objects.get(number=issued["number"])
    assert row.sequence == before + 1
    assert row.history.get(event="issued").actor == "staff:VXNlcjox"
    assert RenderJob.objects.filter(document=row).exists()
    assert ledger_verify().faults == []
    assert DraftForm.objects.get(document=row).form == {}  # personal data is in the snapshot alone
    assert ask(READ, counter.people["alice"], id=draft["id"])["data"] == {"salesDraft": None}


def test_a_second_click_gets_the_same_invoice(ask: Ask, counter: Counter) -> None:
    draft = created(ask, counter)
    first = ask(ISSUE, counter.people["alice"], id=draft["id"], version=1)
    before = everything()
    assert ask(ISSUE, counter.people["alice"], id=draft["id"], version=1) == first
    assert everything() == before


def test_someone_elses_change_is_a_conflict(ask: Ask, counter: Counter) -> None:
    draft = created(ask, counter)
    alice, erp = counter.people["alice"], counter.people["erp"]
    mine = {"id": draft["id"], "version": 1}
    saved = ask(UPDATE, erp, **mine, input=typed(lines=[line(quantity="1")]))
    assert saved["data"]["draftUpdate"]["draft"]["version"] == 2
    before = everything()
    found, params = refusal(ask(UPDATE, alice, **mine, input=typed()))
    assert (found, params["version"], params["updated_by"]) == ("DRAFT_CHANGED", 2, "key:ERP")
    assert code(ask(ISSUE, alice, **mine)) == "DRAFT_CHANGED"
    assert everything() == before
    issued = ask(ISSUE, alice, id=draft["id"], version=2)["data"]["draftIssue"]["document"]
    assert issued["total"]["amount"] == "113.05"
    found, params = refusal(ask(UPDATE, alice, id=draft["id"], version=2, input=typed()))
    assert (found, params) == ("DRAFT_ISSUED", {"number": issued["number"]})


def test_a_draft_that_is_thrown_away_leaves_no_gap(ask: Ask, counter: Counter) -> None:
    draft, other = created(ask, counter), created(ask, counter, key="other")
    before = NumberSeries.objects.get(kind="invoice").last_sequence
    alice = counter.people["alice"]
    assert ask(DISCARD, alice, id=draft["id"])["data"]["draftDiscard"] == {"discarded": True}
    assert code(ask(DISCARD, alice, id=draft["id"])) == "NOT_FOUND"
    ask(ISSUE, alice, id=other["id"])
    assert NumberSeries.objects.get(kind="invoice").last_sequence == before + 1
    assert code(ask(DISCARD, alice, id=other["id"])) == "ALREADY_ISSUED"
    assert ledger_verify().faults == []


def test_an_unfinished_draft_is_kept_but_not_issued(ask: Ask, counter: Counter) -> None:
    draft = created(ask, counter, input=typed(lines=[]))
    alice = counter.people["alice"]
    check = ask(CHECK, alice, id=draft["id"])["data"]["draftCheck"]
    assert (check["canBeIssued"], check["total"]["amount"]) == (False, "0.00")
    blocking = {"code": "LINES_MISSING", "place": "lines", "severity": "BLOCKING"}
    assert blocking in check["findings"]
    before = everything()
    assert code(ask(ISSUE, alice, id=draft["id"])) == "LINES_MISSING"
    assert everything() == before


def test_a_check_asks_the_official_rules_too(ask: Ask, counter: Counter) -> None:
    alice = counter.people["alice"]
    fine = created(ask, counter)
    assert ask(CHECK, alice, id=fine["id"])["data"]["draftCheck"]["canBeIssued"] is True
    odd = created(ask, counter, key="odd", input=typed(lines=[line(), line(unitCode="ZZX")]))
    found = ask(CHECK, alice, id=odd["id"])["data"]["draftCheck"]["findings"]
    assert {one["code"]: one["place"] for one in found} == {"EINVOICE_RULE_FAILED": "lines.1"}


def test_a_preview_keeps_nothing(ask: Ask, counter: Counter) -> None:
    before = everything()
    answer = ask(PREVIEW, counter.people["alice"], input=typed())["data"]["salesDraftPreview"]
    assert everything() == before
    assert answer.pop("dueDate")
    assert answer == {
        "net": {"amount": "570.00"},
        "tax": {"amount": "108.30"},
        "total": {"amount": "678.30"},
        "payable": {"amount": "678.30", "currency": "EUR"},
        "canBeIssued": True,
        "lines": [
            {
                "id": "1",
                "netAmount": "570.00",
                "taxAmount": "108.30",
                "grossAmount": "678.30",
                "unitPriceNet": "95.00",
                "tax": {"category": "STANDARD", "rate": "19"},
            }
        ],
        "vatBreakdown": [
            {
                "tax": {"category": "STANDARD", "rate": "19"},
                "taxableAmount": "570.00",
                "taxAmount": "108.30",
            }
        ],
        "findings": [],
    }


def test_a_preview_names_the_field(ask: Ask, counter: Counter) -> None:
    given = typed(lines=[line(), line(), line(unitPrice="-1")])
    answer = ask(PREVIEW, counter.people["alice"], input=given)["data"]["salesDraftPreview"]
    assert answer["canBeIssued"] is False
    (found,) = answer["findings"]
    assert (found["place"], found["severity"]) == ("lines.2.unitPrice", "BLOCKING")


def test_a_preview_of_fifty_lines_is_ready_while_one_types(ask: Ask, counter: Counter) -> None:
    given = typed(lines=[line(name=f"Line {number}") for number in range(50)])
    times = []
    for _ in range(7):
        start = time.perf_counter()
        ask(PREVIEW, counter.people["alice"], input=given)
        times.append(time.perf_counter() - start)
    assert sorted(times)[3] < 0.15  # 0.05 is the aim; a busy machine takes longer


@pytest.mark.parametrize(
    ("changes", "expected", "field"),
    [
        ({"lines": [line(name="a\u202eb")]}, "TEXT_INVALID", "lines.0.name"),
        ({"notes": ["x" * 4001]}, "TEXT_TOO_LONG", "notes.0"),
        ({"lines": [line()] * 501}, "FORM_TOO_LONG", "lines"),
        ({"currency": "XYZ"}, "UNKNOWN_CURRENCY", "currency"),
    ],
)
def test_what_can_not_be_typed_is_refused(
    ask: Ask, counter: Counter, changes: dict[str, Any], expected: str, field: str
) -> None:
    before = everything()
    for text in (PREVIEW, CREATE):
        found, params = refusal(ask(text, counter.people["alice"], input=typed(**changes)))
        assert (found, params["field"]) == (expected, field)
    assert everything() == before


def test_the_seller_can_be_chosen(ask: Ask, counter: Counter) -> None:
    alice = counter.people["alice"]
    answer = ask(PREVIEW, alice, input=typed(legalEntity="moon"))["data"]["salesDraftPreview"]
    assert {"LEGAL_ENTITY_MISSING": "legalEntity"}.items() <= {
        one["code"]: one["place"] for one in answer["findings"]
    }.items()
    assert code(ask(CREATE, alice, input=typed(legalEntity="moon"))) == "LEGAL_ENTITY_MISSING"
    draft = created(ask, counter, input=typed(legalEntity="main"))
    assert draft["form"]["legalEntity"] == "main"


def test_a_credit_note_takes_a_written_invoice_back(ask: Ask, counter: Counter) -> None:
    allowance = {"amount": "70.00", "reason": "Goodwill", "taxRate": "19"}
    draft = created(ask, counter, input=typed(allowances=[allowance], customerId="VXNlcjo3"))
    alice = counter.people["alice"]
    ask(ISSUE, alice, id=draft["id"])
    text = """mutation ($id: ID!, $input: CreditNoteInput!, $key: String!) { creditNoteCreate(
      invoiceId: $id, input: $input, idempotencyKey: $key) { creditNote {
      total { amount } customerEmail customerId } } }"""
    part = {"amount": "95.00", "reason": "One hour less"}
    first = ask(text, alice, id=draft["id"], key="1", input=part)
    assert first["data"]["creditNoteCreate"]["creditNote"] == {
        "total": {"amount": "95.00"},
        "customerEmail": "buyer@example.com",
        "customerId": "VXNlcjo3",
    }
    rest = ask(text, alice, id=draft["id"], key="2", input={"everything": True})
    assert rest["data"]["creditNoteCreate"]["creditNote"]["total"]["amount"] == "500.00"
    assert ledger_verify().faults == []


def test_a_credit_notes_draft_is_no_form(ask: Ask, counter: Counter) -> None:
    row = counter.invoice()
    assert ask(READ, counter.people["alice"], id=identity(row))["data"] == {"salesDraft": None}
    found = ask(UPDATE, counter.people["alice"], id=identity(row), version=1, input=typed())
    assert code(found) == "NOT_FOUND"
