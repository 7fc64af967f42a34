"""Orders that wait for their invoice, what failed, and the counts behind the tabs."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.desk.selectors import orders
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import (
    OrderCoverage,
    OrderRecord,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.stores.models import Installation
from tests.api.conftest import Ask, World
from tests.api.test_mutations import code
from tests.plugins import factories

TABS = "{ salesTabs { all toIssue unpaid overdue failed } }"
WAITING = """query ($first: Int, $after: String) {
  salesOrdersToIssue(first: $first, after: $after) {
  edges { cursor node { orderId orderNumber channel status total { amount currency }
    charged { amount } customerId seenAt problems { code } } }
  pageInfo { hasNextPage endCursor } } }"""
FAILED = """query ($failed: Boolean!) { salesInvoices(filter: {failed: $failed}, first: 50) {
  edges { node { number failed } } } }"""


def waiting(ask: Ask, world: World, who: str = "alice", **asked: Any) -> list[str]:
    """The numbers of the orders that wait, as listed."""
    page = ask(WAITING, world.people[who], **asked)["data"]["salesOrdersToIssue"]
    return [edge["node"]["orderNumber"] for edge in page["edges"]]


def order(store: Installation, number: int, **columns: Any) -> OrderRecord:
    """An order that the app has seen."""
    values = {
        "number": str(number), "channel": "default-channel", "currency": "PLN",
        "status": "UNFULFILLED", "total_minor": 15840, "charged_minor": 40,
        "customer_id": "VXNlcjo3",
        "seen_issued_at": "2026-11-22T12:00:00+00:00",
    }  # fmt: skip
    return OrderRecord.objects.create(
        installation=store, order_id=f"order-{number}", **{**values, **columns}
    )


@pytest.fixture
def covered(world: World) -> None:
    """The invoices of the world cover their orders."""
    for row in SalesDocument.objects.filter(state="issued"):
        assert row.order
        OrderRecord.objects.filter(pk=row.order.pk).update(status="FULFILLED")
        OrderCoverage.objects.create(order=row.order, document=row)


@pytest.mark.usefixtures("covered")
def test_orders_without_an_invoice_wait_the_latest_first(ask: Ask, world: World) -> None:
    OrderRecord.objects.filter(order_id="order-4").update(status="CANCELED")
    order(world.store, 51)
    order(world.store, 52, customer_id="")
    order(world.store, 53, status="UNCONFIRMED")
    order(world.store, 54, status="CANCELED")
    order(world.store, 55, currency="")
    order(world.store, 57, status="", total_minor=0, seen_issued_at=None)  # a draft names it
    order(world.other, 56)
    Problem.objects.create(
        installation=world.store, subject="order:order-51", code="TOTALS_DIFFER", message="m",
        opened_at=timezone.now(), last_seen_at=timezone.now(),
    )  # fmt: skip
    page = ask(WAITING, world.people["alice"])["data"]["salesOrdersToIssue"]
    second, first = (edge["node"] for edge in page["edges"])
    assert first == {
        "orderId": "order-51", "orderNumber": "51", "channel": "default-channel",
        "status": "UNFULFILLED", "total": {"amount": "158.40", "currency": "PLN"},
        "charged": {"amount": "0.40"}, "customerId": "VXNlcjo3",
        "seenAt": "2026-11-22T12:00:00+00:00", "problems": [{"code": "TOTALS_DIFFER"}],
    }  # fmt: skip
    assert (second["orderNumber"], second["customerId"], second["problems"]) == ("52", None, [])
    assert waiting(ask, world, "stella") == ["56"]
    invoice = SalesDocument.objects.get(number="INV-1")
    OrderCoverage.objects.filter(document=invoice).update(released_at=timezone.now())
    assert waiting(ask, world) == ["52", "51", "1"]  # its invoice was voided


@pytest.mark.usefixtures("covered")
def test_waiting_orders_come_in_pages(ask: Ask, world: World) -> None:
    OrderRecord.objects.filter(order_id="order-4").update(status="CANCELED")
    for number in range(50, 55):
        order(world.store, number)
    seen, after = [], None
    while True:
        page = ask(WAITING, world.people["alice"], first=2, after=after)["data"]
        page = page["salesOrdersToIssue"]
        seen += [edge["node"]["orderNumber"] for edge in page["edges"]]
        order(world.store, 100 + len(seen))  # what comes in between shifts nothing
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert seen == ["54", "53", "52", "51", "50"]
    for wrong in ("x", global_id("SalesRun", 1)):
        assert code(ask(WAITING, world.people["alice"], after=wrong)) == "CURSOR_INVALID"
    assert code(ask(WAITING, world.people["alice"], first=101)) == "PAGE_SIZE"


def problem(kind: str) -> Callable[[World], None]:
    """An open problem of Charlie's document, or of its order."""

    def make(world: World) -> None:
        for subject, resolved in (
            (f"{kind}:{_named(world, kind)}", None),
            (f"{kind}:{world.doras.pk}", timezone.now()),
            (f"{kind}:{uuid.uuid4()}", None),
        ):
            Problem.objects.create(
                installation=world.store, subject=subject, code="X", message="m",
                opened_at=timezone.now(), last_seen_at=timezone.now(), resolved_at=resolved,
            )  # fmt: skip

    return make


def _named(world: World, kind: str) -> object:
    return "order-1" if kind == "order" else world.charlies.pk


def _mail(state: str) -> Callable[[World], None]:
    def make(world: World) -> None:
        for row, own in ((world.charlies, state), (world.doras, "sent"), (world.others, state)):
            Dispatch.objects.create(
                installation=row.installation, document=row, purpose="issue", recipient="x",
                key="k", state=own, message_id="<x>",
            )  # fmt: skip
            if row == world.charlies:
                Dispatch.objects.create(
                    installation=world.store, purpose="test", recipient="x", key="t",
                    state=state, message_id="<x>",
                )  # fmt: skip
                Dispatch.objects.filter(key="k").update(key="c")

    return make


def _publication(world: World) -> None:
    Publication.objects.create(document=world.charlies, state="failed")
    Publication.objects.create(document=world.doras, state="done")


def _render(world: World) -> None:
    RenderJob.objects.create(document=world.charlies, state="failed")
    RenderJob.objects.create(document=world.doras, state="pending")


def _transmission(world: World) -> None:
    Transmission.objects.create(document=world.charlies, channel="email", state="failed")
    Transmission.objects.create(document=world.doras, channel="email", state="pending")


CAUSES = {
    **{kind: problem(kind) for kind in ("document", "planning", "mail", "transmission", "order")},
    "mail that failed": _mail("failed"),
    "doubtful mail": _mail("unknown"),
    "publication": _publication,
    "file": _render,
    "e-invoice": _transmission,
}


@pytest.mark.parametrize("cause", CAUSES)
def test_what_failed_is_found(ask: Ask, world: World, cause: str) -> None:
    assert _failed(ask, world, True) == {}
    CAUSES[cause](world)
    assert _failed(ask, world, True) == {"INV-1": True}
    assert _failed(ask, world, False) == {"INV-2": False, "INV-3": False, "": False}
    assert ask(TABS, world.people["alice"])["data"]["salesTabs"]["failed"] == 1


def _failed(ask: Ask, world: World, failed: bool) -> dict[str, bool]:
    page = ask(FAILED, world.people["alice"], failed=failed)["data"]["salesInvoices"]
    return {edge["node"]["number"]: edge["node"]["failed"] for edge in page["edges"]}


@pytest.mark.usefixtures("covered")
def test_tabs_count_what_the_filters_find(
    ask: Ask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    OrderRecord.objects.filter(order_id="order-4").update(status="CANCELED")
    order(world.store, 51)
    late = factories.sample_document("INV-7", due_date=factories.TODAY.replace(year=2020))
    factories.issued_document(world.entity, late)
    factories.issued_document(
        world.entity, factories.sample_document("INV-8"), paid=PaymentStatus.PAID, balance="0"
    )
    OrderRecord.objects.filter(order_id="T3JkZXI6MQ==").update(status="CANCELED")
    expected = {"all": 6, "toIssue": 1, "unpaid": 4, "overdue": 1, "failed": 0}
    assert ask(TABS, world.people["alice"])["data"]["salesTabs"] == expected
    for tab, filter_ in {
        "all": {},
        "unpaid": {"state": "ISSUED", "paymentStatus": ["UNPAID", "PARTIALLY_PAID"]},
        "overdue": {"overdue": True},
        "failed": {"failed": True},
    }.items():
        count = "query ($f: SalesDocumentFilter) { salesInvoices(filter: $f) { totalCount } }"
        found = ask(count, world.people["alice"], f=filter_)["data"]["salesInvoices"]
        assert found["totalCount"] == expected[tab]
    monkeypatch.setattr(orders, "MOST", 2)
    assert ask(TABS, world.people["alice"])["data"]["salesTabs"]["all"] == 3
