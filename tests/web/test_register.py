"""The install handshake: nothing is believed before that Saleor confirms it, nothing half done."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from saleor_invoices.inbox import senders
from saleor_invoices.stores.models import Installation
from tests.plugins import factories
from tests.plugins.factories import public_jwks
from tests.plugins.fake_saleor import FakeSaleor, fake_saleor

__all__ = ["fake_saleor"]
pytestmark = pytest.mark.django_db
TOKEN = "A" * 30
Register = Callable[..., Any]


@pytest.fixture(autouse=True)
def everyone_may(settings: Any) -> None:
    """Open the app to every Saleor, as the demo does."""
    settings.ALLOWED_SALEOR_URLS = ["*"]
    senders.forget()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[object, ...]]]:
    """Messages that were handed to the broker."""
    messages: list[tuple[str, tuple[object, ...]]] = []

    def keep(task: str, *args: object) -> None:
        messages.append((task, args))

    monkeypatch.setattr("saleor_invoices.background.send", keep)
    return messages


@pytest.fixture
def register(
    client: Client, fake_saleor: FakeSaleor, django_capture_on_commit_callbacks: Any
) -> Register:
    """POST a token as Saleor does."""

    def post(token: object = TOKEN, **parts: Any) -> Any:
        headers = {"Saleor-Api-Url": parts.get("api_url", fake_saleor.api_url)}
        body = parts.get("body", json.dumps({"auth_token": token}))
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(
                "/register/",
                body,
                content_type="application/json",
                headers={name: value for name, value in headers.items() if value is not None},
            )

    return post


def _rows() -> list[dict[str, Any]]:
    return [dict(row) for row in Installation.objects.order_by("pk").values()]


def test_a_good_token_registers_the_store(
    register: Register, fake_saleor: FakeSaleor, sent: list[Any]
) -> None:
    fake_saleor.install(TOKEN, identifier=django_settings.APP_IDENTIFIER)
    response = register()
    store = Installation.objects.get()
    assert (response.status_code, response.json()) == (200, {"success": True})
    assert (store.saleor_api_url, store.token) == (fake_saleor.api_url, TOKEN)
    assert (store.app_id, store.saleor_version) == ("QXBwOjE=", "3.22.67")
    assert (store.jwks, store.state) == (public_jwks(), "active")
    assert sent == [("saleor_invoices.invoices.tasks.store_setup", (store.pk,))]


def test_a_reinstallation_replaces_token_and_app_and_keeps_the_store(
    register: Register, fake_saleor: FakeSaleor, sent: list[Any]
) -> None:
    before = factories.installation(fake_saleor.api_url, state="disconnected", jwks={})
    factories.legal_entity(before)
    new = fake_saleor.install(
        "B" * 30, app_id="QXBwOjI=", identifier=django_settings.APP_IDENTIFIER
    )
    assert register(new).status_code == 200
    store = Installation.objects.get()
    assert (store.pk, store.uuid) == (before.pk, before.uuid)
    assert (store.token, store.app_id, store.state) == (new, "QXBwOjI=", "active")
    assert store.legal_entities.count() == 1


@pytest.mark.parametrize("is_known", [False, True])
def test_another_apps_token_can_not_take_the_store_over(
    register: Register, fake_saleor: FakeSaleor, sent: list[Any], is_known: bool
) -> None:
    if is_known:
        factories.installation(fake_saleor.api_url)
    before = _rows()
    fake_saleor.install(TOKEN, app_id="QXBwOjk=", identifier="someone.elses.app")
    response = register()
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "APP_IDENTIFIER_MISMATCH"
    assert response.json()["error"]["message"] == "The token belongs to another app of this Saleor."
    assert _rows() == before
    assert sent == []


def _unknown_token(_fake: FakeSaleor) -> None:
    """Leave the Saleor without any app."""


def _down(fake: FakeSaleor) -> None:
    fake.is_down = True


def _without_keys(fake: FakeSaleor) -> None:
    fake.install(TOKEN, identifier=django_settings.APP_IDENTIFIER)
    fake.keys_are_down = True


@pytest.mark.parametrize(
    ("arrange", "status", "code"),
    [
        (_unknown_token, 401, "UNKNOWN_APP_ID"),
        (_down, 502, "UNREACHABLE"),
        (_without_keys, 502, "JWKS_NOT_AVAILABLE"),
    ],
)
def test_a_handshake_that_fails_changes_nothing(
    register: Register,
    fake_saleor: FakeSaleor,
    sent: list[Any],
    arrange: Callable[[FakeSaleor], None],
    status: int,
    code: str,
) -> None:
    factories.installation(fake_saleor.api_url)
    before = _rows()
    arrange(fake_saleor)
    response = register()
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert response.json()["error"]["message"]
    assert (_rows(), sent) == (before, [])


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"api_url": None}, "SALEOR_URL_MISSING"),
        ({"api_url": "ftp://shop.example.com/"}, "SALEOR_URL_INVALID"),
        ({"api_url": "https://user:word@shop.example.com/graphql/"}, "SALEOR_URL_INVALID"),
        ({"api_url": "https://shop.example.com/" + "x" * 500}, "SALEOR_URL_INVALID"),
        ({"body": "{"}, "AUTH_TOKEN_MISSING"),
        ({"body": "[]"}, "AUTH_TOKEN_MISSING"),
        ({"body": '{"token": "x"}'}, "AUTH_TOKEN_MISSING"),
        ({"body": '{"auth_token": 1}'}, "AUTH_TOKEN_MISSING"),
        ({"body": b"\xff"}, "AUTH_TOKEN_MISSING"),
        ({"token": ""}, "AUTH_TOKEN_INVALID"),
        ({"token": "a\r\nHost: b"}, "AUTH_TOKEN_INVALID"),
        ({"token": "x" * 10_001}, "BODY_TOO_LARGE"),
    ],
)
def test_bad_input_is_refused_without_a_question_to_anyone(
    register: Register, fake_saleor: FakeSaleor, sent: list[Any], parts: dict[str, Any], code: str
) -> None:
    response = register(**parts)
    assert (response.status_code, response.json()["error"]["code"]) == (400, code)
    assert (_rows(), sent, fake_saleor.asked) == ([], [], [])


@pytest.mark.parametrize(
    ("allowed", "status"),
    [([], 403), (["https://shop.example.com/graphql/"], 403), (["http://127.0.0.*/graphql/"], 403)],
)
def test_only_saleors_on_the_list_may_register(
    register: Register, fake_saleor: FakeSaleor, settings: Any, allowed: list[str], status: int
) -> None:
    fake_saleor.install(TOKEN, identifier=django_settings.APP_IDENTIFIER)
    settings.ALLOWED_SALEOR_URLS = allowed
    response = register()
    assert response.status_code == status
    assert response.json()["error"]["code"] == "SALEOR_URL_PROHIBITED"
    assert (_rows(), fake_saleor.asked) == ([], [])

    settings.ALLOWED_SALEOR_URLS = [fake_saleor.api_url]
    assert register().status_code == 200


def test_an_address_inside_the_house_is_not_called(
    register: Register, fake_saleor: FakeSaleor, settings: Any
) -> None:
    fake_saleor.install(TOKEN, identifier=django_settings.APP_IDENTIFIER)
    settings.ALLOW_PRIVATE_SALEOR = False
    response = register(api_url=fake_saleor.api_url.replace("http:", "https:"))
    assert (response.status_code, response.json()["error"]["code"]) == (400, "SALEOR_URL_PRIVATE")
    assert (_rows(), fake_saleor.asked) == ([], [])


def test_registering_is_a_post(client: Client) -> None:
    assert client.get("/register/").status_code == 405
