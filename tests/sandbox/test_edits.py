"""Orders that change after they were placed, as far as Saleor lets them, and parcels."""

from typing import Any

import httpx
import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

UPDATE = """mutation U($id: ID!, $input: OrderUpdateInput!) {
  orderUpdate(id: $id, input: $input) { order { id } errors { field code } }
}"""
LINE = """mutation L($id: ID!, $quantity: Int!) {
  orderLineUpdate(id: $id, input: {quantity: $quantity}) {
    orderLine { id quantity } errors { field code }
  }
}"""
DELETE = "mutation D($id: ID!) { orderLineDelete(id: $id) { errors { code } } }"
SEEN = """query S($id: ID!) { order(id: $id) { userEmail languageCodeEnum status
  billingAddress { companyName streetAddress1 city country { code } }
  shippingAddress { streetAddress1 } metadata { key value }
  total { gross { amount } }
  lines { id quantity variant { attributes(variantSelection: VARIANT_SELECTION) {
    attribute { name } values { name } } } }
  fulfillments { id status trackingNumber lines { quantity } } } }"""


def seen(sandbox: Sandbox, order_id: str) -> dict[str, Any]:
    row: dict[str, Any] = sandbox.gql(SEEN, {"id": order_id}, sandbox.staff_token())["data"][
        "order"
    ]
    return row


def fired(sandbox: Sandbox, since: int) -> list[str]:
    sandbox.wait_idle()
    rows = sandbox.control("deliveries")["deliveries"]
    return [row["event"].removeprefix("ORDER_").lower() for row in rows][since:]


def test_the_buyer_of_a_confirmed_order_changes_and_the_amounts_do_not(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("eur_domestic", paid=True)
    given = {
        "billingAddress": {"companyName": "Sample Buyer AG", "city": "Köln", "country": "FR"},
        "metadata": [{"key": "vat_id", "value": "DE136695976"}],
    }
    answer = sandbox.gql(UPDATE, {"id": order["id"], "input": given}, installed.auth_token)
    assert answer["data"]["orderUpdate"]["errors"] == []
    row = seen(sandbox, order["id"])
    assert row["billingAddress"] == {
        "companyName": "Sample Buyer AG",
        "streetAddress1": "Beispielweg 12",
        "city": "KÖLN",
        "country": {"code": "FR"},
    }
    assert row["shippingAddress"] == {"streetAddress1": "Beispielweg 12"}
    assert row["metadata"] == [{"key": "vat_id", "value": "DE136695976"}]
    assert sandbox.order(order["id"])["total"] == order["total"]
    assert fired(sandbox, 5) == ["updated"]


def test_the_control_verb_moves_the_buyer_by_default(sandbox: Sandbox, app: FakeApp) -> None:
    order = sandbox.place("collective")
    sandbox.advance(order["id"], "change")
    billing = seen(sandbox, order["id"])["billingAddress"]
    assert billing["companyName"] == "Sample Buyer Holding GmbH"
    sandbox.advance(order["id"], "change", email="second@example.com", language="FR")
    row = seen(sandbox, order["id"])
    assert (row["userEmail"], row["languageCodeEnum"]) == ("second@example.com", "FR")
    with pytest.raises(httpx.HTTPStatusError, match="400"):
        sandbox.advance(order["id"], "change", total="1.00")
    assert app.requests == []


def test_lines_change_until_the_order_is_confirmed(sandbox: Sandbox, installed: FakeApp) -> None:
    order = sandbox.place("unconfirmed")
    line, token = order["lines"][0]["id"], installed.auth_token
    answer = sandbox.gql(LINE, {"id": line, "quantity": 3}, token)["data"]["orderLineUpdate"]
    assert answer == {"orderLine": {"id": line, "quantity": 3}, "errors": []}
    row = sandbox.order(order["id"])
    # 3 x 219.00 and 19.00 of delivery, each with 19 %.
    assert (row["subtotal"]["gross"], row["total"]["gross"]) == ("781.83", "804.44")
    zero = sandbox.gql(LINE, {"id": line, "quantity": 0}, token)["data"]["orderLineUpdate"]
    assert zero["errors"] == [{"field": "quantity", "code": "ZERO_QUANTITY"}]
    assert fired(sandbox, 1) == ["updated"]
    sandbox.advance(order["id"], "confirm")
    for query in (LINE, DELETE):
        late = sandbox.gql(query, {"id": line, "quantity": 1}, token)["data"]
        (name,) = late
        assert [error["code"] for error in late[name]["errors"]] == ["NOT_EDITABLE"]
    assert sandbox.order(order["id"])["total"] == row["total"]


def test_the_last_line_may_go(sandbox: Sandbox, installed: FakeApp) -> None:
    order = sandbox.place("unconfirmed")
    sandbox.gql(DELETE, {"id": order["lines"][0]["id"]}, installed.auth_token)
    row = sandbox.order(order["id"])
    assert (row["lines"], row["total"]["gross"]) == ([], "22.61")


def test_an_order_goes_out_in_parcels_and_one_is_called_back(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("parcels", paid=True)
    sandbox.advance(order["id"], "fulfill_part", lines={"0": 2, "1": 3}, tracking="T-1")
    sandbox.advance(order["id"], "fulfill_part", lines={"0": 1})
    sandbox.advance(order["id"], "fulfill", tracking="T-3")
    row = seen(sandbox, order["id"])
    assert row["status"] == "FULFILLED"
    sent = [[line["quantity"] for line in parcel["lines"]] for parcel in row["fulfillments"]]
    assert sent == [[2, 3], [1], [4, 2]]
    assert [parcel["trackingNumber"] for parcel in row["fulfillments"]] == ["T-1", "", "T-3"]
    assert fired(sandbox, 5) == ["updated", "updated", "updated", "fulfilled"]
    sandbox.advance(order["id"], "cancel_fulfillment")
    row = seen(sandbox, order["id"])
    assert (row["status"], row["fulfillments"][-1]["status"]) == ("PARTIALLY_FULFILLED", "CANCELED")
    assert fired(sandbox, 9) == ["updated"]
    with pytest.raises(httpx.HTTPStatusError, match="400"):
        sandbox.advance(order["id"], "cancel_fulfillment")
    with pytest.raises(httpx.HTTPStatusError, match="400"):
        sandbox.advance(order["id"], "cancel")  # two parcels are on their way
    sandbox.advance(order["id"], "cancel_fulfillment", parcel=0)
    sandbox.advance(order["id"], "cancel_fulfillment", parcel=1)
    sandbox.advance(order["id"], "cancel")
    assert installed.auth_token


def test_more_than_is_left_is_not_sent(sandbox: Sandbox, app: FakeApp) -> None:
    order = sandbox.place("parcels")
    for lines, status in (({"0": 4}, "400"), ({"9": 1}, "404")):
        with pytest.raises(httpx.HTTPStatusError, match=status):
            sandbox.advance(order["id"], "fulfill_part", lines=lines)
    assert app.requests == []


def test_a_variants_attributes_are_those_that_were_chosen(sandbox: Sandbox, app: FakeApp) -> None:
    lines = seen(sandbox, sandbox.place("usd_net")["id"])["lines"]
    chosen = [line["variant"]["attributes"] for line in lines]
    assert chosen == [[{"attribute": {"name": "Size"}, "values": [{"name": "M"}]}], []]
    assert app.requests == []
