"""Webhooks through the API: secrets shown once, strangers see nothing, pages follow each other."""

from typing import Any

import pytest
from pytest_django import Settings

from saleor_invoices.api.ids import global_id
from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Ask, Headers, World, bearer
from tests.plugins import factories

URL = "https://hooks.example.com/in?key=k"
_ENDPOINT = """id url description eventTypes channels enabled disabledReason failingSince
  previousSecretUntil createdAt"""
_DELIVERY = """id endpointId messageId eventType documentId documentNumber body state attempts
  nextAttemptAt lastError statusCode responseHead durationMs createdAt deliveredAt"""
LIST = f"{{ webhookEndpoints {{ {_ENDPOINT} }} }}"
CREATE = f"""mutation ($input: SalesWebhookEndpointInput!) {{
  webhookEndpointCreate(input: $input) {{ secret endpoint {{ {_ENDPOINT} }} }} }}"""
UPDATE = f"""mutation ($id: ID!, $input: SalesWebhookEndpointInput!) {{
  webhookEndpointUpdate(id: $id, input: $input) {{ endpoint {{ {_ENDPOINT} }} }} }}"""
DELETE = "mutation ($id: ID!) { webhookEndpointDelete(id: $id) { id } }"
ROTATE = f"""mutation ($id: ID!) {{ webhookEndpointSecretRotate(id: $id) {{
  secret endpoint {{ {_ENDPOINT} }} }} }}"""
TEST = f"""mutation ($id: ID!) {{ webhookEndpointTest(id: $id) {{
  delivery {{ {_DELIVERY} }} }} }}"""
RETRY = f"""mutation ($id: ID!) {{ webhookDeliveryRetry(id: $id) {{
  delivery {{ {_DELIVERY} }} }} }}"""
DELIVERIES = f"""query ($first: Int, $after: String, $endpoint: ID,
    $state: SalesWebhookDeliveryState) {{
  webhookDeliveries(first: $first, after: $after, endpointId: $endpoint, state: $state) {{
    edges {{ cursor node {{ {_DELIVERY} }} }}
    pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"""
READS = {"webhookEndpoints": LIST, "webhookDeliveries": DELIVERIES}


@pytest.fixture
def boss(world: World) -> Headers:
    """Staff who set the shop up."""
    return bearer(factories.staff_token(world.store, rights=["MANAGE_APPS"]), world.store)


def endpoint(store: Installation, **columns: Any) -> Endpoint:
    """An endpoint of a store."""
    values = {"url": URL, "secret": "whsec_AAAA", **columns}
    return Endpoint.objects.create(installation=store, **values)


def delivery(to: Endpoint, key: str, **columns: Any) -> EventDelivery:
    """An event for an endpoint."""
    event = EventRecord.objects.create(
        installation=to.installation, type="webhook.test", key=key, body="{}"
    )
    return EventDelivery.objects.create(
        installation=to.installation, endpoint=to, event=event, **columns
    )


def code(answer: dict[str, Any]) -> str:
    """The code of the only error, whose field is null."""
    (error,) = answer["errors"]
    assert set(answer["data"].values()) == {None}
    found: str = error["extensions"]["code"]
    return found


def made(ask: Ask, who: Headers, **given: Any) -> dict[str, Any]:
    """Add an endpoint; what the verb answers."""
    answer = ask(CREATE, who, input={"url": URL, **given})
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["webhookEndpointCreate"]
    return found


def listed(ask: Ask, who: Headers, **asked: Any) -> list[str]:
    """The ids of a page of deliveries."""
    page = ask(DELIVERIES, who, **asked)["data"]["webhookDeliveries"]
    return [edge["node"]["id"] for edge in page["edges"]]


def test_a_secret_is_shown_when_it_is_made_and_never_again(ask: Ask, boss: Headers) -> None:
    found = made(ask, boss, description="ERP", eventTypes=["INVOICE_ISSUED"], channels=["b", "a"])
    secret, shown = found["secret"], found["endpoint"]
    assert secret.startswith("whsec_")
    assert (shown["eventTypes"], shown["channels"]) == (["INVOICE_ISSUED"], ["a", "b"])
    assert (shown["enabled"], shown["disabledReason"]) == (True, None)
    assert ask(LIST, boss)["data"]["webhookEndpoints"] == [shown]
    again = ask(ROTATE, boss, id=shown["id"])["data"]["webhookEndpointSecretRotate"]
    assert again["secret"].startswith("whsec_")
    assert again["secret"] != secret
    assert again["endpoint"]["previousSecretUntil"]
    assert code(ask(ROTATE, boss, id=shown["id"])) == "SECRET_ROTATED_LATELY"
    for kept in (secret, again["secret"]):
        assert kept not in str(ask(LIST, boss))
        assert kept not in str(list(Endpoint.objects.extra(select={"raw": "secret"}).values("raw")))


def test_an_endpoint_is_changed_switched_off_and_deleted(ask: Ask, boss: Headers) -> None:
    shown = made(ask, boss)["endpoint"]
    change = {"description": "New", "enabled": False}
    changed = ask(UPDATE, boss, id=shown["id"], input=change)["data"]["webhookEndpointUpdate"]
    assert changed["endpoint"] == {**shown, **change, "disabledReason": "STAFF"}
    assert code(ask(TEST, boss, id=shown["id"])) == "WEBHOOK_DISABLED"
    assert ask(DELETE, boss, id=shown["id"])["data"]["webhookEndpointDelete"]["id"] == shown["id"]
    assert ask(LIST, boss)["data"]["webhookEndpoints"] == []
    assert code(ask(UPDATE, boss, id=shown["id"], input={})) == "NOT_FOUND"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"url": None}, "WEBHOOK_URL_INVALID"),
        ({"url": "ftp://hooks.example.com/"}, "WEBHOOK_URL_INVALID"),
        ({"url": "http://hooks.example.com/"}, "WEBHOOK_URL_INVALID"),
        ({"url": "https://u:p@hooks.example.com/"}, "WEBHOOK_URL_INVALID"),
        ({"url": "https://hooks.example.com/" + "x" * 2000}, "WEBHOOK_URL_INVALID"),
        ({"description": "x" * 201}, "WEBHOOK_INVALID"),
        ({"eventTypes": ["WEBHOOK_TEST"]}, "WEBHOOK_INVALID"),
        ({"channels": ["x"] * 101}, "WEBHOOK_INVALID"),
        ({"channels": ["x" * 256]}, "WEBHOOK_INVALID"),
    ],
)
def test_what_can_not_be_an_endpoint(
    ask: Ask, boss: Headers, settings: Settings, given: dict[str, Any], expected: str
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    assert code(ask(CREATE, boss, input={"url": URL, **given})) == expected
    assert Endpoint.objects.count() == 0


def test_a_store_has_so_many_endpoints_and_no_more(ask: Ask, world: World, boss: Headers) -> None:
    for _ in range(20):
        endpoint(world.store)
    assert code(ask(CREATE, boss, input={"url": URL})) == "TOO_MANY_WEBHOOKS"
    Endpoint.objects.first().delete()  # type: ignore[union-attr]
    made(ask, boss)


def test_a_test_is_planned_and_listed(ask: Ask, boss: Headers) -> None:
    shown = made(ask, boss)["endpoint"]
    sent = ask(TEST, boss, id=shown["id"])["data"]["webhookEndpointTest"]["delivery"]
    assert (sent["eventType"], sent["state"], sent["documentId"]) == (
        "WEBHOOK_TEST", "PENDING", None,
    )  # fmt: skip
    assert sent["messageId"].startswith("msg_")
    assert listed(ask, boss) == [sent["id"]]
    assert code(ask(RETRY, boss, id=sent["id"])) == "WEBHOOK_NOT_FINAL"


def test_tests_have_a_limit(ask: Ask, world: World, boss: Headers) -> None:
    shown = made(ask, boss)["endpoint"]
    row = Endpoint.objects.get()
    for number in range(30):
        delivery(row, f"webhook.test:{number}")
    assert code(ask(TEST, boss, id=shown["id"])) == "THROTTLED"


def test_a_failed_delivery_is_tried_again(ask: Ask, world: World, boss: Headers) -> None:
    row = delivery(endpoint(world.store), "k", state="failed", attempts=10, status_code=500)
    identity = global_id("SalesWebhookDelivery", row.pk)
    again = ask(RETRY, boss, id=identity)["data"]["webhookDeliveryRetry"]["delivery"]
    assert (again["state"], again["attempts"], again["messageId"]) == (
        "PENDING", 0, row.event.message_id,
    )  # fmt: skip
    EventDelivery.objects.update(state="failed")
    EventRecord.objects.update(body="")
    assert code(ask(RETRY, boss, id=identity)) == "WEBHOOK_EVENT_ERASED"


def test_pages_of_deliveries_follow_each_other(ask: Ask, world: World, boss: Headers) -> None:
    first, second = endpoint(world.store), endpoint(world.store)
    rows = [delivery(first, f"a{n}", state="failed") for n in range(3)]
    rows += [delivery(second, f"b{n}") for n in range(2)]
    delivery(endpoint(world.other), "theirs")
    delivery(endpoint(world.store, deleted_at=rows[0].created_at), "gone")
    EventDelivery.objects.update(created_at=rows[0].created_at)  # all at one moment
    whole = listed(ask, boss)
    assert sorted(whole) == sorted(global_id("SalesWebhookDelivery", row.pk) for row in rows)
    found, after = [], None
    for _ in range(3):
        page = ask(DELIVERIES, boss, first=2, after=after)["data"]["webhookDeliveries"]
        found += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert found == whole
    assert page["pageInfo"]["hasNextPage"] is False
    of_first = global_id("SalesWebhookEndpoint", first.pk)
    assert len(listed(ask, boss, endpoint=of_first)) == len(listed(ask, boss, state="FAILED")) == 3
    assert listed(ask, boss, endpoint=of_first, state="PENDING") == []


@pytest.mark.parametrize("cursor", ["x", "WyJhIiwiYiJd", global_id("SalesOrderToIssue", 1)])
def test_a_cursor_of_another_list_is_none(ask: Ask, boss: Headers, cursor: str) -> None:
    assert code(ask(DELIVERIES, boss, after=cursor)) == "CURSOR_INVALID"


@pytest.mark.parametrize("name", READS)
def test_only_who_sets_the_shop_up_reads_webhooks(ask: Ask, world: World, name: str) -> None:
    delivery(endpoint(world.store), "k")
    for who in ("alice", "bob", "charlie", "dora", "key", "guest"):
        assert code(ask(READS[name], world.people[who])) == "PERMISSION_DENIED", who
    assert code(ask(READS[name], {})) == "UNAUTHENTICATED"
    for rights, expected in ((["settings:read"], True), (["settings:write"], False)):
        _, token = api_key_create(installation=world.store, name="K", scopes=rights)
        answer = ask(READS[name], {"Authorization": f"Bearer {token}"})
        assert ("errors" not in answer) is expected


@pytest.mark.parametrize("name", READS)
def test_another_store_sees_none_of_them(ask: Ask, world: World, name: str) -> None:
    row = delivery(endpoint(world.store), "k")
    theirs = bearer(factories.staff_token(world.other, rights=["MANAGE_APPS"]), world.other)
    asked = {"endpoint": global_id("SalesWebhookEndpoint", row.endpoint_id)}
    answer = ask(READS[name], theirs, **(asked if name == "webhookDeliveries" else {}))
    assert answer["data"][name] in ([], {"edges": [], "pageInfo": {
        "hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None,
    }})  # fmt: skip
