"""Requests from Saleor's dashboard: answered once, by their own id, with the newest state."""

import itertools
from typing import Any

import pytest

from saleor_invoices.domain import codec
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import (
    NumberSeries,
    OrderRecord,
    Problem,
    Publication,
    SalesDocument,
)
from saleor_invoices.invoices.services.order_observe import Overtaken, order_invoice, order_observe
from saleor_invoices.invoices.services.order_pending import order_invoice_now, order_retry
from saleor_invoices.saleor import publishing
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.orders import at, order, paid
from tests.invoices.shop import Shop, example, money

pytestmark = pytest.mark.django_db
SECOND = "SW52b2ljZToxMA=="


def _request(shop: Shop, invoice_id: str, issued_at: str, **fields: Any) -> dict[str, Any]:
    payload = example("invoice_requested", issued_at, **fields)
    if payload["order"]["id"] not in shop.orders:
        shop.add(payload)
    payload["invoice"]["id"] = shop.request_invoice(payload["order"]["id"], invoice_id)
    return payload


def test_a_second_request_of_a_covered_order_gets_the_same_number_and_address(
    desk: Desk, shop: Shop
) -> None:
    desk.handle("invoice_requested", _request(shop, "first", "2026-03-02T10:00:00+00:00"))
    desk.handle("invoice_requested", _request(shop, SECOND, "2026-03-02T10:00:01+00:00"))

    first, second = shop.invoices["first"], shop.invoices[SECOND]
    assert first["number"] == second["number"] == SalesDocument.objects.get().number
    assert first["url"] == second["url"]
    assert shop.mutations() == ["invoiceUpdate", "invoiceUpdate"]
    assert NumberSeries.objects.get().last_sequence == 1


def test_the_same_request_twice_is_answered_once(desk: Desk, shop: Shop) -> None:
    payload = _request(shop, "first", "2026-03-02T10:00:00+00:00")
    desk.handle("invoice_requested", payload)
    desk.handle("invoice_requested", payload)
    desk.handle("invoice_requested", {**payload, "issuedAt": "2026-03-02T10:00:09+00:00"})
    assert shop.mutations() == ["invoiceUpdate"]
    assert Publication.objects.count() == 1


def test_a_request_after_our_own_publication_is_answered_beside_it(desk: Desk, shop: Shop) -> None:
    shop.add(example("order_fully_paid"))
    desk.handle("order_fully_paid", example("order_fully_paid"))
    desk.handle("invoice_requested", _request(shop, "first", "2026-03-02T10:00:00+00:00"))
    assert shop.mutations() == ["invoiceCreate", "invoiceUpdate"]
    assert len({(row["number"], row["url"]) for row in shop.invoices.values()}) == 1


def test_a_request_before_the_payment_leaves_nothing_to_create(desk: Desk, shop: Shop) -> None:
    payload = _request(shop, "first", "2026-03-02T09:16:00+00:00", isPaid=False)
    desk.handle("invoice_requested", payload)
    desk.handle("order_fully_paid", example("order_fully_paid"))
    assert shop.mutations() == ["invoiceUpdate"]
    assert SalesDocument.objects.count() == 1


def test_a_request_overtaken_by_a_newer_state_freezes_the_order_as_it_is_now(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="on_request")
    newer = example("order_updated", "2026-03-02T10:30:00+00:00", userEmail="new@example.com")
    shop.add(newer)
    old = _request(shop, "first", "2026-03-02T10:00:00+00:00")
    desk.handle("order_updated", newer)
    desk.handle("invoice_requested", old)

    document = SalesDocument.objects.get()
    assert document.customer_email == "new@example.com"
    kinds = {part.kind for part in codec.decode(bytes(document.snapshot)).prepayments}
    assert kinds == {"payment"}  # the old one had a card
    assert document.payment.paid_minor == 13817
    assert "orderWithCardEvents" in shop.operations
    assert shop.invoices["first"]["number"] == document.number


def test_an_overtaken_state_is_never_issued(store: Installation, seller: LegalEntity) -> None:
    order_observe(installation=store, order=order("o"), issued_at=at(5))
    with pytest.raises(Overtaken) as caught:
        order_invoice(installation=store, order=paid("o"), issued_at=at(4))
    assert (caught.value.code, caught.value.permanent) == ("ORDER_OVERTAKEN", False)
    assert not SalesDocument.objects.exists()
    assert not NumberSeries.objects.exists()
    assert not Problem.objects.exists()


def test_an_order_that_keeps_changing_is_read_three_times_and_then_left_for_later(
    store: Installation, seller: LegalEntity, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = shop.add(example("order_updated"))
    minutes = itertools.count(1)
    fetch = publishing.order_fetch

    def overtaken_fetch(client: SaleorClient, **asked: Any) -> Order:
        answer = fetch(client, **asked)
        # While the answer is on its way, another worker takes a newer state in.
        order_observe(installation=store, order=order(row["id"]), issued_at=at(next(minutes)))
        return answer

    monkeypatch.setattr(publishing, "order_fetch", overtaken_fetch)
    with pytest.raises(Overtaken):
        order_invoice_now(installation=store, order_id=row["id"])
    assert shop.operations == ["orderWithCardEvents"] * 3
    assert not SalesDocument.objects.exists()


def test_an_order_that_cannot_be_invoiced_leaves_a_problem_and_the_request_open(
    desk: Desk, shop: Shop
) -> None:
    payload = _request(shop, "first", "2026-03-02T10:00:00+00:00", billingAddress=None)
    delivery = desk.handle("invoice_requested", payload)

    problem = Problem.objects.get()
    assert (delivery.state, delivery.error_code) == ("done", "")
    assert problem.code == "BILLING_ADDRESS_MISSING"
    assert problem.params["order_number"] == "1001"
    assert problem.remedy
    assert shop.invoices["first"]["status"] == "PENDING"
    assert "invoiceUpdate" not in shop.operations
    assert not SalesDocument.objects.exists()
    assert not NumberSeries.objects.exists()


def test_an_older_state_that_comes_later_does_not_close_the_problem_of_a_request(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure(issue_policy="on_request")
    payload = _request(shop, "first", "2026-03-02T10:00:00+00:00", billingAddress=None)
    desk.handle("invoice_requested", payload)
    # Two workers: the event of the order itself ends after that of the request for its invoice.
    desk.handle("order_updated", example("order_updated", "2026-03-02T09:59:59+00:00"))
    assert Problem.objects.get().resolved_at is None


def test_money_is_taken_in_also_when_the_requested_invoice_cannot_be_issued(
    store: Installation, seller: LegalEntity
) -> None:
    nobody = paid("o", billing_address=None)
    with pytest.raises(CannotIssue):
        order_invoice(installation=store, order=nobody, issued_at=at(0))
    record = OrderRecord.objects.get(order_id="o")
    assert record.seen_issued_at == at(0)
    assert record.charged_minor == to_minor(nobody.charge.charged, nobody.currency) > 0


def test_retry_after_the_repair_answers_every_request_that_waits_in_saleor(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    broken = _request(shop, "first", "2026-03-02T10:00:00+00:00", billingAddress=None)
    desk.handle("invoice_requested", broken)
    desk.handle("invoice_requested", _request(shop, SECOND, "2026-03-02T10:00:01+00:00",
                                              billingAddress=None))  # fmt: skip
    assert Problem.objects.get().occurrences == 2

    shop.add(example("order_fully_paid"))  # the merchant repaired the address
    order_retry(installation=store, order_id=broken["order"]["id"], actor="staff:1")
    assert SalesDocument.objects.count() == 1
    asked_for = Publication.objects.filter(requested=True)
    assert set(asked_for.values_list("saleor_invoice_id", flat=True)) == {"first", SECOND}
    assert Problem.objects.get().resolved_at is not None


def test_the_first_number_is_taken_after_the_repair_so_that_there_is_no_gap(
    desk: Desk, shop: Shop, store: Installation
) -> None:
    broken = _request(shop, "first", "2026-03-02T10:00:00+00:00", billingAddress=None)
    desk.handle("invoice_requested", broken)
    shop.add(example("order_fully_paid"))
    order_retry(installation=store, order_id=broken["order"]["id"], actor="staff:1")
    assert SalesDocument.objects.get().sequence == 1


def test_a_request_in_a_switched_off_channel_is_refused_in_words(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    configure("europe", enabled=False)
    desk.handle("invoice_requested", _request(shop, "first", "2026-03-02T10:00:00+00:00"))
    assert Problem.objects.get().code == "CHANNEL_DISABLED"
    assert shop.invoices["first"]["status"] == "PENDING"
    assert not SalesDocument.objects.exists()


def test_a_covered_order_is_published_also_when_its_channel_was_switched_off_later(
    desk: Desk, shop: Shop, configure: Configure
) -> None:
    desk.handle("invoice_requested", _request(shop, "first", "2026-03-02T10:00:00+00:00"))
    configure("europe", enabled=False)
    desk.handle("invoice_requested", _request(shop, SECOND, "2026-03-02T10:00:01+00:00"))
    assert shop.invoices[SECOND]["status"] == "SUCCESS"
    assert not Problem.objects.exists()


@pytest.mark.parametrize("status", ["DRAFT", "UNCONFIRMED", "EXPIRED"])
def test_what_saleor_itself_would_refuse_is_refused(
    store: Installation, seller: LegalEntity, status: str
) -> None:
    with pytest.raises(CannotIssue) as caught:
        order_invoice(installation=store, order=paid("o", status=status), issued_at=at(0))
    assert caught.value.code == "ORDER_NOT_CONFIRMED"
    assert not NumberSeries.objects.exists()


def test_a_cancelled_order_is_invoiced_on_request(store: Installation, seller: LegalEntity) -> None:
    # Saleor allows the request, and a cancelled order may have been delivered.
    document = order_invoice(
        installation=store, order=paid("o", status="CANCELED"), issued_at=at(0), actor="staff:1"
    )
    assert document.history.get(event="issued").actor == "staff:1"


def test_an_unpaid_order_is_invoiced_on_request(desk: Desk, shop: Shop) -> None:
    unpaid: dict[str, Any] = {"isPaid": False, "totalCharged": money(0.0), "chargeStatus": "NONE"}
    payload = example("invoice_requested", **unpaid, transactions=[], payments=[])
    shop.request_invoice(shop.add(payload)["id"])
    desk.handle("invoice_requested", payload)
    document = SalesDocument.objects.get()
    assert (document.payment.status, document.payment.balance_minor) == ("unpaid", 11817)
    assert document.due_date is not None
