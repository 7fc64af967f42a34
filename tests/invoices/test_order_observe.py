"""Taking in states of an order: once, in any order, by policy."""

import uuid
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.order import Order, SaleorInvoice, TaxedAmount
from saleor_invoices.invoices.models import (
    NumberSeries,
    OrderRecord,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.saleor.payloads import Event, parse_event
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.domain import builders
from tests.invoices.conftest import Configure
from tests.invoices.orders import at, charged, issue, order, paid
from tests.invoices.shop import ROOT

pytestmark = pytest.mark.django_db
EVENTS = ("order_created", "order_confirmed", "order_paid", "order_fully_paid")
LATER = ("order_updated", "order_fulfilled", "order_refunded", "order_fully_refunded")


def _events(names: tuple[str, ...], order_id: str) -> list[Event]:
    read = [parse_event((ROOT / "webhooks" / f"{name}.json").read_bytes()) for name in names]
    return [replace(e, order=replace(e.order, id=order_id)) for e in read if e.order]


def _observe_all(store: Installation, events: list[Event]) -> None:
    for event in events:
        assert event.order is not None
        assert event.issued_at is not None
        order_observe(installation=store, order=event.order, issued_at=event.issued_at)


def _documents(order_id: str) -> list[SalesDocument]:
    found = SalesDocument.objects.filter(order__order_id=order_id, kind="invoice")
    return list(found.select_related("payment"))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn=st.data())
def test_in_whatever_order_and_however_often_deliveries_come_there_is_one_invoice(
    drawn: st.DataObject, store: Installation, seller: LegalEntity
) -> None:
    names = EVENTS + drawn.draw(st.sampled_from([LATER[:n] for n in range(len(LATER) + 1)]))
    order_id = f"order-{uuid.uuid4()}"
    events = _events(names, order_id)
    extra = drawn.draw(st.lists(st.sampled_from(events), max_size=6))
    _observe_all(store, drawn.draw(st.permutations(events + extra)))

    (document,) = _documents(order_id)
    newest = max(events, key=lambda event: event.issued_at or at(0))
    assert newest.order is not None
    money = newest.order.charge
    payment = document.payment
    assert (payment.paid_minor, payment.refunded_minor) == (
        int(money.charged * 100),
        int(money.refunded * 100),
    )
    record = OrderRecord.objects.get(order_id=order_id)
    assert (record.seen_issued_at, record.status) == (newest.issued_at, newest.order.status)
    assert document.publications.count() == 1


@pytest.mark.parametrize(
    ("policy", "first"),
    [
        ("on_request", None),
        ("confirmed", "order_confirmed"),
        ("fully_paid", "order_fully_paid"),
        ("fulfilled", "order_fulfilled"),
    ],
)
def test_each_policy_has_its_moment(
    store: Installation, seller: LegalEntity, configure: Configure, policy: str, first: str | None
) -> None:
    configure(issue_policy=policy)
    issued_by = None
    names = EVENTS + LATER[:2]
    for name, event in zip(names, _events(names, "order-1"), strict=True):
        _observe_all(store, [event])
        if issued_by is None and SalesDocument.objects.exists():
            issued_by = name
    assert issued_by == first
    assert SalesDocument.objects.count() == (0 if first is None else 1)
    assert not Problem.objects.exists()


def test_what_came_back_whole_had_been_sent_whole(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    # Or else a return that overtakes the fulfilment would lose the invoice.
    configure(issue_policy="fulfilled")
    order_observe(installation=store, order=order("o", status="RETURNED"), issued_at=at(2))
    order_observe(installation=store, order=order("o", status="FULFILLED"), issued_at=at(1))
    assert SalesDocument.objects.count() == 1


def test_the_policy_of_a_channel_wins_over_the_stores(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    configure(issue_policy="on_request")
    configure("retail", issue_policy="confirmed")
    order_observe(installation=store, order=order(channel="wholesale"), issued_at=at(0))
    order_observe(installation=store, order=order(channel="retail"), issued_at=at(0))
    assert SalesDocument.objects.get().channel == "retail"


@pytest.mark.parametrize("status", ["DRAFT", "UNCONFIRMED", "EXPIRED", "CANCELED"])
@pytest.mark.parametrize("policy", ["on_request", "confirmed", "fully_paid", "fulfilled"])
def test_an_order_that_is_not_alive_is_never_invoiced_by_itself(
    store: Installation, seller: LegalEntity, configure: Configure, policy: str, status: str
) -> None:
    configure(issue_policy=policy)
    order_observe(installation=store, order=paid(status=status), issued_at=at(0))
    assert not SalesDocument.objects.exists()
    assert not NumberSeries.objects.exists()
    assert not Problem.objects.exists()


def test_a_stale_state_changes_nothing(store: Installation, seller: LegalEntity) -> None:
    order_observe(installation=store, order=order("o", charge=charged("20")), issued_at=at(2))
    before = OrderRecord.objects.values().get()
    assert order_observe(installation=store, order=paid("o"), issued_at=at(1)) is None
    assert OrderRecord.objects.values().get() == before
    assert not SalesDocument.objects.exists()  # it was paid, but meanwhile it is not


def test_a_stale_state_of_an_invoiced_order_answers_its_document(
    store: Installation, seller: LegalEntity
) -> None:
    document = issue(store, paid("o"))
    again = order_observe(installation=store, order=order("o"), issued_at=at(-1))
    assert again == document
    assert again.payment.status == "paid"


def test_two_states_of_the_same_instant_are_both_taken_in(
    store: Installation, seller: LegalEntity
) -> None:
    order_observe(installation=store, order=order("o"), issued_at=at(0))
    assert order_observe(installation=store, order=paid("o"), issued_at=at(0)) is not None


def test_a_switched_off_channel_is_watched_and_never_invoiced(
    store: Installation, seller: LegalEntity, configure: Configure
) -> None:
    configure("default-channel", enabled=False)
    assert order_observe(installation=store, order=paid("o"), issued_at=at(0)) is None
    assert OrderRecord.objects.get().charged_minor == 11900
    assert not SalesDocument.objects.exists()
    assert not Problem.objects.exists()


def test_nothing_is_enqueued_and_no_number_taken_twice_for_a_repeated_state(
    store: Installation, seller: LegalEntity
) -> None:
    for _ in range(3):
        order_observe(installation=store, order=paid("o"), issued_at=at(0))
    assert NumberSeries.objects.get().last_sequence == 1
    assert (RenderJob.objects.count(), Publication.objects.count()) == (1, 1)


def test_the_money_of_an_order_that_cannot_be_invoiced_is_taken_in_all_the_same(
    store: Installation, seller: LegalEntity
) -> None:
    assert order_observe(installation=store, order=_mismatched("o"), issued_at=at(0)) is None
    record = OrderRecord.objects.get()
    assert (record.charged_minor, record.total_minor) == (11900, 11800)
    assert record.seen_issued_at == at(0)
    assert not SalesDocument.objects.exists()


def _mismatched(order_id: str) -> Order:
    wrong = TaxedAmount(net=Decimal("100.00"), gross=Decimal("118.00"))
    return paid(order_id, total=wrong)


def test_a_total_that_does_not_agree_stops_the_issue_and_says_which_sum_by_how_much(
    store: Installation, seller: LegalEntity
) -> None:
    assert order_observe(installation=store, order=_mismatched("o"), issued_at=at(0)) is None
    problem = Problem.objects.get()
    assert (problem.code, problem.subject) == ("TOTALS_DIFFER", "order:o")
    assert "gross total" in problem.message
    assert "make 119.00 EUR: 1.00 too little" in problem.message
    assert problem.params["difference"] == "-1.00"
    assert problem.params["order_id"] == "o"
    assert problem.remedy.startswith("Open the order in Saleor")
    assert not SalesDocument.objects.exists()
    assert not NumberSeries.objects.exists()


def test_the_problem_counts_up_and_closes_when_the_order_is_repaired(
    store: Installation, seller: LegalEntity
) -> None:
    for minute in range(3):
        order_observe(installation=store, order=_mismatched("o"), issued_at=at(minute))
    problem = Problem.objects.get()
    assert (problem.occurrences, problem.resolved_at) == (3, None)

    document = order_observe(installation=store, order=paid("o"), issued_at=at(3))
    problem.refresh_from_db()
    assert document is not None
    assert problem.resolved_at is not None


def test_only_the_newest_reason_stays_open(store: Installation, seller: LegalEntity) -> None:
    order_observe(installation=store, order=_mismatched("o"), issued_at=at(0))
    nowhere = paid("o", billing_address=None)
    order_observe(installation=store, order=nowhere, issued_at=at(1))
    (problem,) = Problem.objects.filter(resolved_at__isnull=True)
    assert problem.code == "BILLING_ADDRESS_MISSING"


@pytest.mark.parametrize("status", ["CANCELED", "EXPIRED"])
def test_the_problem_closes_when_no_invoice_is_due_any_more(
    store: Installation, seller: LegalEntity, status: str
) -> None:
    order_observe(installation=store, order=_mismatched("o"), issued_at=at(0))
    gone = replace(_mismatched("o"), status=status)
    order_observe(installation=store, order=gone, issued_at=at(1))
    assert Problem.objects.get().resolved_at is not None


def test_the_problem_stays_while_a_request_waits_in_saleor(
    store: Installation, seller: LegalEntity
) -> None:
    order_observe(installation=store, order=_mismatched("o"), issued_at=at(0))
    waiting = (SaleorInvoice(id="SW52b2ljZTo5", status="PENDING"),)
    gone = replace(_mismatched("o"), status="CANCELED", invoices=waiting)
    order_observe(installation=store, order=gone, issued_at=at(1))
    assert Problem.objects.get().resolved_at is None


def test_a_payment_with_too_many_decimals_is_rounded_and_nothing_is_lost(
    store: Installation, seller: LegalEntity
) -> None:
    document = issue(store, paid("o"))
    more = replace(order("o"), charge=charged("119.005"))
    order_observe(installation=store, order=more, issued_at=at(1))
    document.payment.refresh_from_db()
    assert (document.payment.paid_minor, document.payment.status) == (11901, "overpaid")


def test_every_store_has_its_own_orders(store: Installation, seller: LegalEntity) -> None:
    from tests.invoices.conftest import sells
    from tests.plugins import factories

    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    sells(other)
    first, second = issue(store, paid("same-id")), issue(other, paid("same-id"))
    assert first.pk != second.pk
    assert (first.number, second.number) == (second.number, first.number)  # a series each
    assert first.installation != second.installation


def test_currencies_without_and_with_three_decimals_are_kept_exactly(
    store: Installation, seller: LegalEntity
) -> None:
    yen = builders.order(
        builders.line("10000", "11000", "0.10"),
        id="yen", currency="JPY", charge=charged("11000", total="11000"),
    )  # fmt: skip
    dinar = builders.order(
        builders.line("4.474", "4.698", "0.05"),
        id="dinar", currency="KWD", charge=charged("4.698", total="4.698"),
    )  # fmt: skip
    assert [issue(store, found).gross_minor for found in (yen, dinar)] == [11000, 4698]
    paid_minor = SalesDocument.objects.values_list("payment__paid_minor", "payment__balance_minor")
    assert sorted(paid_minor) == [(4698, 0), (11000, 0)]
