"""The install handshake, its refusals, and what a dead token gets."""

from typing import Any

import pytest

from tests.plugins.sandbox import Sandbox
from tests.sandbox.conftest import FakeApp

ME = "{ app { id identifier version webhooks { name isActive asyncEvents { eventType } } } }"


def refused(sandbox: Sandbox, app: FakeApp) -> str:
    shown = sandbox.install(f"{app.url}/manifest", app.manifest["permissions"])
    assert shown is not None
    assert sandbox.control("state")["apps"] == []
    return shown


def test_handshake_sends_saleors_headers_and_exactly_the_token(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    fetched, posted = installed.requests[:2]
    assert (fetched.method, fetched.path) == ("GET", "/manifest")
    assert fetched.headers["saleor-schema-version"] == "3.22"
    assert fetched.headers["user-agent"] == "Saleor/3.22"
    assert posted.body == b'{"auth_token": "%s"}' % installed.auth_token.encode()
    assert len(posted.body) == 48
    assert posted.headers["saleor-api-url"] == sandbox.api_url
    assert posted.headers["saleor-domain"] == sandbox.url.removeprefix("http://")
    assert posted.headers["host"] == "127.0.0.1"
    assert "saleor-signature" not in posted.headers


def test_the_token_identifies_the_app_and_its_webhooks(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    seen = sandbox.gql(ME, token=installed.auth_token)["data"]["app"]
    assert (seen["identifier"], seen["version"]) == ("example.fake", "1.2.3")
    names = [event["eventType"] for event in seen["webhooks"][0]["asyncEvents"]]
    assert names[0] == "ORDER_CREATED"
    assert len(names) == 11


def test_a_reinstall_needs_deletion_and_gives_a_new_id_and_token(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    first = sandbox.gql(ME, token=installed.auth_token)["data"]["app"]["id"]
    old = installed.auth_token
    again = sandbox.install(f"{installed.url}/manifest", [])
    assert again is not None
    assert "already installed" in again
    delete = "mutation Delete($id: ID!) { appDelete(id: $id) { errors { code } } }"
    sandbox.gql(delete, {"id": first}, sandbox.staff_token())
    assert sandbox.install(f"{installed.url}/manifest", ["MANAGE_ORDERS"]) is None
    assert installed.auth_token != old
    assert sandbox.gql(ME, token=installed.auth_token)["data"]["app"]["id"] != first


def test_a_dead_token_gets_http_200_with_permission_denied(
    sandbox: Sandbox, installed: FakeApp
) -> None:
    app_id = sandbox.gql(ME, token=installed.auth_token)["data"]["app"]["id"]
    delete = "mutation Delete($id: ID!) { appDelete(id: $id) { errors { code } } }"
    sandbox.gql(delete, {"id": app_id}, sandbox.staff_token())
    answer = sandbox.post(ME, None, installed.auth_token)
    assert answer.status_code == 200
    body = answer.json()
    assert body["data"] == {"app": None}
    assert body["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_the_apps_refusal_is_shown_and_leaves_no_app(sandbox: Sandbox, app: FakeApp) -> None:
    app.register = (403, {"error": {"message": "This shop is not allowed."}})
    assert refused(sandbox, app) == "This shop is not allowed."


def test_a_failure_without_words_and_an_app_that_is_away_are_told_apart(
    sandbox: Sandbox, app: FakeApp
) -> None:
    app.register = (500, {})
    assert refused(sandbox, app).startswith("App internal error (500).")
    app.manifest["tokenTargetUrl"] = "http://127.0.0.1:9/register"
    assert refused(sandbox, app).startswith("Failed to connect to app.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"requiredSaleorVersion": ">=3.23"}, "not supported"),
        ({"permissions": ["MANAGE_MOON"]}, "MANAGE_MOON"),
        ({"author": " "}, "author"),
        ({"brand": {"logo": {"default": "https://example.com/logo.png?v=1"}}}, "PNG"),
        ({"tokenTargetUrl": "register"}, "tokenTargetUrl"),
        ({"webhooks": None}, "webhooks"),
        ({"id": ""}, "id"),
    ],
)
def test_a_manifest_against_the_rules_sends_no_token(
    sandbox: Sandbox, app: FakeApp, change: dict[str, Any], words: str
) -> None:
    app.manifest |= change
    shown = sandbox.install(f"{app.url}/manifest", ["MANAGE_ORDERS"])
    assert shown is not None
    assert words in shown
    assert [row.path for row in app.requests] == ["/manifest"]


def test_one_unknown_field_in_a_webhook_query_fails_the_whole_install(
    sandbox: Sandbox, app: FakeApp
) -> None:
    app.manifest["webhooks"][0]["query"] = (
        "subscription { event { ... on OrderPaid { order { id moonPhase } } } }"
    )
    shown = refused(sandbox, app)
    assert "moonPhase" in shown
    assert [row.path for row in app.requests] == ["/manifest"]


def test_an_unknown_mount_fails_the_install(sandbox: Sandbox, app: FakeApp) -> None:
    app.manifest["extensions"][0]["mount"] = "MOON_DETAILS"
    assert "MOON_DETAILS" in refused(sandbox, app)


def test_staff_without_manage_apps_install_nothing(sandbox: Sandbox, app: FakeApp) -> None:
    query = """mutation { appInstall(input: {manifestUrl: "http://127.0.0.1:9/"}) {
      errors { code } } }"""
    answered = sandbox.gql(query, token=sandbox.token("viewer@example.com", "viewer"))
    assert answered["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert app.requests == []


def test_an_app_repairs_its_own_webhooks(sandbox: Sandbox, installed: FakeApp) -> None:
    create = """mutation Create($input: WebhookCreateInput!) {
      webhookCreate(input: $input) { webhook { id asyncEvents { eventType } } errors { code } }
    }"""
    query = "subscription { event { ... on OrderCreated { order { id } } } }"
    given = {"name": "New", "targetUrl": f"{installed.url}/new", "query": query}
    created = sandbox.gql(create, {"input": given}, installed.auth_token)["data"]["webhookCreate"]
    assert created["errors"] == []
    assert created["webhook"]["asyncEvents"] == [{"eventType": "ORDER_CREATED"}]
    update = """mutation Update($id: ID!, $input: WebhookUpdateInput!) {
      webhookUpdate(id: $id, input: $input) { webhook { isActive } errors { code message } }
    }"""
    hook = {"id": created["webhook"]["id"], "input": {"isActive": False}}
    updated = sandbox.gql(update, hook, installed.auth_token)["data"]["webhookUpdate"]
    assert updated == {"webhook": {"isActive": False}, "errors": []}
    bad = {**hook, "input": {"query": "subscription { event { moon } }"}}
    refusal = sandbox.gql(update, bad, installed.auth_token)["data"]["webhookUpdate"]
    assert refusal["webhook"] is None
    assert "moon" in refusal["errors"][0]["message"]
