"""Taking a store over by a registration, and answers of a Saleor that means ill."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from django.conf import settings as django_settings
from django.test import Client

from saleor_invoices.domain.errors import AppError, ExternalFailure, Unreachable, Unverified
from saleor_invoices.inbox import senders
from saleor_invoices.saleor import jwks, wire
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.handshake import verify_installation
from saleor_invoices.stores.models import Installation
from tests.plugins import factories
from tests.plugins.fake_saleor import FakeSaleor, fake_saleor

__all__ = ["fake_saleor"]
API = "https://shop.example.com/graphql/"
TOKEN = "T" * 30
Register = Callable[..., Any]


@pytest.fixture
def register(
    client: Client, settings: Any, fake_saleor: FakeSaleor, django_capture_on_commit_callbacks: Any
) -> Register:
    """POST a token, for the address of the fake Saleor or another one."""
    settings.ALLOWED_SALEOR_URLS = ["*"]
    senders.forget()

    def post(api_url: str = "", token: str = TOKEN) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(
                "/register/",
                json.dumps({"auth_token": token}),
                content_type="application/json",
                headers={"Saleor-Api-Url": api_url or fake_saleor.api_url},
            )

    return post


def saleor(**app: Any) -> httpx.MockTransport:
    """A Saleor with good keys and this answer about our app."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/.well-known/jwks.json":
            return httpx.Response(200, json=factories.public_jwks())
        good = {"id": "QXBwOjE=", "identifier": django_settings.APP_IDENTIFIER, "permissions": []}
        shop = app.pop("shop", {"name": "Shop", "version": "3.22"})
        return httpx.Response(200, json={"data": {"app": {**good, **app}, "shop": shop}})

    return httpx.MockTransport(answer)


@pytest.mark.django_db
@pytest.mark.parametrize("identifier", ["app.other", "", None, "APP.SALEOR-INVOICES", ["x"]])
def test_the_token_of_another_app_takes_no_store_over(
    register: Register, fake_saleor: FakeSaleor, identifier: Any
) -> None:
    factories.installation(fake_saleor.api_url)
    fake_saleor.install(TOKEN, app_id="QXBwOjY2Ng==", identifier=identifier)
    before = list(Installation.objects.values())
    assert register().status_code == 401
    assert list(Installation.objects.values()) == before


@pytest.mark.django_db
def test_another_spelling_is_the_same_store_and_asks_the_same_saleor(
    register: Register, fake_saleor: FakeSaleor
) -> None:
    fake_saleor.install(TOKEN, identifier=django_settings.APP_IDENTIFIER)
    store = factories.installation(fake_saleor.api_url)
    for spelling in (
        fake_saleor.api_url.replace("http", "HTTP"),
        fake_saleor.api_url.replace("http://", "http://@"),
        f"  {fake_saleor.api_url} ",
    ):
        assert register(spelling).status_code == 200
    assert [row.pk for row in Installation.objects.all()] == [store.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "spelling",
    [
        "http://shop.example.com@{host}/graphql/",
        "http://{host}/graphql/?x=1",
        "http://{host}/graphql/#x",
        "http://{host};x/graphql/",
        r"http://{host}\.example.com/graphql/",
        "ftp://{host}/graphql/",
        "//{host}/graphql/",
        "{host}",
    ],
)
def test_a_strange_address_registers_nothing(
    register: Register, fake_saleor: FakeSaleor, spelling: str
) -> None:
    fake_saleor.install(TOKEN, identifier=django_settings.APP_IDENTIFIER)
    answer = register(spelling.format(host=fake_saleor.url.removeprefix("http://")))
    assert (answer.status_code, Installation.objects.count()) == (400, 0)
    assert fake_saleor.asked == []


@pytest.mark.parametrize(
    "app",
    [
        {"id": 7},
        {"id": ["x"]},
        {"id": "x" * 201},
        {"id": "a\x00b"},
        {"permissions": [{}]},
        {"permissions": ["MANAGE_ORDERS"]},
        {"permissions": 5},
        {"shop": []},
        {"shop": {"version": 3.22, "name": "x"}},
        {"shop": {"version": "3\x00", "name": "x"}},
    ],
)
def test_an_answer_of_another_shape_is_refused_in_words(app: dict[str, Any]) -> None:
    with pytest.raises(ExternalFailure) as refusal:
        verify_installation(api_url=API, token=TOKEN, transport=saleor(**app))
    assert refusal.value.code == "BAD_ANSWER"


def test_a_long_version_is_cut() -> None:
    shop = {"version": "3" * 90, "name": "x"}
    found = verify_installation(api_url=API, token=TOKEN, transport=saleor(shop=shop))
    assert found.saleor_version == "3" * 50


def test_a_redirect_is_not_followed() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(307, headers={"Location": "http://169.254.169.254/latest/"})

    with pytest.raises(AppError):
        verify_installation(api_url=API, token=TOKEN, transport=httpx.MockTransport(answer))
    assert set(asked) == {API}


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "deflate,gzip", "x-gzip"])
def test_an_answer_packed_more_than_once_is_not_unpacked(coding: str) -> None:
    def body() -> Any:
        raise AssertionError("was read")
        yield b""

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Encoding": coding}, content=body())

    client = SaleorClient(api_url=API, token=TOKEN, transport=httpx.MockTransport(answer))
    with pytest.raises(Unreachable) as refusal:
        client.execute("appIdentity")
    assert refusal.value.code == "BAD_ANSWER"
    with pytest.raises(Unreachable) as no_keys:
        jwks.fetch(API, transport=httpx.MockTransport(answer))
    assert no_keys.value.code == "JWKS_NOT_AVAILABLE"


def test_an_answer_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def trickle() -> Any:
        while True:
            yield b" "

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=trickle())

    monkeypatch.setattr(wire, "MAX_SECONDS", 0.2)
    client = SaleorClient(api_url=API, token=TOKEN, transport=httpx.MockTransport(answer))
    with pytest.raises(Unreachable) as refusal:
        client.execute("invoiceDelete", {"id": "x"})
    assert refusal.value.code == "BAD_ANSWER"


@pytest.mark.parametrize(
    "change",
    [
        {"kty": "oct", "k": "AAAA"},
        {"use": "enc"},
        {"alg": "HS256"},
        {"alg": "none"},
        {"n": "AQAB"},
        {"n": ""},
        {"e": ""},
        {"n": 5},
        {"kid": None},
        {"kid": ""},
    ],
)
def test_keys_that_do_not_sign_by_rs256_are_none(change: dict[str, Any]) -> None:
    key = {**factories.public_jwks()["keys"][0], **change}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"keys": [key, None, 3]}))
    if key["kid"] == "":  # kept, but never found
        found = jwks.fetch(API, transport=transport)
        with pytest.raises(Unverified):
            jwks.signing_key(found, "")
        return
    with pytest.raises(Unreachable) as refusal:
        jwks.fetch(API, transport=transport)
    assert refusal.value.code == "JWKS_NOT_AVAILABLE"
