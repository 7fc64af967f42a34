"""Bad input gets a clear answer, nothing is issued or changed by it, and nothing is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from saleor_invoices.inbox import backoff
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.invoices.models import (
    NumberSeries,
    OrderRecord,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example, money
from tests.saleor.fake_saleor import Reply, failure

pytestmark = pytest.mark.django_db


def assert_nothing_issued() -> None:
    """No document, no number taken, no work begun."""
    for model in (SalesDocument, NumberSeries, Publication, RenderJob):
        assert not model._default_manager.exists()


def _due_again(desk: Desk, delivery: Delivery) -> None:
    """Let time pass until the delivery's next attempt, and work it off."""
    Delivery.objects.filter(pk=delivery.pk).update(next_attempt_at=timezone.now())
    appointments, desk.later = desk.later, []
    for message in appointments:
        desk.run(message)
    desk.work()
    delivery.refresh_from_db()


def test_a_payload_of_errors_alone_becomes_a_problem_and_can_be_replayed(
    desk: Desk, shop: Shop
) -> None:
    body = {"errors": [{"message": "Cannot return null for non-nullable field Order.origin."}]}
    delivery = desk.handle("order_fully_paid", body)

    problem = Problem.objects.get()
    assert (delivery.state, delivery.error_code) == ("failed", "PAYLOAD_UNUSABLE")
    assert (problem.code, problem.subject) == (
        "DELIVERY_PAYLOAD_UNUSABLE",
        f"delivery:{delivery.pk}",
    )
    assert "Order.origin" in problem.message
    assert not OrderRecord.objects.exists()
    assert shop.operations == []
    assert_nothing_issued()


def test_an_order_with_errors_is_asked_for_instead_of_guessed(desk: Desk, shop: Shop) -> None:
    payload = example("order_fully_paid")
    shop.add(payload)
    payload["errors"] = [{"message": "A field could not be resolved."}]
    delivery = desk.handle("order_fully_paid", payload)
    assert delivery.state == "done"
    assert shop.operations[0] == "orderWithCardEvents"
    assert SalesDocument.objects.get().gross_minor == 13817


def test_an_order_that_lacks_what_an_older_subscription_did_not_select_is_asked_for(
    desk: Desk, shop: Shop
) -> None:
    payload = example("order_fully_paid")
    shop.add(payload)
    old = {**payload, "order": {**payload["order"]}}
    del old["order"]["totalRefunded"]
    desk.handle("order_fully_paid", old)
    assert shop.operations[0] == "orderWithCardEvents"
    assert SalesDocument.objects.count() == 1


@pytest.mark.parametrize("version", ["3.20.119", "3.21.69"])
def test_an_older_saleor_is_asked_without_the_events_it_does_not_show(
    desk: Desk, shop: Shop, store: Installation, version: str
) -> None:
    store.saleor_version = version
    store.save()
    payload = example("order_fully_paid")
    shop.add(payload)
    desk.handle("order_fully_paid", {**payload, "errors": [{"message": "?"}]})
    assert shop.operations[0] == "order"


def test_a_request_without_an_order_but_with_its_id_is_answered_from_a_query(
    desk: Desk, shop: Shop
) -> None:
    payload = example("invoice_requested")
    shop.request_invoice(shop.add(payload)["id"])
    reference = {"id": payload["order"]["id"], "number": "1001"}
    desk.handle("invoice_requested", {**payload, "order": reference})
    assert shop.invoices["SW52b2ljZTo5"]["number"] == SalesDocument.objects.get().number


def test_a_request_without_any_order_is_a_problem(desk: Desk, shop: Shop) -> None:
    payload = {**example("invoice_requested"), "order": None}
    delivery = desk.handle("invoice_requested", payload)
    assert delivery.state == "failed"
    assert Problem.objects.get().code == "DELIVERY_PAYLOAD_UNUSABLE"
    assert_nothing_issued()


@pytest.mark.parametrize("event", ["invoice_requested", "invoice_deleted", "invoice_sent"])
def test_an_invoice_event_without_the_invoice_is_a_problem(
    desk: Desk, shop: Shop, event: str
) -> None:
    delivery = desk.handle(event, {**example(event), "invoice": None})
    assert (delivery.state, delivery.error_code) == ("failed", "PAYLOAD_UNUSABLE")
    assert shop.operations == []
    assert_nothing_issued()


def test_an_order_that_saleor_does_not_know_is_a_problem(desk: Desk, shop: Shop) -> None:
    payload = {**example("order_fully_paid"), "errors": [{"message": "?"}]}
    delivery = desk.handle("order_fully_paid", payload)
    assert (delivery.state, delivery.error_code) == ("failed", "NOT_FOUND")
    assert Problem.objects.get().code == "DELIVERY_NOT_FOUND"
    assert_nothing_issued()


def test_an_order_without_billing_address_is_not_issued(desk: Desk, shop: Shop) -> None:
    delivery = desk.handle("order_fully_paid", example("order_fully_paid", billingAddress=None))
    problem = Problem.objects.get()
    assert delivery.state == "done"
    assert (problem.code, problem.resolved_at) == ("BILLING_ADDRESS_MISSING", None)
    assert problem.params["order_number"] == "1001"
    assert problem.remedy
    assert_nothing_issued()


def test_an_unknown_currency_is_a_problem_of_the_order(desk: Desk, shop: Shop) -> None:
    payload = example("order_fully_paid")
    payload["order"]["total"]["currency"] = "XX1"
    payload["order"]["channel"]["currencyCode"] = "XX1"
    delivery = desk.handle("order_fully_paid", payload)
    problem = Problem.objects.get()
    assert delivery.state == "done"
    assert (problem.code, problem.params["currency"]) == ("UNKNOWN_CURRENCY", "XX1")
    assert problem.subject == f"order:{payload['order']['id']}"
    assert OrderRecord.objects.get().seen_issued_at is None  # no amount of it was believed
    assert_nothing_issued()


def test_an_unknown_currency_is_refused_on_request_too(desk: Desk, shop: Shop) -> None:
    payload = example("invoice_requested")
    payload["order"]["total"]["currency"] = "XX1"
    shop.request_invoice(shop.add(payload)["id"])
    desk.handle("invoice_requested", payload)
    assert Problem.objects.get().code == "UNKNOWN_CURRENCY"
    assert shop.mutations() == []
    assert_nothing_issued()


@pytest.mark.parametrize(
    ("sum_name", "net", "gross", "words"),
    [
        ("gross", 117.38, 137.17, "The gross total of order 1001 is 137.17 EUR"),
        ("gross", 117.38, 139.17, "The gross total of order 1001 is 139.17 EUR"),
        ("net", 116.38, 138.17, "The net total of order 1001 is 116.38 EUR"),
    ],
)
def test_sums_that_differ_stop_the_issue_and_are_named(
    desk: Desk, shop: Shop, sum_name: str, net: float, gross: float, words: str
) -> None:
    total = {"currency": "EUR", "net": money(net), "gross": money(gross)}
    desk.handle("order_fully_paid", example("order_fully_paid", total=total))
    problem = Problem.objects.get()
    assert problem.code == "TOTALS_DIFFER"
    assert words in problem.message
    assert "1.00 too" in problem.message
    assert problem.params["sum"] == sum_name
    assert_nothing_issued()


def test_a_difference_of_a_cent_is_shown_and_not_refused(desk: Desk, shop: Shop) -> None:
    total = {"currency": "EUR", "net": money(117.38), "gross": money(138.18)}
    payload = example("order_fully_paid", total=total, totalCharged=money(138.18))
    shop.add(payload)
    desk.handle("order_fully_paid", payload)
    document = SalesDocument.objects.get()
    assert (document.gross_minor, document.collectable_minor) == (13817, 13818)
    assert document.history.get(event="issued").params["findings"] == ["ROUNDING_DIFFERENCE"]
    assert not Problem.objects.exists()


def test_a_channel_without_seller_is_a_problem_that_configuring_heals(
    client: Client, store: Installation, shop: Shop, django_capture_on_commit_callbacks: Any
) -> None:
    from tests.invoices.conftest import sells

    counter = Desk(client, store, django_capture_on_commit_callbacks)
    payload = example("order_fully_paid")
    shop.add(payload)
    counter.handle("order_fully_paid", payload)
    problem = Problem.objects.get()
    assert (problem.code, problem.params["channel"]) == ("LEGAL_ENTITY_MISSING", "europe")
    assert_nothing_issued()

    sells(store)
    counter.handle("order_updated", example("order_updated"))
    problem.refresh_from_db()
    assert problem.resolved_at is not None
    assert SalesDocument.objects.count() == 1


def test_a_seller_that_cannot_be_read_is_a_problem(
    desk: Desk, shop: Shop, seller: LegalEntity
) -> None:
    seller.seller = {"name": 5}
    seller.save()
    desk.handle("order_fully_paid", example("order_fully_paid"))
    assert Problem.objects.get().code == "SELLER_INVALID"
    assert_nothing_issued()


@pytest.mark.parametrize(
    "fault",
    [Reply(b"down", status=503), Reply(b"<html>oops</html>"), failure("Internal Server Error")],
    ids=["503", "no JSON", "internal error"],
)
def test_what_may_heal_is_tried_again_and_nothing_is_lost(
    desk: Desk, shop: Shop, fault: Reply
) -> None:
    payload = {**example("order_fully_paid"), "errors": [{"message": "?"}]}
    shop.add(payload)
    shop.faults["orderWithCardEvents"] = [fault, fault]  # the client tries twice by itself
    delivery = desk.handle("order_fully_paid", payload)

    assert (delivery.state, delivery.attempts) == ("pending", 1)
    assert delivery.error_code in {"UNREACHABLE", "BAD_ANSWER"}
    assert delivery.next_attempt_at is not None
    assert delivery.next_attempt_at > timezone.now() + timedelta(seconds=3)
    assert not Problem.objects.exists()  # not yet: it may still heal by itself
    assert_nothing_issued()

    _due_again(desk, delivery)
    assert (delivery.state, delivery.attempts) == ("done", 2)
    assert SalesDocument.objects.count() == 1


def test_a_saleor_that_stays_down_becomes_a_problem_and_heals_with_it(
    desk: Desk, shop: Shop
) -> None:
    payload = {**example("order_fully_paid"), "errors": [{"message": "?"}]}
    shop.add(payload)
    shop.is_down = True
    delivery = desk.deliver("order_fully_paid", payload)
    Delivery.objects.update(attempts=backoff.MAX_ATTEMPTS - 1)
    desk.work()
    delivery.refresh_from_db()
    problem = Problem.objects.get(code="DELIVERY_UNREACHABLE")
    assert delivery.state == "failed"
    assert problem.resolved_at is None
    assert_nothing_issued()

    shop.is_down = False
    desk.handle("order_fully_paid", payload)  # Saleor sends it again, byte for byte
    delivery.refresh_from_db()
    problem.refresh_from_db()
    assert delivery.state == "done"
    assert problem.resolved_at is not None
    assert SalesDocument.objects.count() == 1


def test_work_stops_for_a_store_that_removed_the_app_and_its_documents_stay(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    payload = example("order_fully_paid")
    shop.add(payload)
    desk.handle("order_fully_paid", payload)
    shop.is_removed = True
    broken = {**example("order_updated"), "errors": [{"message": "?"}]}
    delivery = desk.handle("order_updated", broken)

    store.refresh_from_db()
    assert store.state == "disconnected"
    assert (delivery.state, delivery.error_code) == ("failed", "DISCONNECTED")
    assert SalesDocument.objects.count() == 1
    assert SalesDocument.objects.get().files.filter(kind="pdf").count() == 1


def test_an_order_of_another_policy_does_not_reach_saleor(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="on_request")
    desk.handle("order_fully_paid", example("order_fully_paid"))
    assert shop.operations == []
    assert_nothing_issued()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("total", {"currency": "EUR", "net": money(0.0), "gross": money(1.0)}),
        ("lines", [{"id": "x"}]),
        ("lines", "none"),
        ("totalCharged", None),
        ("created", "yesterday"),
    ],
)
def test_an_unreadable_order_is_asked_for_and_never_guessed(
    desk: Desk, shop: Shop, field: str, value: object
) -> None:
    payload = example("order_fully_paid")
    shop.add(payload)
    odd = {**payload, "order": {**payload["order"], field: value}}
    if field == "total":
        odd["order"][field]["net"]["amount"] = 10**40
    desk.handle("order_fully_paid", odd)
    assert shop.operations[0] == "orderWithCardEvents"
    assert SalesDocument.objects.get().gross_minor == 13817
