"""Signatures, headers, what fires when, retries, and the modes that vex a receiver."""

import json
from typing import Any

import jwt
import pytest
from jwt import api_jws

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp, Received


def key_for(sandbox: Sandbox, row: Received) -> Any:
    header = jwt.get_unverified_header(row.headers["saleor-signature"])
    keys = sandbox.http.get("/.well-known/jwks.json").json()["keys"]
    return jwt.PyJWK(next(key for key in keys if key["kid"] == header["kid"])).key


def verify(sandbox: Sandbox, row: Received, body: bytes | None = None) -> None:
    api_jws.decode(
        row.headers["saleor-signature"],
        key_for(sandbox, row),
        algorithms=["RS256"],
        detached_payload=row.body if body is None else body,
    )


def fired(sandbox: Sandbox, app: FakeApp) -> list[str]:
    """The events sent since the last call, in the order in which they were queued."""
    sandbox.wait_idle()
    rows = sandbox.control("deliveries")["deliveries"]
    seen = [row["event"].lower() for row in rows]
    assert sorted(seen) == sorted(app.events())
    return seen


def test_a_webhook_is_signed_over_its_raw_ascii_body(sandbox: Sandbox, installed: FakeApp) -> None:
    sandbox.place("pln_gross_two_rates_voucher")
    sandbox.wait_idle()
    row = installed.webhooks("order_created")[0]
    assert row.body.isascii()
    assert b"WROC\\u0141AW" in row.body
    verify(sandbox, row)
    header = jwt.get_unverified_header(row.headers["saleor-signature"])
    assert (header["alg"], header["b64"], header["crit"], header["typ"]) == (
        "RS256",
        False,
        ["b64"],
        "JWT",
    )
    flipped = bytes([row.body[0] ^ 1]) + row.body[1:]
    with pytest.raises(jwt.InvalidSignatureError):
        verify(sandbox, row, flipped)


def test_headers_are_saleors_and_host_has_no_port(sandbox: Sandbox, installed: FakeApp) -> None:
    sandbox.place("usd_net")
    sandbox.wait_idle()
    headers = installed.webhooks("order_created")[0].headers
    assert headers["saleor-event"] == headers["x-saleor-event"] == "order_created"
    assert headers["saleor-signature"] == headers["x-saleor-signature"]
    assert headers["saleor-domain"] == headers["x-saleor-domain"]
    assert headers["saleor-api-url"] == sandbox.api_url
    assert headers["host"] == "127.0.0.1"
    assert headers["content-type"] == "application/json"
    assert "saleor-schema-version" not in headers


def test_the_body_is_the_content_of_event(sandbox: Sandbox, installed: FakeApp) -> None:
    order = sandbox.place("guest")
    sandbox.wait_idle()
    body = installed.webhooks("order_created")[0].json()
    assert list(body)[:3] == ["__typename", "issuedAt", "version"]
    assert body["__typename"] == "OrderCreated"
    assert body["version"] == "3.22.67"
    assert body["issuingPrincipal"] is None
    assert body["recipient"]["identifier"] == "example.fake"
    assert body["order"]["id"] == order["id"]
    assert body["order"]["total"]["gross"] == {"amount": 29.0, "currency": "EUR"}


def test_after_rotation_new_bodies_verify_with_the_new_key_only(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    before = sandbox.http.get("/.well-known/jwks.json").json()["keys"]
    kid = sandbox.control("rotate-key", {})["kid"]
    after = sandbox.http.get("/.well-known/jwks.json").json()["keys"]
    assert [key["kid"] for key in after] == [kid]
    assert before != after
    sandbox.place("jpy")
    sandbox.wait_idle()
    row = installed.webhooks()[0]
    verify(sandbox, row)
    with pytest.raises(jwt.InvalidSignatureError):
        api_jws.decode(
            row.headers["saleor-signature"],
            jwt.PyJWK(before[0]).key,
            algorithms=["RS256"],
            detached_payload=row.body,
        )


def test_what_fires_when_an_order_is_placed_paid_and_fulfilled(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    order = sandbox.place("eur_domestic")
    assert fired(sandbox, installed) == ["order_created", "order_confirmed"]
    sandbox.advance(order["id"], "pay_partial")
    assert fired(sandbox, installed)[2:] == ["order_paid", "order_updated"]
    sandbox.advance(order["id"], "pay")
    assert fired(sandbox, installed)[4:] == ["order_paid", "order_fully_paid", "order_updated"]
    sandbox.advance(order["id"], "fulfill_part")
    assert fired(sandbox, installed)[7:] == ["order_updated"]
    sandbox.advance(order["id"], "fulfill")
    assert fired(sandbox, installed)[8:] == ["order_updated", "order_fulfilled"]
    sandbox.advance(order["id"], "refund", amount="10.00")
    assert fired(sandbox, installed)[10:] == ["order_refunded", "order_updated"]


def test_a_paid_checkout_fires_five_events_and_zero_none_of_the_paid_ones(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    sandbox.place("usd_net", paid=True)
    checkout = ["created", "paid", "fully_paid", "updated", "confirmed"]
    assert fired(sandbox, installed) == [f"order_{name}" for name in checkout]
    free = sandbox.place("zero_total", paid=True)
    assert fired(sandbox, installed)[5:] == ["order_created", "order_confirmed"]
    sandbox.advance(free["id"], "pay")
    assert fired(sandbox, installed)[7:] == ["order_fully_paid", "order_updated"]


def test_an_unconfirmed_order_is_confirmed_by_hand(sandbox: Sandbox, installed: FakeApp) -> None:
    order = sandbox.place("unconfirmed")
    assert fired(sandbox, installed) == ["order_created"]
    sandbox.advance(order["id"], "confirm")
    assert fired(sandbox, installed) == ["order_created", "order_confirmed"]


def test_server_errors_are_retried_five_times_with_identical_bytes(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    installed.statuses = [500] * 6
    sandbox.place("unconfirmed")
    sandbox.wait_idle()
    rows = installed.webhooks()
    assert len(rows) == 6
    assert {row.body for row in rows} == {rows[0].body}
    assert {row.headers["saleor-signature"] for row in rows} == {
        rows[0].headers["saleor-signature"]
    }
    delivery = sandbox.control("deliveries")["deliveries"][0]
    assert (delivery["status"], delivery["attempts"], delivery["status_code"]) == ("FAILED", 6, 500)


def test_a_retry_that_is_taken_ends_them(sandbox: Sandbox, installed: FakeApp) -> None:
    installed.statuses = [503]
    sandbox.place("unconfirmed")
    sandbox.wait_idle()
    delivery = sandbox.control("deliveries")["deliveries"][0]
    assert (delivery["status"], delivery["attempts"]) == ("SUCCESS", 2)


@pytest.mark.parametrize("status", [302, 404, 429])
def test_redirects_and_client_errors_are_final(
    sandbox: Sandbox, installed: FakeApp, status: int
) -> None:
    installed.statuses = [status]
    sandbox.place("unconfirmed")
    sandbox.wait_idle()
    assert len(installed.webhooks()) == 1
    assert sandbox.control("deliveries")["deliveries"][0]["status"] == "FAILED"


def test_every_webhook_twice_and_out_of_order(sandbox: Sandbox, installed: FakeApp) -> None:
    sandbox.control("mode", {"duplicates": 2, "shuffle": True, "hold": True})
    for _ in range(5):
        sandbox.place("usd_net", paid=True)
    assert installed.webhooks() == []
    assert sandbox.control("flush", {})["released"] == 50
    sandbox.wait_idle()
    rows = installed.webhooks()
    assert len(rows) == 50
    assert len({row.body for row in rows}) == 25
    issued = [row.json()["issuedAt"] for row in rows]
    assert issued != sorted(issued)
    assert sandbox.control("state")["held"] == 0


def test_a_payload_of_errors_alone_can_be_ordered(sandbox: Sandbox, installed: FakeApp) -> None:
    sandbox.control("mode", {"errors_payload_next": 1})
    sandbox.place("unconfirmed")
    sandbox.wait_idle()
    row = installed.webhooks()[0]
    assert list(json.loads(row.body)) == ["errors"]
    verify(sandbox, row)


def test_staff_retry_a_delivery_with_the_same_bytes(sandbox: Sandbox, installed: FakeApp) -> None:
    sandbox.place("unconfirmed")
    sandbox.wait_idle()
    pk = sandbox.control("deliveries")["deliveries"][0]["id"]
    sandbox.control(f"deliveries/{pk}/retry", {})
    sandbox.wait_idle()
    first, second = installed.webhooks()
    assert first.body == second.body


def test_without_the_permission_nothing_is_sent(sandbox: Sandbox, app: FakeApp) -> None:
    assert sandbox.install(f"{app.url}/manifest", ["HANDLE_PAYMENTS"]) is None
    sandbox.place("usd_net", paid=True)
    assert app.webhooks() == []
    assert sandbox.control("deliveries")["deliveries"] == []


def test_a_root_field_of_its_own_gives_a_data_wrapper(sandbox: Sandbox, app: FakeApp) -> None:
    app.manifest["webhooks"] = [
        {
            "name": "PLN",
            "targetUrl": f"{app.url}/webhook",
            "query": """subscription {
              orderCreated(channels: ["channel-pln"]) { order { number } } }""",
        }
    ]
    assert sandbox.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
    sandbox.place("usd_net")
    order = sandbox.place("rounding")
    sandbox.wait_idle()
    bodies = [row.json() for row in app.webhooks()]
    assert bodies == [{"data": {"orderCreated": {"order": {"number": order["number"]}}}}]
