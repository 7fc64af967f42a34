"""Looking before issuing: every finding about an order, where to mend it, and nothing written."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain import codec
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity
from tests.api.test_corrections import CREDIT, VOID
from tests.invoices.shop import money

CHECK = """query ($id: ID!) { invoiceCheck(orderId: $id) { canBeIssued total { amount currency }
  existing { number } findings { code rule severity message remedy place } } }"""
DRAFT = CHECK.replace("invoiceCheck(orderId:", "draftCheck(id:")


@pytest.mark.parametrize("who", ["alice", "erp"])
def test_an_order_that_is_ready(ask: Ask, counter: Counter, who: str) -> None:
    before = everything()
    check = ask(CHECK, counter.people[who], id=counter.order())["data"]["invoiceCheck"]
    assert (check["canBeIssued"], check["existing"]) == (True, None)
    assert check["total"] == {"amount": "138.17", "currency": "EUR"}
    assert all(found["severity"] == "WARNING" for found in check["findings"])
    assert everything() == before


def test_the_next_number_is_told_and_not_taken(ask: Ask, counter: Counter) -> None:
    query = CHECK.replace("canBeIssued", "canBeIssued nextNumber")
    alice = counter.people["alice"]
    order = counter.order()
    before = everything()
    first = ask(query, alice, id=order)["data"]["invoiceCheck"]["nextNumber"]
    assert ask(query, alice, id=order)["data"]["invoiceCheck"]["nextNumber"] == first
    assert everything() == before
    invoice = counter.invoice()
    assert invoice.number == first
    ask(CREDIT, alice, id=identity(invoice), input={"amount": "10"}, draft=True)
    draft = SalesDocument.objects.get(state="draft")
    told = DRAFT.replace("canBeIssued", "canBeIssued nextNumber")
    credit = ask(told, alice, id=identity(draft))["data"]["draftCheck"]["nextNumber"]
    assert credit not in ("", first)


def test_whether_the_store_mails_it_by_itself_is_told(ask: Ask, counter: Counter) -> None:
    query = CHECK.replace("canBeIssued", "mailedOnIssue")
    alice, order = counter.people["alice"], counter.order()

    def told() -> bool:
        found: bool = ask(query, alice, id=order)["data"]["invoiceCheck"]["mailedOnIssue"]
        return found

    assert told() is False
    values = {"installation": counter.store, "key": "mail_policy", "value": "on_issue"}
    SettingValue.objects.create(**values)
    assert told() is True
    invoice = counter.invoice()
    ask(CREDIT, alice, id=identity(invoice), input={"amount": "10"}, draft=True)
    draft = SalesDocument.objects.get(state="draft")
    of_draft = DRAFT.replace("canBeIssued", "mailedOnIssue")
    found = ask(of_draft, alice, id=identity(draft))["data"]["draftCheck"]
    assert found["mailedOnIssue"] is True
    SettingValue.objects.create(installation=counter.store, key="test_mode", value=True)
    assert told() is False  # a trial document goes to nobody by itself


def test_an_order_that_has_its_invoice_until_it_is_voided(ask: Ask, counter: Counter) -> None:
    invoice = counter.invoice()
    alice = counter.people["alice"]
    check = ask(CHECK, alice, id="order-1001")["data"]["invoiceCheck"]
    assert check["existing"] == {"number": invoice.number}
    ask(VOID, alice, id=identity(invoice))
    assert ask(CHECK, alice, id="order-1001")["data"]["invoiceCheck"]["existing"] is None


@pytest.mark.parametrize(
    ("setting", "changes", "expected", "place"),
    [
        ({"legal_entity": "gone"}, {}, "LEGAL_ENTITY_MISSING", "settings:legal_entity"),
        ({"enabled": False}, {}, "CHANNEL_DISABLED", "settings:enabled"),
        ({}, {"status": "UNCONFIRMED"}, "ORDER_NOT_CONFIRMED", "order"),
        (
            {},
            {"billingAddress": None, "shippingAddress": None},
            "BILLING_ADDRESS_MISSING",
            "order:billing_address",
        ),
        ({}, {"shippingPrice": {"net": money(1), "gross": money(2)}}, "TOTALS_DIFFER", "order"),
    ],
)
def test_what_stops_an_order_is_said_with_where_to_mend_it(
    ask: Ask,
    counter: Counter,
    setting: dict[str, Any],
    changes: dict[str, Any],
    expected: str,
    place: str,
) -> None:
    for key, value in setting.items():
        SettingValue.objects.create(
            installation=counter.store, channel="europe", key=key, value=value
        )
    order_id = counter.order(**changes)
    check = ask(CHECK, counter.people["alice"], id=order_id)["data"]["invoiceCheck"]
    assert not check["canBeIssued"]
    stopping = [found for found in check["findings"] if found["severity"] == "BLOCKING"]
    assert {(found["code"], found["place"]) for found in stopping} == {(expected, place)}
    assert stopping[0]["message"]
    assert stopping[0]["remedy"]


def test_an_order_that_saleor_does_not_have(ask: Ask, counter: Counter) -> None:
    for order_id in ("", "order-404", "é" * 500):
        assert code(ask(CHECK, counter.people["alice"], id=order_id)) == "NOT_FOUND"
    counter.shop.is_down = True
    assert code(ask(CHECK, counter.people["alice"], id="order-900")) == "UNREACHABLE"


def test_it_is_refused_to(ask: Ask, counter: Counter) -> None:
    order_id, asked = counter.order(), len(counter.shop.calls)
    denied_to = {**REFUSED, "teller": "PERMISSION_DENIED", "stella": "NOT_FOUND"}
    for who, expected in denied_to.items():
        assert (who, code(ask(CHECK, counter.people[who], id=order_id))) == (who, expected)
    assert len(counter.shop.calls) == asked


@pytest.fixture
def draft(ask: Ask, counter: Counter) -> SalesDocument:
    """A prepared credit note of 10.00 EUR."""
    given = {"input": {"amount": "10"}, "draft": True}
    ask(CREDIT, counter.people["alice"], id=identity(SalesDocument.objects.get()), **given)
    return SalesDocument.objects.get(state="draft")


@pytest.mark.parametrize("who", ["alice", "erp"])
def test_a_draft_is_checked_until_it_is_issued(
    ask: Ask, counter: Counter, draft: SalesDocument, who: str
) -> None:
    before = everything()
    check = ask(DRAFT, counter.people[who], id=identity(draft))["data"]["draftCheck"]
    assert (check["canBeIssued"], check["existing"]) == (True, None)
    assert check["total"] == {"amount": "10.00", "currency": "EUR"}
    issued = SalesDocument.objects.get(state="issued")
    assert code(ask(DRAFT, counter.people[who], id=identity(issued))) == "NOT_A_DRAFT"
    assert code(ask(DRAFT, counter.people[who], id="T3JkZXI6MQ==")) == "INVALID_ID"
    assert everything() == before


def test_a_draft_whose_sums_differ_is_told(
    ask: Ask, counter: Counter, draft: SalesDocument
) -> None:
    content = codec.decode(bytes(draft.snapshot))
    wrong = replace(content, totals=replace(content.totals, gross=Decimal("10.01")))
    SalesDocument.objects.filter(pk=draft.pk).update(snapshot=codec.encode(wrong))
    check = ask(DRAFT, counter.people["alice"], id=identity(draft))["data"]["draftCheck"]
    assert not check["canBeIssued"]
    assert "TOTALS_INCONSISTENT" in {found["code"] for found in check["findings"]}


def test_a_draft_is_not_checked_for(ask: Ask, counter: Counter, draft: SalesDocument) -> None:
    refused = {**REFUSED, "teller": "PERMISSION_DENIED", "stella": "NOT_FOUND"}
    for who, expected in refused.items():
        assert (who, code(ask(DRAFT, counter.people[who], id=identity(draft)))) == (who, expected)
