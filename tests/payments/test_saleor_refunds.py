"""Refunds that staff ask for in Saleor, of payments that came through us: once, and as granted."""

import json
from datetime import timedelta
from typing import Any

from django.utils import timezone

from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.services.inbox_sweep import inbox_sweep
from saleor_invoices.invoices.models import Allocation, Movement, SalesDocument
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.payments.models import ProviderRefundRequest
from saleor_invoices.payments.services.refund_watch import refunds_sweep
from saleor_invoices.payments.services.saleor_refund import UNSURE, WRITING
from tests.payments.purse import Purse, event_of, intent
from tests.payments.test_money_back import moved, paid
from tests.plugins.fake_saleor import signature

PATH = "/webhooks/saleor/refunds/"
EVENT = "transaction_refund_requested"


def wish(shown: dict[str, Any], amount: float, number: int = 1, **parts: Any) -> dict[str, Any]:
    """What Saleor sends; ``number`` tells two requests apart."""
    asked = {"id": f"Event:{number}", "type": "REFUND_REQUEST"}
    return {
        "__typename": "TransactionRefundRequested",
        "issuedAt": timezone.now().isoformat(),
        "version": "3.22.67",
        "recipient": {"id": "QXBwOjE="},
        "transaction": {
            "pspReference": intent(shown),
            "order": {"id": "order-1001"},
            "events": [asked | {"createdAt": "2026-03-04T10:00:00+00:00"}],
        },
        "action": {"amount": amount, "currency": "EUR"},
        "grantedRefund": None,
        **parts,
    }


def ask(purse: Purse, given: dict[str, Any], **headers: str) -> tuple[int, dict[str, Any]]:
    """Saleor asks, and waits; status and answer."""
    body = json.dumps(given).encode()
    sent = {
        "Saleor-Event": EVENT,
        "Saleor-Api-Url": purse.counter.store.saleor_api_url,
        "Saleor-Signature": signature(body),
        **headers,
    }
    with purse.desk.capture(execute=True):
        answer = purse.desk.client.post(PATH, body, content_type="application/json", headers=sent)
    return answer.status_code, answer.json()


def written(purse: Purse, answer: dict[str, Any], grant: dict[str, Any] | None = None) -> None:
    """Saleor writes down what it was answered, for the grant it had asked for."""
    order = purse.shop.orders["order-1001"]
    (item,) = order["transactions"]
    amount = float(answer["amount"])
    event = event_of(item, answer["result"], amount, answer["pspReference"])
    item["events"].append(event)
    for row, name, change in (
        (item, "chargedAmount", -amount),
        (order, "totalCharged", -amount),
        (item, "refundedAmount", amount),
        (order, "totalRefunded", amount),
    ):
        row[name] = {"amount": round(row[name]["amount"] + change, 2)}
    if grant is not None:
        told = {name: event[name] for name in ("id", "type", "pspReference")}
        paid_back = {"transaction": {"id": item["id"]}, "transactionEvents": [told]}
        order["grantedRefunds"].append({**grant, **paid_back, "status": "SUCCESS"})


def settled(purse: Purse) -> None:
    """Saleor had its time; Stripe tells, and the workers work it off."""
    purse.settle()
    ProviderRefundRequest.objects.update(created_at=timezone.now() - WRITING)
    late = timezone.now() - timedelta(minutes=5)
    Delivery.objects.filter(state="pending").update(next_attempt_at=late, queued_at=late)
    inbox_sweep()
    purse.desk.work()


def test_what_staff_grant_is_given_back_and_credited_line_by_line(purse: Purse) -> None:
    invoice, shown = paid(purse)
    line = purse.shop.orders["order-1001"]["lines"][0]
    status, answer = ask(purse, wish(shown, 10.0, grantedRefund={"reason": "Scratched"}))
    assert (status, answer["result"], answer["amount"]) == (200, "REFUND_SUCCESS", "10.0")
    grant = {
        "id": "grant-1",
        "createdAt": "2026-03-04T09:59:00+00:00",
        "amount": {"amount": 10.0},
        "reason": "Scratched",
        "shippingCostsIncluded": False,
        "lines": [{"quantity": 1, "orderLine": {"id": line["id"]}}],
    }
    written(purse, answer, grant)
    settled(purse)
    purse.tell()
    assert moved() == [("charge", 13817), ("refund", -1000)]
    (note,) = SalesDocument.objects.filter(kind="credit_note", preceding=invoice)
    assert note.gross_minor == 1000
    (credited,) = decoded(note).lines
    assert credited.source_id == line["id"]
    request = ProviderRefundRequest.objects.get()
    assert (request.state, request.requested_by, request.reason) == ("done", "saleor", "Scratched")
    assert purse.shop.orders["order-1001"]["totalRefunded"] == {"amount": 10.0}
    purse.verify()


def test_it_waits_until_saleor_has_written_it_down(purse: Purse) -> None:
    _, shown = paid(purse)
    _, answer = ask(purse, wish(shown, 10.0))
    assert set(purse.deliver()) == {200}
    purse.desk.work()
    assert moved() == [("charge", 13817)]
    waiting = Delivery.objects.filter(event="refund.created").get()
    assert (waiting.state, waiting.error_code) == ("pending", "REFUND_NOT_WRITTEN")
    written(purse, answer)
    settled(purse)
    assert moved() == [("charge", 13817), ("refund", -1000)]
    purse.verify()


def test_a_request_that_comes_again_is_the_same_request(purse: Purse) -> None:
    _, shown = paid(purse)
    first = ask(purse, wish(shown, 10.0))[1]
    assert ask(purse, wish(shown, 10.0))[1] == {"pspReference": first["pspReference"]}
    second = ask(purse, wish(shown, 10.0, 2))[1]
    assert second["pspReference"] != first["pspReference"]
    written(purse, first)
    written(purse, second)
    settled(purse)
    assert moved() == [("charge", 13817), ("refund", -1000), ("refund", -1000)]
    assert ask(purse, wish(shown, 10.0))[1] == first
    purse.verify()


def test_what_can_not_be_given_back_is_said(purse: Purse) -> None:
    _, shown = paid(purse)
    other = {**shown, "stripe": {"clientSecret": "pi_unknown_secret_1"}}
    elsewhere = wish(shown, 1.0)
    elsewhere["transaction"]["order"]["id"] = "order-900"
    for given, words in (
        (wish(shown, 138.18), "No more than 138.17 of this payment can go back."),
        (wish(shown, 1.001, 2), "The refund's amount can't be used."),
        (wish(other, 1.0), "This payment did not come through this app."),
        (elsewhere, "This payment did not come through this app."),
        (
            wish(shown, 1.0, action={"amount": 1.0, "currency": "PLN"}),
            "This payment did not come through this app.",
        ),
    ):
        status, answer = ask(purse, given)
        assert (status, answer["result"], answer["message"]) == (200, "REFUND_FAILURE", words)
        assert answer["pspReference"]
    assert not ProviderRefundRequest.objects.exists()


def test_what_stripe_refuses_is_said(purse: Purse) -> None:
    _, shown = paid(purse)
    purse.stand.control("mode", {"status": 400, "path": "/v1/refunds", "next": 1})
    _, answer = ask(purse, wish(shown, 10.0))
    assert answer["result"] == "REFUND_FAILURE"
    assert answer["message"]
    again = ask(purse, wish(shown, 10.0))[1]
    assert (again["result"], again["message"]) == ("REFUND_FAILURE", answer["message"])
    assert moved() == [("charge", 13817)]


def aged(minutes: float) -> None:
    """The requests were made so long ago."""
    ProviderRefundRequest.objects.update(created_at=timezone.now() - timedelta(minutes=minutes))


def test_a_refund_whose_answer_is_lost_is_found_and_told(purse: Purse) -> None:
    _, shown = paid(purse)
    lost = {"drop_answer_next": 3, "path": "/v1/refunds", "method": "POST"}
    purse.stand.control("mode", lost)
    _, answer = ask(purse, wish(shown, 10.0))
    assert (answer["result"], answer["message"]) == ("REFUND_FAILURE", UNSURE)
    aged(1)
    with purse.desk.capture(execute=True):
        assert [refunds_sweep() for _ in range(2)] == [1, 0]
    purse.settle()
    assert moved() == [("charge", 13817), ("refund", -1000)]
    (item,) = purse.shop.orders["order-1001"]["transactions"]
    assert item["events"][-1]["type"] == "REFUND_SUCCESS"
    purse.verify()


def test_a_refund_that_never_reached_stripe_binds_no_money(purse: Purse) -> None:
    invoice, shown = paid(purse)
    purse.stand.control("mode", {"down": True, "path": "/v1/refunds", "method": "POST"})
    assert ask(purse, wish(shown, 138.17))[1]["message"] == UNSURE
    purse.stand.control("mode", {"down": False})
    aged(1)
    assert refunds_sweep() == 0  # it may be on its way
    aged(4)
    assert [refunds_sweep() for _ in range(2)] == [1, 0]
    told = invoice.history.filter(event__startswith="refund_").order_by("pk")
    assert list(told.values_list("event", flat=True)) == ["refund_requested", "refund_refused"]
    _, answer = ask(purse, wish(shown, 138.17, 2))
    assert answer["result"] == "REFUND_SUCCESS"
    written(purse, answer)
    settled(purse)
    assert moved() == [("charge", 13817), ("refund", -13817)]
    purse.verify()


def test_without_keys_nothing_is_given_back_and_no_money_is_bound(purse: Purse) -> None:
    _, shown = paid(purse)
    purse.configure(stripe_secret_key="", stripe_publishable_key="")
    _, answer = ask(purse, wish(shown, 10.0))
    assert answer["message"] == "The keys of this payment are gone."
    aged(4)
    assert [refunds_sweep() for _ in range(2)] == [1, 0]
    assert ProviderRefundRequest.objects.get().state == "refused"


def test_a_refund_on_its_way_is_told_when_it_arrives(purse: Purse) -> None:
    invoice = purse.invoice()
    shown = purse.opened(invoice)
    purse.pay(shown, payment_method="pm_card_pendingRefund")
    purse.settle()
    _, answer = ask(purse, wish(shown, 10.0))
    assert list(answer) == ["pspReference"]
    settled(purse)
    assert moved() == [("charge", 13817)]
    purse.stand.control(f"refunds/{answer['pspReference']}", {"status": "succeeded"})
    purse.settle()
    assert moved() == [("charge", 13817), ("refund", -1000)]
    (item,) = purse.shop.orders["order-1001"]["transactions"]
    told = [(event["type"], event["pspReference"]) for event in item["events"]][-1]
    assert told == ("REFUND_SUCCESS", answer["pspReference"])
    purse.verify()


def test_a_refund_that_stripe_tells_nobody_of_is_found(purse: Purse) -> None:
    _, shown = paid(purse)
    _, answer = ask(purse, wish(shown, 10.0))
    written(purse, answer)
    assert refunds_sweep() == 0  # Saleor may be writing
    ProviderRefundRequest.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    down = {"down": True, "next": 1, "path": "/v1/refunds", "method": "GET"}
    purse.stand.control("mode", down)
    with purse.desk.capture(execute=True):
        assert [refunds_sweep() for _ in range(3)] == [0, 1, 0]
    purse.settle()
    assert moved() == [("charge", 13817), ("refund", -1000)]
    purse.verify()


def test_of_a_payment_for_two_orders_the_one_gives_back_that_was_asked(purse: Purse) -> None:
    first, second = purse.invoice(1001), purse.invoice(1002)
    shown = purse.opened(first, second)
    purse.pay(shown)
    purse.settle()
    given = wish(shown, 138.17)
    given["transaction"]["order"]["id"] = "order-1002"
    assert ask(purse, given)[1]["result"] == "REFUND_SUCCESS"
    more = wish(shown, 0.01, 2)
    more["transaction"]["order"]["id"] = "order-1002"
    words = "No more than 0.00 of this payment can go back."
    assert ask(purse, more)[1]["message"] == words
    settled(purse)
    assert ask(purse, more)[1]["message"] == words
    assert (purse.shop.charged("order-1001"), purse.shop.charged("order-1002")) == (138.17, 0.0)
    for order_id in ("order-1001", "order-1002"):
        purse.tell(order_id)
    (note,) = SalesDocument.objects.filter(kind="credit_note")
    assert (note.preceding, note.gross_minor) == (second, 13817)
    purse.verify()


def test_money_that_counts_for_no_invoice_is_given_back_too(purse: Purse) -> None:
    invoice, shown = paid(purse)
    charge = Movement.objects.get(kind="charge", source="stripe")
    Allocation.objects.create(movement=charge, document=invoice, amount_minor=-13817)
    assert ask(purse, wish(shown, 10.0))[1]["result"] == "REFUND_SUCCESS"


def test_only_saleor_may_ask(purse: Purse) -> None:
    _, shown = paid(purse)
    given = wish(shown, 10.0)
    assert ask(purse, given, **{"Saleor-Signature": signature(b"{}")})[0] == 401
    assert ask(purse, given, **{"Saleor-Event": "order_paid"})[0] == 401
    assert ask(purse, given | {"recipient": {"id": "QXBwOjI="}})[0] == 401
    other = {"Saleor-Api-Url": purse.counter.other.saleor_api_url}
    assert ask(purse, given, **other)[0] == 401
    order_paid = given | {"__typename": "OrderPaid"}
    assert ask(purse, order_paid, **{"Saleor-Event": "order_paid"})[0] == 400
    assert ask(purse, {"errors": [{"message": "Boom."}]})[0] == 400
    assert purse.desk.client.get(PATH).status_code == 405
    assert not ProviderRefundRequest.objects.exists()


def test_a_store_can_not_give_back_what_another_was_paid(purse: Purse) -> None:
    _, shown = paid(purse)
    given = wish(shown, 10.0) | {"recipient": {"id": "QXBwOjI="}}
    other = {"Saleor-Api-Url": purse.counter.other.saleor_api_url}
    _, answer = ask(purse, given, **other)
    assert answer["message"] == "This payment did not come through this app."


def test_saleor_offers_the_refund_while_there_is_something_left(purse: Purse) -> None:
    invoice, shown = paid(purse)
    offered = purse.shop.actions
    assert offered == [["REFUND"]]
    purse.refund(invoice, "38.17")
    purse.settle()
    purse.stand.control("refunds", {"payment_intent": intent(shown), "amount": 10000})
    purse.settle()
    assert offered == [["REFUND"], ["REFUND"], []]
