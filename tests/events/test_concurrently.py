"""Many workers at once, and workers that die: each fact is one event, and none is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.domain.errors import AppError
from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord, EventType
from saleor_invoices.events.services import delivery_send as sending
from saleor_invoices.events.services.delivery_decide import delivery_retry
from saleor_invoices.events.services.delivery_send import MAX_ATTEMPTS, delivery_send
from saleor_invoices.events.services.endpoint_write import endpoint_delete
from saleor_invoices.events.services.overdue_find import overdue_find
from saleor_invoices.invoices.models import Movement
from saleor_invoices.invoices.services.credit_issue import Credit, credit_note_create
from saleor_invoices.invoices.services.order_observe import order_invoice, order_observe
from saleor_invoices.stores.models import Installation
from tests.events.conftest import Listen, again, issued, types
from tests.events.receiver import Receiver
from tests.invoices.money import Life
from tests.invoices.orders import at
from tests.invoices.test_issue_concurrently import together

pytestmark = pytest.mark.django_db(transaction=True)

State = EventDelivery.State


class Killed(BaseException):
    """The process is gone: no handler of ours runs."""


def test_an_order_issued_by_eight_at_once_is_one_event(store: Installation, listen: Listen) -> None:
    listen()
    life = Life(store)
    together([lambda: order_invoice(installation=store, order=life.order, issued_at=at(0))] * 8)
    assert types() == ["invoice.issued"]


def test_money_heard_of_by_eight_at_once_is_one_event(store: Installation, listen: Listen) -> None:
    listen(EventType.INVOICE_PAYMENT_CHANGED)
    life = issued(store).charge("100.00")
    together([lambda: order_observe(installation=store, order=life.order, issued_at=at(9))] * 8)
    assert (EventRecord.objects.count(), Movement.objects.count()) == (1, 1)


def test_credits_and_payments_at_once_are_an_event_each(
    store: Installation, listen: Listen
) -> None:
    listen()
    life = issued(store)
    invoice = life.invoice

    def credit(number: int) -> object:
        wanted = Credit(
            cause=f"request:{number % 2}", request=CreditRequest(everything=True), actor="staff:1"
        )
        try:
            return credit_note_create(invoice=invoice, credit=wanted).pk
        except AppError as error:  # nothing is left to be credited
            return error.code

    life.charge("100.00")
    pay = [lambda: order_observe(installation=store, order=life.order, issued_at=at(9))] * 4
    together([*[lambda n=n: credit(n) for n in range(4)], *pay])
    told = types()
    notes = len(life.credit_notes)
    assert told.count("credit_note.issued") == told.count("invoice.credited") == notes == 1
    history = invoice.history.filter(event="payment_changed").count()
    assert told.count("invoice.payment_changed") == history


def test_overdue_is_found_once_by_eight(store: Installation, listen: Listen) -> None:
    listen(EventType.INVOICE_OVERDUE)
    document = issued(store).invoice
    assert document.due_date is not None
    later = at(0) + timedelta(days=(document.due_date - at(0).date()).days + 2)
    Endpoint.objects.update(created_at=at(0))
    together([lambda: overdue_find(now=later)] * 8)
    assert types() == ["invoice.overdue"]


def test_eight_workers_send_an_event_once(
    store: Installation, listen: Listen, receiver: Receiver
) -> None:
    listen()
    issued(store)
    delivery = EventDelivery.objects.get()
    together([lambda: delivery_send(delivery_id=delivery.pk)] * 8)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, len(receiver.calls)) == (State.DELIVERED, 1, 1)


def test_an_endpoint_deleted_while_invoices_are_issued_fails_none(
    store: Installation, listen: Listen
) -> None:
    endpoint = listen()
    lives = [Life(store) for _ in range(6)]
    jobs = [
        lambda life=life: order_invoice(installation=store, order=life.order, issued_at=at(0))
        for life in lives
    ]
    together([*jobs[:3], lambda: endpoint_delete(endpoint=endpoint), *jobs[3:]])
    assert all(life.invoice.number for life in lives)
    assert Endpoint.objects.get().deleted_at is not None


def test_a_worker_killed_after_sending_leaves_it_to_the_next_with_the_same_id(
    store: Installation, listen: Listen, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen()
    issued(store)
    delivery = EventDelivery.objects.get()

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(sending, "_taken", die)
        with pytest.raises(Killed):
            delivery_send(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, len(receiver.calls)) == (State.PENDING, 1)
    assert delivery_send(delivery_id=delivery.pk) is None  # its lease lasts
    assert again(delivery).state == State.DELIVERED
    assert len(receiver.calls) == 2
    assert len(set(receiver.ids)) == 1


def test_an_event_that_kills_every_worker_is_given_up(
    store: Installation, listen: Listen, receiver: Receiver
) -> None:
    listen()
    issued(store)
    EventDelivery.objects.update(attempts=MAX_ATTEMPTS)
    delivery = again(EventDelivery.objects.get())
    assert (delivery.state, receiver.calls) == (State.FAILED, [])
    assert delivery.last_error.startswith("WORKER_DIED")


def test_a_worker_that_outlived_its_lease_settles_nothing(
    store: Installation, listen: Listen, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen()
    issued(store)
    delivery = EventDelivery.objects.get()
    post = sending._post

    def slow(row: EventDelivery) -> object:
        post(row)
        past = timezone.now() - timedelta(seconds=1)
        EventDelivery.objects.filter(pk=row.pk).update(next_attempt_at=past)
        monkeypatch.setattr(sending, "_post", post)
        delivery_send(delivery_id=row.pk)  # another worker takes it meanwhile
        raise AppError("and then this one fails")

    monkeypatch.setattr(sending, "_post", slow)
    delivery_send(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_error) == (State.DELIVERED, "")


def test_two_that_press_retry_at_once_begin_it_once(
    store: Installation, listen: Listen, receiver: Receiver
) -> None:
    listen()
    issued(store)
    EventDelivery.objects.update(state=State.FAILED)

    def retry() -> str:
        try:
            delivery_retry(delivery=EventDelivery.objects.select_related("event").get())
        except AppError as error:
            return error.code
        return ""

    assert sorted(str(one) for one in together([retry] * 4)) == ["", *["WEBHOOK_NOT_FINAL"] * 3]
