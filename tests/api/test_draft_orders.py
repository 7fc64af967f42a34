"""Drafts that begin from an order: its invoice, edited; never a second one."""

from typing import Any

import pytest

from saleor_invoices.invoices.models import OrderCoverage, OrderRecord, Problem, SalesDocument
from saleor_invoices.invoices.services import draft_make
from saleor_invoices.invoices.services.draft_make import draft_document, orders_forget
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_pending import order_retry
from tests.api.conftest import Ask
from tests.api.counter import Counter, code, everything, refusal
from tests.api.drafting import CHECK, CREATE, DISCARD, ISSUE, OF_ORDER, PREVIEW, UPDATE
from tests.invoices.desk import Desk
from tests.invoices.shop import money
from tests.saleor.fake_saleor import Reply


@pytest.fixture(autouse=True)
def _fresh() -> None:
    orders_forget()


def begun(ask: Ask, counter: Counter, order: str, **changes: Any) -> dict[str, Any]:
    """The order as a form to send back."""
    answer = ask(OF_ORDER, counter.people["alice"], id=order)
    assert "errors" not in answer, answer
    return {**answer["data"]["salesDraftOfOrder"], **changes}


def kept(ask: Ask, counter: Counter, given: dict[str, Any], key: str = "k") -> dict[str, Any]:
    """The form as a draft."""
    answer = ask(CREATE, counter.people["alice"], input=given, key=key)
    assert "errors" not in answer, answer
    draft: dict[str, Any] = answer["data"]["draftCreate"]["draft"]
    return draft


def previewed(ask: Ask, counter: Counter, given: dict[str, Any]) -> dict[str, Any]:
    """What the form would become."""
    found: dict[str, Any] = ask(PREVIEW, counter.people["alice"], input=given)["data"]
    shown: dict[str, Any] = found["salesDraftPreview"]
    return shown


def places(found: dict[str, Any]) -> dict[str, str]:
    """Code and place of each finding."""
    return {one["code"]: one["place"] for one in found["findings"]}


def issued(ask: Ask, counter: Counter, draft: dict[str, Any]) -> dict[str, Any]:
    """The draft's invoice."""
    answer = ask(ISSUE, counter.people["alice"], id=draft["id"])
    assert "errors" not in answer, answer
    document: dict[str, Any] = answer["data"]["draftIssue"]["document"]
    return document


def test_an_order_fills_the_form(ask: Ask, counter: Counter) -> None:
    given = begun(ask, counter, counter.order())
    assert (given["orderId"], given["channel"], given["currency"]) == (
        "order-1001",
        "europe",
        "EUR",
    )
    assert len(given["lines"]) == 2
    assert given["charges"][0]["id"] == "shipping"
    shown = previewed(ask, counter, given)
    assert shown["total"]["amount"] == "138.17"
    assert "ORDER_TOTAL_DIFFERS" not in places(shown)


def test_what_was_paid_is_not_asked_for_again(ask: Ask, counter: Counter) -> None:
    given = begun(ask, counter, counter.order())
    shown = previewed(ask, counter, given)
    assert (shown["payable"]["amount"], shown["dueDate"]) == ("0.00", None)
    document = issued(ask, counter, kept(ask, counter, given))
    assert (document["payable"]["amount"], document["paymentStatus"]) == ("0.00", "PAID")
    assert ledger_verify().faults == []


def test_the_edited_invoice_covers_the_order(ask: Ask, counter: Counter, desk: Desk) -> None:
    given = begun(ask, counter, counter.order(paid=False))
    given["lines"][0]["unitPrice"] = "1.00"
    given["buyer"]["name"] = "Sample Buyer Holding GmbH"
    shown = previewed(ask, counter, given)
    assert places(shown)["ORDER_TOTAL_DIFFERS"] == "orderId"
    assert shown["canBeIssued"]
    draft = kept(ask, counter, given)
    assert draft["document"]["orderId"] == "order-1001"
    with desk.capture(execute=True):
        document = issued(ask, counter, draft)
    row = SalesDocument.objects.get(number=document["number"])
    assert row.buyer_name == "Sample Buyer Holding GmbH"
    assert OrderCoverage.objects.get(document=row).part == "order"
    desk.work()
    shown_in_saleor = [one["number"] for one in counter.shop.invoices.values()
                       if one["order"] == "order-1001"]  # fmt: skip
    assert shown_in_saleor == [row.number]
    # That it differs was meant: nobody is told to correct it.
    assert OrderRecord.objects.get(order_id="order-1001").difference
    assert not Problem.objects.filter(code="ORDER_CHANGED").exists()
    order_retry(installation=counter.store, order_id="order-1001", actor="app")
    assert not Problem.objects.filter(code="ORDER_CHANGED").exists()
    counter.order(paid=False, shippingPrice={"net": money(5), "gross": money(5.95)})
    order_retry(installation=counter.store, order_id="order-1001", actor="app")
    assert ledger_verify().faults == []


def test_a_policy_that_fires_while_a_draft_waits_makes_the_invoice(
    ask: Ask, counter: Counter
) -> None:
    draft = kept(ask, counter, begun(ask, counter, counter.order()))
    other = order_retry(installation=counter.store, order_id="order-1001", actor="app")
    assert other is not None
    alice, before = counter.people["alice"], everything()
    found, params = refusal(ask(ISSUE, alice, id=draft["id"]))
    assert (found, params["number"]) == ("ORDER_COVERED", other.number)
    assert everything() == before
    check = ask(CHECK, alice, id=draft["id"])["data"]["draftCheck"]
    assert places(check)["ORDER_COVERED"] == "orderId"
    assert check["canBeIssued"] is False
    assert ask(DISCARD, alice, id=draft["id"])["data"]["draftDiscard"]["discarded"]
    assert SalesDocument.objects.filter(order__order_id="order-1001").count() == 1


def test_an_issued_draft_keeps_the_policy_from_a_second_invoice(ask: Ask, counter: Counter) -> None:
    document = issued(ask, counter, kept(ask, counter, begun(ask, counter, counter.order())))
    again = order_retry(installation=counter.store, order_id="order-1001", actor="app")
    assert again is not None
    assert again.number == document["number"]


def test_two_drafts_of_one_order_become_one_invoice(ask: Ask, counter: Counter) -> None:
    given = begun(ask, counter, counter.order())
    first, second = kept(ask, counter, given), kept(ask, counter, given, "another")
    issued(ask, counter, first)
    assert code(ask(ISSUE, counter.people["alice"], id=second["id"])) == "ORDER_COVERED"
    assert issued(ask, counter, first)["state"] == "ISSUED"


def test_a_draft_can_be_given_another_order(ask: Ask, counter: Counter) -> None:
    draft = kept(ask, counter, begun(ask, counter, counter.order()))
    other = begun(ask, counter, counter.order(1002))
    answer = ask(UPDATE, counter.people["alice"], id=draft["id"], version=1, input=other)
    assert answer["data"]["draftUpdate"]["draft"]["document"]["orderId"] == "order-1002"
    issued(ask, counter, draft)
    assert OrderCoverage.objects.filter(order__order_id="order-1002").exists()
    assert not OrderCoverage.objects.filter(order__order_id="order-1001").exists()


def test_an_unconfirmed_order_blocks_at_the_order(ask: Ask, counter: Counter) -> None:
    given = begun(ask, counter, counter.order(status="UNCONFIRMED"))
    assert places(previewed(ask, counter, given))["ORDER_NOT_CONFIRMED"] == "orderId"
    draft = kept(ask, counter, given)
    assert code(ask(ISSUE, counter.people["alice"], id=draft["id"])) == "ORDER_NOT_CONFIRMED"


def test_a_preview_reads_the_order_once_a_minute(
    ask: Ask, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = begun(ask, counter, counter.order())
    asked = len(counter.shop.calls)
    for _ in range(3):
        previewed(ask, counter, given)
    assert len(counter.shop.calls) == asked
    monkeypatch.setattr(draft_make, "KEPT_SECONDS", 0.0)
    previewed(ask, counter, given)
    assert len(counter.shop.calls) == asked + 1


def test_a_preview_goes_on_while_saleor_is_away(ask: Ask, counter: Counter) -> None:
    given = begun(ask, counter, counter.order())
    orders_forget()
    counter.shop.faults["orderWithCardEvents"] = [Reply({}, status=503)] * 2
    shown = previewed(ask, counter, given)
    assert places(shown)["ORDER_UNREAD"] == "orderId"
    assert (shown["total"]["amount"], shown["canBeIssued"]) == ("138.17", True)
    del counter.shop.orders["order-1001"]
    shown = previewed(ask, counter, given)
    assert (places(shown)["NOT_FOUND"], shown["canBeIssued"]) == ("orderId", False)
    assert code(ask(OF_ORDER, counter.people["alice"], id="order-1001")) == "NOT_FOUND"


def test_the_document_of_a_draft_is_that_of_today(ask: Ask, counter: Counter) -> None:
    given = begun(ask, counter, counter.order())
    draft = kept(ask, counter, given)
    row = SalesDocument.objects.get(draft_form__key__endswith=":k")
    document = draft_document(draft=row)
    assert document.order is not None
    assert (document.order.number, document.number) == ("1001", "")
    assert str(document.totals.payable) == "0.00"
    number = issued(ask, counter, draft)["number"]
    row.refresh_from_db()
    assert draft_document(draft=row).number == number
