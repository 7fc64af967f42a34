"""Giving money back by the way it came: asked once, told by Saleor alone."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.domain.errors import Refused
from saleor_invoices.invoices.models import (
    HistoryEntry,
    OrderRecord,
    Problem,
    RefundRequest,
    SalesDocument,
)
from saleor_invoices.invoices.services import payment_refund as service
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.tasks import refund_follow, sweep
from saleor_invoices.saleor import refunds
from tests.api.conftest import Ask
from tests.api.counter import Counter, code, identity, refusal
from tests.api.refunding import (
    ASKED,
    Give,
    asked_of,
    card,
    events,
    giver,
    observe,
    paid_by_card,
    shown,
)
from tests.invoices.desk import Desk


@pytest.fixture
def invoice(counter: Counter, desk: Desk) -> Iterator[SalesDocument]:
    """An invoice of 138.17 EUR that was paid by card; what follows is queued."""
    with paid_by_card(counter, desk) as row:
        yield row


@pytest.fixture
def give(ask: Ask, counter: Counter, invoice: SalesDocument) -> Give:
    """Have the cashier give back some of the invoice's payment."""
    return giver(ask, counter, invoice)


def test_money_goes_back_and_saleor_tells_of_it(
    give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    found = shown(give("38.17", reason="One tea was stale"))
    assert (found["state"], found["message"]) == ("DONE", "")
    assert counter.shop.variables(ASKED) == [{"id": card(counter)["id"], "amount": 38.17}]
    # Until Saleor tells, nothing has changed.
    (payment,) = found["document"]["payments"]
    assert (payment["kind"], payment["refundable"]) == ("CHARGE", {"amount": "100.00"})
    assert refusal(give("100.01", key="more"))[0] == "REFUND_INVALID"
    assert SalesDocument.objects.filter(kind="credit_note").count() == 0

    observe(counter)
    again = shown(give("38.17"))
    assert again["state"] == "DONE"
    kinds = {one["kind"]: one for one in again["document"]["payments"]}
    assert kinds["REFUND"]["amount"] == {"amount": "-38.17"}
    assert kinds["CHARGE"]["refundable"] == {"amount": "100.00"}
    assert kinds["REFUND"]["refundable"] is None
    note = SalesDocument.objects.get(kind="credit_note")
    assert (note.preceding_id, note.gross_minor) == (invoice.pk, 3817)
    assert asked_of(counter.shop) == 1
    entry = HistoryEntry.objects.get(event="refund_requested")
    assert (entry.actor, entry.params["amount_minor"]) == ("staff:VXNlcjox", 3817)
    assert events() == ["refund_requested", "refund_done"]
    assert ledger_verify().ok


def test_a_payment_app_that_takes_its_time(give: Give, counter: Counter) -> None:
    counter.shop.refund_outcome = "later"
    for _ in range(2):
        found = shown(give("100.00"))
        assert found["state"] == "REQUESTED"
        assert found["document"]["payments"][0]["refundable"] == {"amount": "38.17"}
    observe(counter)  # Saleor's order is updated, and says that it is pending
    assert shown(give("100.00"))["document"]["balance"] == {"amount": "0.00"}
    counter.shop.settle("order-1001")
    refund_follow(RefundRequest.objects.get().pk)
    observe(counter)
    found = shown(give("100.00"))
    assert found["state"] == "DONE"
    assert found["document"]["payments"][0]["refundable"] == {"amount": "38.17"}
    assert asked_of(counter.shop) == 1


def test_a_refund_that_fails_is_told_where_the_merchant_looks(
    give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    counter.shop.refund_outcome = "The card was closed."
    found = shown(give("10.00"))
    assert (found["state"], found["message"]) == ("REFUSED", "The card was closed.")
    problem = Problem.objects.get(code="REFUND_REFUSED")
    assert problem.subject == f"document:{invoice.pk}"
    assert "10.00 EUR" in problem.message
    assert "The card was closed." in problem.message
    assert found["document"]["payments"][0]["refundable"] == {"amount": "138.17"}
    assert shown(give("10.00"))["state"] == "REFUSED"
    counter.shop.refund_outcome = "success"
    assert shown(give("10.00", key="another"))["state"] == "DONE"
    problem.refresh_from_db()
    assert problem.resolved_at is not None
    assert events() == ["refund_requested", "refund_refused"] * 1 + [
        "refund_requested",
        "refund_done",
    ]


def test_saleor_says_no_in_its_own_words(give: Give, counter: Counter) -> None:
    counter.shop.refused_with = "No app or plugin is configured to handle requested action."
    found = shown(give("10.00"))
    assert found["state"] == "REFUSED"
    assert "No app or plugin is configured" in found["message"]


def test_an_answer_that_is_lost_is_no_second_refund(give: Give, counter: Counter) -> None:
    counter.shop.lost_answers.add(ASKED)
    first = shown(give("100.00"))
    assert (first["state"], bool(first["message"])) == ("REQUESTED", True)
    assert shown(give("100.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1
    assert len([e for e in card(counter)["events"] if e["type"] == "REFUND_REQUEST"]) == 1


def test_words_are_told_with_the_history_but_not_kept_in_it_for_ever(
    ask: Ask, give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    shown(give("38.17", reason="Jane's tea was stale"))
    query = "query ($id: ID!) { salesInvoice(id: $id) { history { event params } } }"

    def reasons() -> list[str]:
        found = ask(query, counter.people["alice"], id=identity(invoice))
        rows = found["data"]["salesInvoice"]["history"]
        return [one["params"].get("reason", "") for one in rows if one["event"] == events()[0]]

    assert reasons() == ["Jane's tea was stale"]
    assert "Jane" not in str(list(HistoryEntry.objects.values_list("params", flat=True)))
    RefundRequest.objects.update(reason="")  # as an erasure does
    assert reasons() == [""]


def test_who_may_not_look_has_been_asked_all_the_same(
    give: Give, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.shop.refund_outcome = "later"
    assert shown(give("100.00"))["state"] == "REQUESTED"

    def closed(*_args: Any, **_wanted: Any) -> None:
        raise Refused("The app lacks a permission in Saleor.", code="PERMISSION_MISSING")

    monkeypatch.setattr(refunds, "order_refunds", closed)
    found = shown(give("100.00"))
    assert (found["state"], "permission" in found["message"]) == ("REQUESTED", True)
    assert not Problem.objects.filter(code=service.FAILED).exists()
    assert code(give("100.00", key="again")) == "REFUND_INVALID"  # it is still on its way
    monkeypatch.undo()
    counter.shop.settle("order-1001")
    assert shown(give("100.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1


def test_a_worker_that_was_stopped_for_long_does_not_ask_a_second_time(
    give: Give, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = refunds.order_refunds

    def slowly(*args: Any, **wanted: Any) -> object:
        found = look(*args, **wanted)
        monkeypatch.setattr(refunds, "order_refunds", look)
        _lease_over()
        assert shown(give("50.00"))["state"] == "DONE"  # the next one does it
        return found

    monkeypatch.setattr(refunds, "order_refunds", slowly)
    give("50.00")
    assert asked_of(counter.shop) == 1
    assert RefundRequest.objects.get().state == "done"


def test_a_worker_that_dies_after_asking(
    give: Give, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = refunds.refund_ask

    def dies(*args: Any, **wanted: Any) -> None:
        ask(*args, **wanted)
        raise SystemExit

    monkeypatch.setattr(refunds, "refund_ask", dies)
    monkeypatch.setattr(service, "_release", lambda _request: None)  # killed: nothing is put back
    with pytest.raises(SystemExit):
        give("100.00")
    monkeypatch.undo()
    assert shown(give("100.00"))["state"] == "REQUESTED"  # somebody may still be at it
    _lease_over()
    assert shown(give("100.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1


def test_a_worker_that_dies_before_asking(
    give: Give, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_args: Any, **_wanted: Any) -> None:
        raise SystemExit

    monkeypatch.setattr(refunds, "refund_ask", dies)
    with pytest.raises(SystemExit):
        give("100.00")
    monkeypatch.undo()
    assert shown(give("100.00"))["state"] == "REQUESTED"  # Saleor may be at it
    assert asked_of(counter.shop) == 0
    past = timezone.now() - service.SETTLING - timedelta(seconds=1)
    RefundRequest.objects.update(asked_at=past)
    assert shown(give("100.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1


def test_the_sweep_follows_what_was_left(give: Give, counter: Counter, desk: Desk) -> None:
    counter.shop.refund_outcome = "later"
    give("100.00")
    counter.shop.settle("order-1001")
    sweep()
    assert "refund_follow" not in [message.name for message in desk.queued()]
    RefundRequest.objects.update(created_at=timezone.now() - timedelta(hours=1))
    sweep()
    assert "refund_follow" in [message.name for message in desk.queued()]
    refund_follow(RefundRequest.objects.get().pk)
    assert RefundRequest.objects.get().state == "done"
    refund_follow(RefundRequest.objects.get().pk)
    refund_follow(0)


def test_a_saleor_that_is_away_was_not_asked(give: Give, counter: Counter) -> None:
    counter.shop.is_down = True
    assert code(give("100.00")) == "UNREACHABLE"
    counter.shop.is_down = False
    assert shown(give("100.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1


def _lease_over() -> None:
    RefundRequest.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert OrderRecord.objects.exists()
