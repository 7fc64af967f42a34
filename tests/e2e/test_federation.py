"""Saleor and the app behind a real gateway: one question of a storefront, answered by both."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from demo.shop import CUSTOMER
from demo.stack import Stack
from tests.e2e.test_browser import published_number
from tests.plugins.gateway import Gateway, compose, running_gateway

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]

MINE = """{ me { email orders(first: 5) { edges { node { id number
  salesInvoices(first: 5) { edges { node { number currency balance { amount currency } } } }
} } } salesInvoices(first: 100) { edges { node { number orderNumber } } } } }"""


ITS_INVOICES = "number salesInvoices { edges { node { id } } }"


def sdl(url: str, file: Path) -> Path:
    """What a subgraph says of itself, kept in a file."""
    answer = httpx.post(url, json={"query": "{ _service { sdl } }"}, trust_env=False, timeout=30)
    file.write_text(answer.json()["data"]["_service"]["sdl"], encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def gateway(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The gateway over the running Saleor and the running app."""
    home = tmp_path_factory.mktemp("gateway")
    saleor, app = stack.place.api_url, f"{stack.place.app_url}/graphql/"
    supergraph = home / "supergraph.graphql"
    supergraph.write_text(
        compose(
            saleor=(saleor, sdl(saleor, home / "saleor.graphql")),
            invoices=(app, sdl(app, home / "invoices.graphql")),
        ),
        encoding="utf-8",
    )
    with running_gateway(supergraph, home / "gateway.log") as running:
        yield running


def invoices(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in node["salesInvoices"]["edges"]]


def test_a_customer_reads_their_orders_with_the_invoices(stack: Stack, gateway: Gateway) -> None:
    order = stack.shop.place("jpy")
    number = published_number(stack, order["id"])
    answered = gateway.ask(MINE, stack.shop.login(*CUSTOMER))
    assert "errors" not in answered, answered
    me = answered["data"]["me"]
    assert me["email"] == CUSTOMER[0]
    row = next(e["node"] for e in me["orders"]["edges"] if e["node"]["id"] == order["id"])
    (invoice,) = invoices(row)
    assert (row["number"], invoice["number"]) == (order["number"], number)
    assert invoice["balance"]["currency"] == invoice["currency"] == "JPY"
    assert Decimal(str(invoice["balance"]["amount"])) == Decimal(order["total"]["gross"])
    assert {"number": number, "orderNumber": order["number"]} in invoices(me)


def test_another_customer_reads_none_of_them(stack: Stack, gateway: Gateway) -> None:
    order = stack.shop.place("jpy")
    number = published_number(stack, order["id"])
    me = gateway.ask(MINE, stack.shop.login("second@example.com", "second"))["data"]["me"]
    assert me["email"] == "second@example.com"
    assert number not in [row["number"] for row in invoices(me)]
    assert order["id"] not in [edge["node"]["id"] for edge in me["orders"]["edges"]]


def test_without_a_token_there_is_nobody(gateway: Gateway) -> None:
    assert gateway.ask(MINE)["data"] == {"me": None}


def test_who_knows_the_orders_id_does_not_read_its_invoices(stack: Stack, gateway: Gateway) -> None:
    order = stack.shop.place("jpy")
    published_number(stack, order["id"])
    query = f'{{ order(id: "{order["id"]}") {{ {ITS_INVOICES} }} }}'
    stranger = stack.shop.login("second@example.com", "second")
    for token in ("", stranger):
        shown = gateway.ask(query, token)["data"]["order"]
        assert shown["number"] == order["number"]
        assert not (shown["salesInvoices"] or {}).get("edges")
