"""Refunds asked of the sandbox Saleor of every version: by a payment app, and of the older kind."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from saleor_invoices.domain.errors import NotFound, Refused
from saleor_invoices.saleor.refunds import PaymentRefunds, Step, order_refunds, refund_ask
from tests.plugins.sandbox import start, stop
from tests.saleor.test_with_sandbox import VERSIONS, Store, installed

TEN = Decimal("10.00")


@pytest.fixture(scope="module", params=VERSIONS)
def any_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Our app in a Saleor of each version."""
    process, sandbox = start("--saleor-version", request.param, "--retry-scale", "0.001")
    try:
        with installed(sandbox) as ready:
            yield ready
    finally:
        sandbox.http.close()
        stop(process)


def only(store: Store, order_id: str) -> PaymentRefunds:
    """The order's one payment."""
    (found,) = order_refunds(store.client, order_id=order_id).values()
    return found


def test_a_transaction_is_refunded_by_its_payment_app(any_store: Store) -> None:
    order = any_store.sandbox.place("eur_domestic", paid=True)
    before = only(any_store, order["id"])
    assert (before.is_legacy, before.events) == (False, ())
    refund_ask(any_store.client, order_id=order["id"], payment=before, amount=TEN)
    after = only(any_store, order["id"])
    assert after.available == before.available - TEN
    asked, done = after.events
    assert (asked.step, done.step) == (Step.ASKED, Step.DONE)
    assert asked.reference == done.reference != ""
    assert {asked.amount, done.amount} == {TEN}
    assert any_store.deliveries("order_refunded")


@pytest.mark.parametrize(("how", "step"), [("later", None), ("fail", Step.FAILED)])
def test_one_that_takes_its_time_or_fails(any_store: Store, how: str, step: Step | None) -> None:
    any_store.sandbox.control("config", {"refunds": how})
    try:
        order = any_store.sandbox.place("eur_domestic", paid=True)
        payment = only(any_store, order["id"])
        refund_ask(any_store.client, order_id=order["id"], payment=payment, amount=TEN)
        steps = [event.step for event in only(any_store, order["id"]).events]
    finally:
        any_store.sandbox.control("config", {"refunds": "now"})
    assert steps == [Step.ASKED, *([step] if step else [])]


def test_a_payment_of_the_older_kind_is_refunded_at_once(any_store: Store) -> None:
    order = any_store.sandbox.place("eur_domestic")
    any_store.sandbox.advance(order["id"], "pay", legacy=True)
    before = only(any_store, order["id"])
    assert before.is_legacy
    refund_ask(any_store.client, order_id=order["id"], payment=before, amount=TEN)
    after = only(any_store, order["id"])
    assert after.available == before.available - TEN
    assert [(event.step, event.amount) for event in after.events] == [(Step.DONE, TEN)]
    with pytest.raises(Refused, match="captured"):
        refund_ask(any_store.client, order_id=order["id"], payment=after, amount=Decimal(10**6))


def test_an_order_that_is_not_there(any_store: Store) -> None:
    with pytest.raises(NotFound):
        order_refunds(any_store.client, order_id="T3JkZXI6MQ==")
