"""Giving money back by the way it came: once, never more than there is, told by Saleor alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.domain.errors import AppError, Refused
from saleor_invoices.invoices.models import (
    Allocation,
    HistoryEntry,
    Movement,
    OrderRecord,
    Problem,
    RefundRequest,
    SalesDocument,
)
from saleor_invoices.invoices.services import payment_refund as service
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import order_invoice_now, order_read
from saleor_invoices.invoices.tasks import refund_follow, sweep
from saleor_invoices.saleor import refunds
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.api.conftest import Ask
from tests.api.counter import REFUSED, Counter, code, everything, identity, refusal
from tests.invoices.conftest import sells
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example, money
from tests.invoices.test_issue_concurrently import together
from tests.plugins import factories
from tests.saleor.fake_saleor import served

REFUND = """mutation ($payment: ID!, $document: ID!, $amount: ExactDecimal!, $key: String!,
  $reason: String! = "") { salesPaymentRefund(paymentId: $payment, documentId: $document,
  amount: $amount, idempotencyKey: $key, reason: $reason) { state message document {
    balance { amount } payments { id kind amount { amount } refundable { amount } } } } }"""
ASKED = "transactionRequestAction"
Give = Callable[..., dict[str, Any]]


@pytest.fixture
def invoice(counter: Counter, desk: Desk) -> Iterator[SalesDocument]:
    """An invoice of 138.17 EUR that was paid by card; what follows is queued."""
    row = counter.invoice(transactions=_card_of("item-1001"))
    counter.shop.calls.clear()
    with desk.capture():
        yield row


@pytest.fixture
def give(ask: Ask, counter: Counter, invoice: SalesDocument) -> Give:
    """Have the cashier give back some of the invoice's payment."""

    def asked(amount: str, key: str = "k", who: str = "cashier", **more: Any) -> dict[str, Any]:
        given = {"payment": payment_of(invoice), "document": identity(invoice), **more}
        return ask(REFUND, counter.people[who], amount=amount, key=key, **given)

    return asked


def payment_of(invoice: SalesDocument) -> str:
    """The id of its first payment."""
    row = Allocation.objects.filter(document=invoice).order_by("pk").first()
    assert row is not None
    return global_id("SalesPayment", row.movement_id)


def shown(answer: dict[str, Any]) -> dict[str, Any]:
    """What came of it."""
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["salesPaymentRefund"]
    return found


def observe(counter: Counter, order_id: str = "order-1001") -> None:
    """Saleor tells of the order, as by a webhook."""
    counter.shop.orders[order_id]["updatedAt"] = timezone.now().isoformat()
    found = order_read(installation=counter.store, order_id=order_id)
    order_observe(installation=counter.store, order=found.order, issued_at=found.as_of)


def asked_of(shop: Shop) -> int:
    """How often Saleor was asked to give money back."""
    return sum(name in (ASKED, "orderRefund") for name in shop.operations)


def events() -> list[str]:
    """What the history tells of refunds."""
    rows = HistoryEntry.objects.filter(event__startswith="refund_").order_by("pk")
    return [row.event for row in rows]


def test_money_goes_back_and_saleor_tells_of_it(
    give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    found = shown(give("38.17", reason="One tea was stale"))
    assert (found["state"], found["message"]) == ("DONE", "")
    assert counter.shop.variables(ASKED) == [{"id": _card(counter)["id"], "amount": 38.17}]
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
    assert len([e for e in _card(counter)["events"] if e["type"] == "REFUND_REQUEST"]) == 1


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


def test_what_somebody_else_gave_back_is_not_ours(give: Give, counter: Counter) -> None:
    counter.shop._do_transaction_request_action({"id": _card(counter)["id"], "amount": 50.0})
    observe(counter)
    assert shown(give("50.00"))["state"] == "DONE"
    assert asked_of(counter.shop) == 1
    assert [e["type"] for e in _card(counter)["events"]].count("REFUND_SUCCESS") == 2
    assert shown(give("30.00", key="third"))["state"] == "DONE"
    assert len(set(RefundRequest.objects.values_list("event_id", flat=True))) == 2


def test_what_saleor_gave_back_meanwhile_is_not_there(give: Give, counter: Counter) -> None:
    counter.shop._do_transaction_request_action({"id": _card(counter)["id"], "amount": 100.0})
    found = shown(give("50.00"))
    assert found["state"] == "REFUSED"
    assert "38.17" in found["message"]
    assert asked_of(counter.shop) == 0


@pytest.mark.parametrize(
    ("amount", "field"),
    [("0", "amount"), ("-1", "amount"), ("1.001", "amount"), ("138.18", "amount")],
)
def test_what_can_not_be_given_back(give: Give, counter: Counter, amount: str, field: str) -> None:
    before = everything()
    assert refusal(give(amount))[0] == "REFUND_INVALID"
    assert refusal(give(amount))[1]["field"] == field
    assert everything() == before
    assert asked_of(counter.shop) == 0


def test_two_refunds_are_never_more_than_the_payment(give: Give, counter: Counter) -> None:
    counter.shop.refund_outcome = "later"
    assert shown(give("100.00"))["state"] == "REQUESTED"
    assert refusal(give("38.18", key="second")) == (
        "REFUND_INVALID",
        {"field": "amount", "left": "38.17"},
    )
    assert shown(give("38.17", key="second"))["state"] == "REQUESTED"
    assert asked_of(counter.shop) == 2


def test_a_key_is_of_one_refund(give: Give) -> None:
    give("10.00")
    assert code(give("11.00")) == "IDEMPOTENCY_KEY_REUSED"
    for key in ("", "x" * 101, "a\nb"):
        assert code(give("10.00", key=key)) == "IDEMPOTENCY_KEY_INVALID"
    assert code(give("10.00", key="n", reason="x" * 301)) == "REASON_TOO_LONG"


def test_a_payment_that_a_person_recorded_goes_back_by_hand(
    give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    movement = Movement.objects.create(
        installation=counter.store, order=invoice.order, kind="manual", amount_minor=500,
        currency="EUR", key="manual:1", source="manual", occurred_at=timezone.now(),
    )  # fmt: skip
    Allocation.objects.create(movement=movement, document=invoice, amount_minor=500)
    found = give("1.00", payment=global_id("SalesPayment", movement.pk))
    assert code(found) == "NOT_REFUNDABLE"
    by_hand = shown(give("1.00"))["document"]["payments"][-1]
    assert (by_hand["kind"], by_hand["refundable"]) == ("MANUAL", None)


def test_a_payment_counts_for_its_own_documents_only(give: Give, counter: Counter) -> None:
    other = counter.invoice(1002, transactions=_card_of("item-1002"))
    assert code(give("1.00", document=identity(other))) == "NOT_REFUNDABLE"


def test_a_payment_of_the_older_kind(ask: Ask, counter: Counter, desk: Desk) -> None:
    step = {"id": "t1", "token": "x", "kind": "CAPTURE", "isSuccess": True}
    when = {"created": "2026-03-02T09:20:00+00:00"}
    payment = {
        "id": "UGF5bWVudDox", "gateway": "mirumee.payments.dummy", "isActive": True, **when,
        "pspReference": "p1", "capturedAmount": money(138.17),
        "transactions": [{**step, **when, "amount": money(138.17)}],
    }  # fmt: skip
    with desk.capture():
        invoice = counter.invoice(1003, transactions=[], payments=[payment])
        given = {"payment": payment_of(invoice), "document": identity(invoice)}

        def give(amount: str, key: str) -> dict[str, Any]:
            return ask(REFUND, counter.people["cashier"], amount=amount, key=key, **given)

        counter.shop.lost_answers.add("orderRefund")
        assert shown(give("38.17", "k"))["state"] == "REQUESTED"
        assert shown(give("38.17", "k"))["state"] == "DONE"
        assert counter.shop.variables("orderRefund") == [{"id": "order-1003", "amount": 38.17}]
        observe(counter, "order-1003")
        found = shown(give("38.17", "k"))["document"]["payments"]
    assert found[0]["refundable"] == {"amount": "100.00"}
    assert SalesDocument.objects.get(kind="credit_note").gross_minor == 3817


@pytest.mark.parametrize("who", [*REFUSED, "alice", "teller", "erp"])
def test_money_is_for_cashiers_among_the_staff(give: Give, counter: Counter, who: str) -> None:
    before = everything()
    assert code(give("1.00", who=who)) == REFUSED.get(who, "PERMISSION_DENIED")
    assert everything() == before
    assert asked_of(counter.shop) == 0


def test_another_stores_cashier_finds_nothing(
    ask: Ask, give: Give, counter: Counter, invoice: SalesDocument
) -> None:
    assert code(give("1.00", who="stella")) == "NOT_FOUND"
    assert asked_of(counter.shop) == 0


def test_only_staff_see_what_can_be_given_back(
    ask: Ask, counter: Counter, invoice: SalesDocument
) -> None:
    query = "query ($id: ID!) { salesInvoice(id: $id) { payments { refundable { amount } } } }"
    for who, expected in (("alice", {"amount": "138.17"}), ("erp", None), ("charlie", None)):
        found = ask(query, counter.people[who], id=identity(invoice))["data"]["salesInvoice"]
        assert found["payments"] == [{"refundable": expected}], who


@pytest.mark.django_db(transaction=True)
def test_the_same_and_other_refunds_at_once() -> None:
    shop = Shop()
    with served(shop) as url:
        shop.url = url
        store = factories.installation(url)
        invoice, movement = _paid_invoice(shop, store, sells(store))

        def job(amount: str, key: str) -> Callable[[], object]:
            refund = service.Refund(
                movement=movement, document=invoice, amount=Decimal(amount), key=key
            )
            return lambda: _tried(refund)

        states = together([*[job("100.00", "k")] * 4, *[job("60.00", "other")] * 4])
    asked = shop.variables(ASKED)
    assert len(asked) == 1, states
    # Whoever comes when the first is done and the ledger does not know it yet, Saleor's own sum
    # refuses, and the ledger's whoever comes before.
    assert RefundRequest.objects.exclude(state="refused").count() == 1, states


def _tried(refund: service.Refund) -> object:
    try:
        return service.payment_refund(refund=refund, actor="staff:1").state
    except AppError as error:
        return error.code


def _paid_invoice(
    shop: Shop, store: Installation, seller: LegalEntity
) -> tuple[SalesDocument, Movement]:
    shop.add(example("order_fully_paid"), id="order-1", number="1")
    invoice = order_invoice_now(installation=store, order_id="order-1")
    movement = Movement.objects.select_related("order").get(order__order_id="order-1")
    return invoice, movement


def _card_of(item: str) -> list[dict[str, Any]]:
    """The transactions of the example, with an id of their own."""
    (found,) = example("order_fully_paid")["order"]["transactions"]
    return [{**found, "id": item, "events": [dict(event) for event in found["events"]]}]


def _card(counter: Counter) -> dict[str, Any]:
    found: dict[str, Any] = counter.shop.orders["order-1001"]["transactions"][0]
    return found


def _lease_over() -> None:
    RefundRequest.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert OrderRecord.objects.exists()
