"""Orders of the past, page by page; one that can't be read stops nothing."""

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.errors import InvalidInput, Refused, Throttled
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.order_list import OrdersPage, UnreadableOrder, orders_page
from tests.saleor.fake_saleor import TOKEN, Call, Reply, Script, data, denied, failure
from tests.saleor.signing import API_URL

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, Any]


def row(order_id: str, number: str, **changes: Any) -> Row:
    text = (ROOT / "webhooks" / "order_paid.json").read_text(encoding="utf-8")
    return {**json.loads(text)["order"], "id": order_id, "number": number, **changes}


def connection(*nodes: Row, cursor: str = "cursor-2", more: bool = False) -> Reply:
    edges = [{"node": node} for node in nodes]
    info = {"hasNextPage": more, "endCursor": cursor if nodes else None}
    return data(orders={"edges": edges, "pageInfo": info})


def asked(script: Script, **changes: Any) -> OrdersPage:
    client = SaleorClient(api_url=API_URL, token=TOKEN, transport=script.transport)
    wanted: dict[str, Any] = {
        "channel": "europe",
        "created_from": date(2026, 1, 1),
        "created_to": date(2026, 3, 31),
        "saleor_version": "3.21.69",
    }
    return orders_page(client, **{**wanted, **changes})


def test_a_page_is_asked_for_and_read() -> None:
    script = Script(orders=connection(row("a", "1"), row("b", "2"), more=True))
    page = asked(script, after="cursor-1")
    assert [order.number for order in page.orders] == ["1", "2"]
    assert (page.cursor, page.unreadable) == ("cursor-2", ())
    assert script.calls[0].variables == {
        "channel": "europe",
        "created": {"gte": "2026-01-01", "lte": "2026-03-31"},
        "first": 50,
        "after": "cursor-1",
    }


def test_the_last_page_has_no_cursor() -> None:
    assert asked(Script(orders=connection(row("a", "1")))).cursor is None
    assert asked(Script(orders=connection())) == OrdersPage(orders=(), cursor=None)


def test_open_ends_are_asked_for_as_such() -> None:
    script = Script(orders=connection())
    asked(script, created_from=None, created_to=None, first=100)
    assert script.calls[0].variables["created"] == {"gte": None, "lte": None}
    assert script.calls[0].variables["first"] == 100


def test_no_channel_means_all() -> None:
    script = Script(orders=connection())
    asked(script, channel="")
    assert script.calls[0].variables["channel"] is None


@pytest.mark.parametrize("first", [0, -1, 101])
def test_a_page_that_saleor_would_refuse_is_not_asked_for(first: int) -> None:
    script = Script()
    with pytest.raises(InvalidInput):
        asked(script, first=first)
    assert script.calls == []


def test_a_newer_saleor_tells_what_cards_gave_to_this_order_alone() -> None:
    def used(order_id: str, old: float, new: float) -> Row:
        balance = {"oldCurrentBalance": {"amount": old}, "currentBalance": {"amount": new}}
        return {"orderId": order_id, "balance": balance}

    text = (ROOT / "webhooks" / "invoice_requested.json").read_text(encoding="utf-8")
    node = copy.deepcopy(json.loads(text)["order"])
    node["giftCards"][0]["events"] = [used(node["id"], 20.0, 5.0), used("another", 5.0, 0.0)]
    script = Script(ordersWithCardEvents=connection(node))
    page = asked(script, saleor_version="3.22.67")
    assert script.operations == ["ordersWithCardEvents"]
    assert page.orders[0].gift_cards[0].used == 15


def test_an_order_of_another_shape_is_named_and_the_others_are_read() -> None:
    script = Script(orders=connection(row("a", "1", lines=None), row("b", "2"), more=True))
    page = asked(script)
    assert [order.id for order in page.orders] == ["b"]
    (left_out,) = page.unreadable
    assert (left_out.id, left_out.number, page.cursor) == ("a", "1", "cursor-2")
    assert "lines" in left_out.why


def one_is_broken(call: Call) -> Reply:
    if call.variables["id"] == "b":
        return failure("Enum 'OrderOriginEnum' cannot represent value: ''")
    return data(order=row(call.variables["id"], "n"))


def test_an_order_that_spoils_the_answer_is_found_out() -> None:
    references: list[Row] = [{"id": name, "number": name.upper()} for name in "abc"]
    script = Script(
        orders=failure("Enum 'OrderOriginEnum' cannot represent value: ''"),
        orderReferences=connection(*references, more=True),
        order=one_is_broken,
    )
    page = asked(script, after="cursor-1")
    assert [order.id for order in page.orders] == ["a", "c"]
    assert [(left.id, left.number) for left in page.unreadable] == [("b", "B")]
    assert "OrderOriginEnum" in page.unreadable[0].why
    assert page.cursor == "cursor-2"
    assert script.operations == ["orders", "orderReferences", "order", "order", "order"]
    assert script.calls[1].variables == script.calls[0].variables


def test_an_order_that_vanished_meanwhile_is_named() -> None:
    script = Script(
        orders=failure("no"),
        orderReferences=connection({"id": "a", "number": "1"}),
        order=data(order=None),
    )
    assert asked(script).unreadable == (
        UnreadableOrder(id="a", number="1", why="Saleor has no order a."),
    )


def test_what_is_no_orders_fault_is_raised() -> None:
    with pytest.raises(Refused) as error:
        asked(Script(orders=denied(), appAlive=data(app={"id": "1"})))
    assert error.value.code == "PERMISSION_MISSING"
    with pytest.raises(Refused) as error:
        asked(Script(orders=failure('Cannot query field "orders" on type "Query".', status=400)))
    assert error.value.code == "SCHEMA_MISMATCH"
    with pytest.raises(Throttled):
        asked(Script(orders=Reply({}, status=429)))


def test_a_permission_lost_half_way_is_raised() -> None:
    script = Script(
        orders=failure("no"),
        orderReferences=connection({"id": "a", "number": "1"}),
        order=denied(),
        appAlive=data(app={"id": "1"}),
    )
    with pytest.raises(Refused) as error:
        asked(script)
    assert error.value.code == "PERMISSION_MISSING"
