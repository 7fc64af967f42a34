"""Each fact is one event, written with it; what bodies say is exact."""

import json
from typing import Any

import pytest
from django.db import transaction

from saleor_invoices.api.ids import global_id
from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.events.models import EventDelivery, EventRecord, EventType
from saleor_invoices.events.services.delivery_decide import KEEP_DAYS, events_prune
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.credit_issue import Credit, credit_note_create
from saleor_invoices.stores.models import Installation
from tests.events.conftest import Listen, issued, types
from tests.invoices.money import Life

pytestmark = pytest.mark.django_db


def bodies(event_type: EventType) -> list[dict[str, Any]]:
    """The bodies of a type, oldest first."""
    rows = EventRecord.objects.filter(type=event_type).order_by("created_at")
    return [json.loads(row.body) for row in rows]


def credit(invoice: SalesDocument) -> SalesDocument:
    """Staff credit the whole invoice."""
    wanted = Credit(cause="request:1", request=CreditRequest(everything=True), actor="staff:1")
    return credit_note_create(invoice=invoice, credit=wanted)


def test_an_invoice_that_is_issued(store: Installation, listen: Listen) -> None:
    listen()
    life = issued(store)
    (body,) = bodies(EventType.INVOICE_ISSUED)
    invoice = life.invoice
    assert body["type"] == "invoice.issued"
    assert body["timestamp"].endswith("Z")
    assert body["data"] == {
        "invoice": {
            "id": global_id("SalesInvoice", invoice.pk),
            "kind": "INVOICE",
            "number": invoice.number,
            "issueDate": invoice.issue_date and invoice.issue_date.isoformat(),
            "dueDate": invoice.due_date and invoice.due_date.isoformat(),
            "currency": "EUR",
            "net": "160.00",
            "tax": "24.40",
            "gross": "184.40",
            "paymentStatus": "UNPAID",
            "paid": "0.00",
            "refunded": "0.00",
            "credited": "0.00",
            "balance": "184.40",
            "orders": [{"id": life.order.id, "number": life.order.number}],
            "customerId": invoice.customer_id or None,
            "channel": invoice.channel,
            "testMode": False,
            "saleorApiUrl": store.saleor_api_url,
        }
    }


def test_an_invoice_that_was_paid_before_is_one_event(store: Installation, listen: Listen) -> None:
    listen()
    issued(store, Life(store).charge("184.40"))
    assert types() == ["invoice.issued"]
    (body,) = bodies(EventType.INVOICE_ISSUED)
    shown = body["data"]["invoice"]
    assert (shown["paymentStatus"], shown["paid"], shown["balance"]) == ("PAID", "184.40", "0.00")


def test_money_that_comes_and_goes_is_an_event_each_time(
    store: Installation, listen: Listen
) -> None:
    listen(EventType.INVOICE_PAYMENT_CHANGED)
    life = issued(store)
    life.charge("100.00").tell()
    life.tell()  # heard of twice
    life.charge("84.40").tell()
    life.charge_back("84.40").tell()
    life.charge("84.40").tell()  # as it stood before
    told = [
        (body["data"]["previous"], body["data"]["invoice"]["paymentStatus"])
        for body in bodies(EventType.INVOICE_PAYMENT_CHANGED)
    ]
    assert told == [
        ({"paymentStatus": "UNPAID", "balance": "184.40"}, "PARTIALLY_PAID"),
        ({"paymentStatus": "PARTIALLY_PAID", "balance": "84.40"}, "PAID"),
        ({"paymentStatus": "PAID", "balance": "0.00"}, "PARTIALLY_PAID"),
        ({"paymentStatus": "PARTIALLY_PAID", "balance": "84.40"}, "PAID"),
    ]


def test_events_that_were_dropped_make_room_for_no_other(
    store: Installation, listen: Listen
) -> None:
    listen(EventType.INVOICE_PAYMENT_CHANGED)
    life = issued(store)
    life.charge("50.00").tell()
    life.charge("50.00").tell()
    first = EventRecord.objects.order_by("created_at").first()
    assert first is not None
    first.delete()
    life.charge("50.00").tell()
    assert EventRecord.objects.count() == 2


def test_a_credit_note_is_told_of_itself_and_of_its_invoice(
    store: Installation, listen: Listen
) -> None:
    listen()
    invoice = issued(store).invoice
    note = credit(invoice)
    assert credit(invoice).pk == note.pk
    assert types() == [
        "invoice.issued", "invoice.payment_changed", "credit_note.issued", "invoice.credited",
    ]  # fmt: skip
    (told,) = bodies(EventType.CREDIT_NOTE_ISSUED)
    shown = told["data"]["creditNote"]
    assert shown["id"] == global_id("CreditNote", note.pk)
    assert (shown["kind"], shown["gross"]) == ("CREDIT_NOTE", "184.40")
    assert shown["invoice"] == {
        "id": global_id("SalesInvoice", invoice.pk),
        "number": invoice.number,
    }
    (told,) = bodies(EventType.INVOICE_CREDITED)
    assert told["data"]["creditNote"] == shown
    standing = told["data"]["invoice"]
    assert (standing["credited"], standing["balance"]) == ("184.40", "0.00")


def test_who_did_not_ask_hears_nothing(store: Installation, listen: Listen) -> None:
    listen(EventType.INVOICE_CREDITED)
    listen(channels=["other-channel"])
    listen(enabled=False)
    issued(store)
    assert EventRecord.objects.count() == 0


def test_two_that_asked_get_one_event_each_once(store: Installation, listen: Listen) -> None:
    first, second = listen(), listen(EventType.INVOICE_ISSUED)
    document = issued(store).invoice
    listeners.payment_changed(document, None, document.payment)  # told twice
    assert EventRecord.objects.count() == 1
    told = set(EventDelivery.objects.values_list("endpoint_id", flat=True))
    assert told == {first.pk, second.pk}


def test_what_is_undone_is_not_told(store: Installation, listen: Listen) -> None:
    listen()
    with transaction.atomic():
        issued(store)
        assert EventRecord.objects.count() == 1
        transaction.set_rollback(True)
    assert (SalesDocument.objects.count(), EventRecord.objects.count()) == (0, 0)


def test_an_erased_document_is_not_told_of_any_more(store: Installation, listen: Listen) -> None:
    listen()
    listeners.erased(issued(store).invoice)
    assert EventRecord.objects.get().body == ""
    assert EventDelivery.objects.get().state == EventDelivery.State.CANCELLED


def test_old_events_are_dropped_unless_they_wait(store: Installation, listen: Listen) -> None:
    endpoint = listen()
    issued(store)
    issued(store)
    waiting, done = EventDelivery.objects.order_by("created_at")
    EventDelivery.objects.filter(pk=done.pk).update(state="delivered")
    old = done.created_at.replace(year=done.created_at.year - 1)
    assert (done.created_at - old).days > KEEP_DAYS
    EventRecord.objects.update(created_at=old)
    assert events_prune() == 1
    assert EventDelivery.objects.get().pk == waiting.pk
    endpoint.deleted_at = old
    endpoint.save()
    assert events_prune() == 1
    assert EventDelivery.objects.count() == 0
