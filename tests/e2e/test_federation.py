"""Saleor and the app behind a real gateway: one question of a storefront, answered by both."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from saleor_invoices.domain.document import OrderReference
from tests.plugins import factories
from tests.plugins.gateway import Gateway, compose, running_gateway
from tests.plugins.sandbox import Sandbox

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240), pytest.mark.django_db(transaction=True)]
OURS = Path(__file__).resolve().parents[2] / "graphql" / "schema.graphql"

MINE = """{ me { email
  orders(first: 5) { edges { node { id number salesInvoices(first: 5) { edges { node {
    number balance { amount currency } } } } } } }
  salesInvoices(first: 5) { edges { node { number orderNumber } } }
} }"""
ITS_INVOICES = "number salesInvoices { edges { node { id } } }"


@pytest.fixture(scope="module")
def gateway(
    sandbox: Sandbox, live_server: LiveServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gateway]:
    """The gateway over the running Saleor and the running app."""
    home = tmp_path_factory.mktemp("gateway")
    theirs, supergraph = home / "saleor.graphql", home / "supergraph.graphql"
    sdl = sandbox.gql("{ _service { sdl } }")["data"]["_service"]["sdl"]
    theirs.write_text(sdl, encoding="utf-8")
    composed = compose(
        saleor=(sandbox.api_url, theirs), invoices=(f"{live_server.url}/graphql/", OURS)
    )
    supergraph.write_text(composed, encoding="utf-8")
    with running_gateway(supergraph, home / "gateway.log") as running:
        yield running


@pytest.fixture
def order(sandbox: Sandbox) -> dict[str, Any]:
    """A customer's order with an invoice of 158.40 zloty; others have neither."""
    sandbox.control("reset", {})
    row = sandbox.place("usd_net")
    me = sandbox.gql("{ me { id } }", token=sandbox.customer_token())["data"]["me"]["id"]
    keys = sandbox.http.get("/.well-known/jwks.json").json()
    entity = factories.legal_entity(factories.installation(sandbox.api_url, jwks=keys))
    reference = OrderReference(
        id=row["id"], number=row["number"], channel="default-channel", customer_id=me
    )
    document = factories.sample_document("INV-7", order=reference)
    factories.issued_document(entity, document)
    return row


def nodes(connection: Any) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


def test_a_customer_reads_their_orders_with_the_invoices(
    sandbox: Sandbox, gateway: Gateway, order: dict[str, Any]
) -> None:
    answered = gateway.ask(MINE, sandbox.customer_token())
    assert "errors" not in answered, answered
    me = answered["data"]["me"]
    (row,) = nodes(me["orders"])
    assert (row["id"], row["number"]) == (order["id"], order["number"])
    (invoice,) = nodes(row["salesInvoices"])
    assert invoice["number"] == "INV-7"
    assert Decimal(str(invoice["balance"]["amount"])) == Decimal("158.40")
    assert invoice["balance"]["currency"] == "PLN"
    assert nodes(me["salesInvoices"]) == [{"number": "INV-7", "orderNumber": order["number"]}]


def test_another_customer_reads_none_of_them(
    sandbox: Sandbox, gateway: Gateway, order: dict[str, Any]
) -> None:
    me = gateway.ask(MINE, sandbox.token("second@example.com", "second"))["data"]["me"]
    assert me["email"] == "second@example.com"
    assert (nodes(me["orders"]), nodes(me["salesInvoices"])) == ([], [])
    assert order["user"] == "customer@example.com"


def test_without_a_token_there_is_nobody(gateway: Gateway, order: dict[str, Any]) -> None:
    assert order["number"]
    assert gateway.ask(MINE)["data"] == {"me": None}


def test_who_knows_the_orders_id_does_not_read_its_invoices(
    sandbox: Sandbox, gateway: Gateway, order: dict[str, Any]
) -> None:
    query = f'{{ order(id: "{order["id"]}") {{ {ITS_INVOICES} }} }}'
    mine = gateway.ask(query, sandbox.customer_token())["data"]["order"]
    assert len(nodes(mine["salesInvoices"])) == 1
    for token in ("", sandbox.token("second@example.com", "second")):
        shown = gateway.ask(query, token)["data"]["order"]
        assert shown["number"] == order["number"]
        assert not (shown["salesInvoices"] or {}).get("edges")
