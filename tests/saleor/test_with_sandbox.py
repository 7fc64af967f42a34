"""The adapter and the sandbox Saleor, over HTTP: install, listen, read, publish, repair."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.errors import Disconnected, Refused, Unverified
from saleor_invoices.domain.order import MoneyMove, Order
from saleor_invoices.saleor import documents, jwks, manifest, publishing, webhook_sync
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.handshake import Handshake, verify_installation
from saleor_invoices.saleor.order_list import MAX_PAGE_SIZE, orders_page
from saleor_invoices.saleor.payloads import parse_event
from saleor_invoices.saleor.signatures import verify_webhook
from saleor_invoices.saleor.tokens import verify_customer, verify_staff
from tests.plugins.sandbox import Sandbox, start, stop
from tests.saleor.fake_saleor import Call, Reply, served

PERMISSIONS = ["MANAGE_ORDERS", "HANDLE_PAYMENTS"]
URL = "https://invoices.example.com/i/sample-link"
VERSIONS = ("3.20.119", "3.21.69", "3.22.67", "3.23.28")


class App:
    """The app's edge: serves our manifest, takes the token, keeps the deliveries."""

    def __init__(self) -> None:
        self.base = ""
        self.token = ""
        self.handshake: Handshake | None = None
        self.deliveries: list[Call] = []
        self.lock = threading.Lock()

    def __call__(self, call: Call) -> Reply:
        """Answer the Saleor."""
        if call.path == "/manifest":
            version = call.headers["saleor-schema-version"]
            return Reply(manifest.render(base_url=self.base, schema_version=version))
        if call.path == "/register/":
            return self._register(call)
        with self.lock:
            self.deliveries.append(call)
        return Reply()

    def _register(self, call: Call) -> Reply:
        self.token = json.loads(call.body)["auth_token"]
        self.handshake = verify_installation(
            api_url=call.headers["saleor-api-url"], token=self.token
        )
        return Reply()


class Store:
    """A sandbox with our app installed."""

    def __init__(self, sandbox: Sandbox, app: App) -> None:
        assert app.handshake is not None
        self.sandbox, self.app, self.handshake = sandbox, app, app.handshake
        self.client = SaleorClient(api_url=sandbox.api_url, token=app.token)

    def deliveries(self, event: str) -> list[Call]:
        """What arrived of an event, when all has."""
        self.sandbox.wait_idle()
        return [call for call in self.app.deliveries if call.headers["saleor-event"] == event]

    def ask_for_invoice(self, order_id: str) -> None:
        """Staff press Generate."""
        text = "mutation Ask($id: ID!) { invoiceRequest(orderId: $id) { errors { code } } }"
        answer = self.sandbox.gql(text, {"id": order_id}, self.sandbox.staff_token())
        assert answer["data"]["invoiceRequest"]["errors"] == []


@contextmanager
def installed(sandbox: Sandbox) -> Iterator[Store]:
    sandbox.control("reset", {})
    app = App()
    with served(app) as url:
        app.base = url.removesuffix("/graphql/")
        assert sandbox.install(f"{app.base}/manifest", PERMISSIONS) is None
        try:
            yield Store(sandbox, app)
        finally:
            sandbox.control("reset", {})


@pytest.fixture
def store(sandbox: Sandbox) -> Iterator[Store]:
    with installed(sandbox) as ready:
        yield ready


@pytest.fixture(scope="module", params=VERSIONS)
def any_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    process, sandbox = start("--saleor-version", request.param, "--retry-scale", "0.001")
    try:
        with installed(sandbox) as ready:
            yield ready
    finally:
        sandbox.http.close()
        stop(process)


def test_every_version_installs_us(any_store: Store) -> None:
    version = any_store.sandbox.control("state")["version"]
    assert any_store.handshake.saleor_version == version
    assert any_store.handshake.permissions == frozenset(PERMISSIONS)


def test_every_version_sends_orders_that_we_read_whole(any_store: Store) -> None:
    kinds = any_store.sandbox.control("kinds")["kinds"]
    for kind in kinds:
        placed = any_store.sandbox.place(kind, paid=kind != "unconfirmed")
        (delivery,) = [
            d
            for d in any_store.deliveries("order_created")
            if parse_event(d.body).order_id == placed["id"]
        ]
        verify_webhook(
            delivery.body, delivery.headers["saleor-signature"], any_store.handshake.jwks
        )
        event = parse_event(delivery.body)
        assert event.errors == ()
        assert event.order is not None, kind
        assert event.order.total.gross == Decimal(placed["total"]["gross"])
        fetched = publishing.order_fetch(
            any_store.client,
            order_id=placed["id"],
            saleor_version=any_store.handshake.saleor_version,
        )
        assert fetched.lines == event.order.lines
        assert fetched.number == placed["number"]


def test_gift_cards_tell_what_they_gave_where_the_version_lets_us_ask(any_store: Store) -> None:
    placed = any_store.sandbox.place("gift_card")
    version = any_store.handshake.saleor_version
    order = publishing.order_fetch(any_store.client, order_id=placed["id"], saleor_version=version)
    (card,) = order.gift_cards
    given = sum((line.total.gross for line in order.lines), order.shipping.price.gross)
    if version < "3.22":
        assert card.used is None
    else:
        assert card.used == given - order.total.gross > 0


def test_problems_are_shown_where_the_version_can(any_store: Store) -> None:
    version = any_store.handshake.saleor_version
    message = "Order 1001 does not add up."
    shown = publishing.problem_create(
        any_store.client, saleor_version=version, key="totals-differ", message=message
    )
    assert shown == (version >= "3.22.36")
    problems = any_store.sandbox.control("state")["apps"][0]["problems"]
    assert problems == ([{"key": "totals-differ", "message": message}] if shown else [])
    publishing.problem_dismiss(any_store.client, saleor_version=version, keys=["totals-differ"])


def test_nothing_needs_repair_right_after_an_installation(any_store: Store) -> None:
    report = webhook_sync.synchronise(
        any_store.client,
        base_url=any_store.app.base,
        saleor_version=any_store.handshake.saleor_version,
    )
    assert report.plan.is_empty
    assert report.reinstall_reasons == ()


def test_a_request_is_answered_and_sent(store: Store) -> None:
    placed = store.sandbox.place("pln_gross_two_rates_voucher", paid=True)
    store.ask_for_invoice(placed["id"])
    (delivery,) = store.deliveries("invoice_requested")
    requested = parse_event(delivery.body).invoice
    assert requested is not None
    published = publishing.invoice_update(
        store.client, invoice_id=requested.id, number="INV-1", url=URL
    )
    assert (published.number, published.url) == ("INV-1", URL)
    (row,) = publishing.order_invoices(store.client, order_id=placed["id"])
    assert (row.id, row.status, row.number, row.url) == (requested.id, "SUCCESS", "INV-1", URL)
    publishing.invoice_send_notification(store.client, invoice_id=requested.id)
    (sent,) = store.deliveries("invoice_sent")
    told = parse_event(sent.body)
    assert told.order is None
    assert told.order_id == placed["id"]


def test_an_invoice_of_our_own_comes_and_goes(store: Store) -> None:
    placed = store.sandbox.place("usd_net", paid=True)
    published = publishing.invoice_create(
        store.client, order_id=placed["id"], number="INV-2", url=URL
    )
    publishing.invoice_delete(store.client, invoice_id=published.id)
    publishing.invoice_delete(store.client, invoice_id=published.id)  # gone is gone
    assert publishing.order_invoices(store.client, order_id=placed["id"]) == ()


def test_saleors_refusal_carries_its_code(store: Store) -> None:
    placed = store.sandbox.place("unconfirmed")
    with pytest.raises(Refused) as error:
        publishing.invoice_create(store.client, order_id=placed["id"], number="INV-3", url=URL)
    assert error.value.params["codes"] == ["INVALID_STATUS"]


def test_after_a_rotation_the_keys_are_fetched_once_more(store: Store) -> None:
    store.sandbox.control("rotate-key", {})
    store.sandbox.place("usd_net")
    delivery = store.deliveries("order_created")[-1]
    signature = delivery.headers["saleor-signature"]
    with pytest.raises(Unverified) as error:
        verify_webhook(delivery.body, signature, store.handshake.jwks)
    assert error.value.code == "KEY_UNKNOWN"
    verify_webhook(delivery.body, signature, jwks.fetch(store.sandbox.api_url))


def _app_token(store: Store, token: str) -> str:
    text = "query Token($id: ID!) { app(id: $id) { accessToken } }"
    answer = store.sandbox.gql(text, {"id": store.handshake.app_id}, token)
    return str(answer["data"]["app"]["accessToken"])


def test_tokens_of_staff_and_customers_are_told_apart(store: Store) -> None:
    trust: dict[str, Any] = {"api_url": store.sandbox.api_url, "jwks": store.handshake.jwks}
    staff_access, shopper = store.sandbox.staff_token(), store.sandbox.customer_token()
    dashboard = _app_token(store, staff_access)
    staff = verify_staff(dashboard, app_id=store.handshake.app_id, **trust)
    assert "MANAGE_ORDERS" in staff.permissions
    assert verify_customer(shopper, **trust).email == "customer@example.com"
    for token in (staff_access, shopper):
        with pytest.raises(Unverified):
            verify_staff(token, app_id=store.handshake.app_id, **trust)
    with pytest.raises(Unverified):
        verify_customer(dashboard, **trust)


def test_webhooks_that_were_tampered_with_are_repaired(store: Store) -> None:
    registration = webhook_sync.fetch(store.client)
    store.client.execute("webhookDelete", {"id": registration.webhooks[0].id})
    off = {"id": registration.webhooks[1].id, "input": {"isActive": False}}
    store.client.execute("webhookUpdate", off)
    report = webhook_sync.synchronise(
        store.client, base_url=store.app.base, saleor_version=store.handshake.saleor_version
    )
    assert [hook.event for hook in report.plan.create] == ["ORDER_CREATED"]
    assert [hook.event for _, hook in report.plan.update] == ["ORDER_CONFIRMED"]
    store.sandbox.place("usd_net")
    assert len(store.deliveries("order_created")) == 1
    assert len(store.deliveries("order_confirmed")) == 1


def test_a_removed_app_is_noticed_by_its_dead_token(store: Store) -> None:
    text = "mutation Remove($id: ID!) { appDelete(id: $id) { errors { code } } }"
    store.sandbox.gql(text, {"id": store.handshake.app_id}, store.sandbox.staff_token())
    with pytest.raises(Disconnected):
        publishing.invoice_delete(store.client, invoice_id="SW52b2ljZTo5")
    assert store.client.is_alive() is False


def test_defaults_of_the_shop_are_read(store: Store) -> None:
    found = publishing.shop_defaults(store.client)
    assert found.name
    assert {channel.currency for channel in found.channels} >= {"USD", "PLN", "JPY", "KWD", "EUR"}


def test_money_that_went_back_is_read_in_every_version(any_store: Store) -> None:
    sandbox = any_store.sandbox
    placed = sandbox.place("eur_domestic", paid=True)
    sandbox.advance(placed["id"], "refund_lines", lines={"1": 1}, reason="Torn page")
    sandbox.advance(placed["id"], "chargeback", amount="10.00")
    event = parse_event(any_store.deliveries("order_refunded")[-1].body)
    assert event.order is not None
    (payment,), (grant,) = event.order.payments, event.order.granted_refunds
    assert [move.move for move in payment.events] == [MoneyMove.CHARGE, MoneyMove.REFUND]
    refund = payment.events[-1]
    assert (grant.event_ids, grant.references) == ((refund.id,), (refund.reference,))
    assert grant.lines == ((placed["lines"][1]["id"], 1),)
    assert (grant.amount, grant.reason, grant.status) == (refund.amount, "Torn page", "SUCCESS")
    sandbox.advance(placed["id"], "cancel")
    order = _fetched(any_store, placed["id"])
    assert [move.move for move in order.payments[0].events][2:] == [MoneyMove.CHARGEBACK]
    assert order.cancelled_at is not None
    assert order.cancelled_at > refund.at
    assert order.lines[0].attributes == (("Shade", "White"),)


def test_older_payments_tell_the_same_in_every_version(any_store: Store) -> None:
    sandbox = any_store.sandbox
    placed = sandbox.place("eur_domestic")
    sandbox.advance(placed["id"], "pay", legacy=True)
    sandbox.advance(placed["id"], "refund_products", lines={"1": 1}, shipping=True)
    order = _fetched(any_store, placed["id"])
    (payment,), (parcel,) = order.payments, order.fulfillments
    assert [move.move for move in payment.events] == [MoneyMove.CHARGE, MoneyMove.REFUND]
    assert payment.is_legacy
    assert parcel.status == "REFUNDED"
    assert parcel.refunded_total == payment.refunded == payment.events[-1].amount
    assert parcel.refunded_shipping == Decimal(placed["shipping"]["gross"])
    assert parcel.lines == ((placed["lines"][1]["id"], 1),)


def test_orders_of_the_past_are_listed_in_every_version(any_store: Store) -> None:
    sandbox, version = any_store.sandbox, any_store.handshake.saleor_version
    placed = [sandbox.place("gift_card", days_ago=500 + age)["number"] for age in (0, 2, 1)]
    day = datetime.now(UTC).date() - timedelta(days=500)
    wanted: dict[str, Any] = {"channel": "channel-eur", "saleor_version": version, "first": 2}
    wanted |= {"created_from": day - timedelta(days=2), "created_to": day}
    first = orders_page(any_store.client, **wanted)
    second = orders_page(any_store.client, **wanted, after=first.cursor)
    rows = [*first.orders, *second.orders]
    assert [order.number for order in rows] == [placed[1], placed[2], placed[0]]
    assert (second.cursor, first.unreadable, second.unreadable) == (None, (), ())
    assert {order.gift_cards[0].used for order in rows} == {None if version < "3.22" else 30}


def test_a_full_page_costs_a_fraction_of_what_saleor_allows(store: Store) -> None:
    day = {"gte": None, "lte": None}
    asked = {"channel": "channel-eur", "created": day, "first": MAX_PAGE_SIZE, "after": None}
    text = documents.load("ordersWithCardEvents")
    answer = store.sandbox.gql(text, asked, store.app.token)
    assert answer["data"]["orders"]["edges"] == []
    cost = answer["extensions"]["cost"]
    assert 1_000 < cost["requestedQueryCost"] < cost["maximumAvailable"] / 10


def _fetched(store: Store, order_id: str) -> Order:
    version = store.handshake.saleor_version
    return publishing.order_fetch(store.client, order_id=order_id, saleor_version=version)
