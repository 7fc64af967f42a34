"""Access points that are not what they seem: where we call, what we send, what we keep of it."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pytest_django import Settings

from saleor_invoices.delivery.models import Transmission
from saleor_invoices.delivery.services.transmission_request import transmission_request
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.saleor import net
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import Installation, SettingChange
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.sealing import seal
from saleor_invoices.stores.services.settings_update import (
    setting_inherit,
    setting_set,
    settings_update,
)
from tests.delivery.access_point import AccessPoint
from tests.delivery.conftest import Configure, Issue, _files, configure, entity, issue, store
from tests.delivery.test_transmission import document, step
from tests.saleor.fake_saleor import Reply, served
from tests.saleor.test_net import PRIVATE, resolving_to

__all__ = ["_files", "configure", "document", "entity", "issue", "store"]
pytestmark = pytest.mark.django_db
State = Transmission.State
TOKEN = "tok/en-that-nobody-else+may=know"
URL, NAME = "https://ap.example.com/inbox", "access_point_url"


@pytest.fixture
def point(configure: Configure) -> Iterator[AccessPoint]:
    """A running access point that the store uses, with a sealed token."""
    found = AccessPoint()
    with served(found) as url:
        found.url = url.replace("/graphql/", "/inbox")
        configure(
            transmission="access_point", access_point_url=found.url,
            access_point_token=seal(TOKEN),
        )  # fmt: skip
        yield found
    net.close()


# --- Where we call --------------------------------------------------------------------------------
@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_address_is_called(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, configure: Configure,
    document: SalesDocument, address: str,
) -> None:  # fmt: skip
    settings.ALLOW_PRIVATE_SALEOR = False
    net.close()
    configure(transmission="access_point", access_point_url=URL)
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to(address))
    row = step(transmission_request(document=document))
    assert row.state == State.FAILED
    assert row.last_error.startswith("TRANSMISSION_NOT_SET_UP")
    assert address not in row.last_error  # what a name means inside is nobody's business


def test_plain_http_and_this_machine_are_not_called(
    settings: Settings, point: AccessPoint, configure: Configure, document: SalesDocument
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    net.close()
    row = step(transmission_request(document=document))
    assert (row.state, point.calls) == (State.FAILED, [])
    configure(access_point_url=point.url.replace("http://", "https://"))
    row = step(transmission_request(document=document))
    assert (row.state, point.calls) == (State.FAILED, [])
    assert row.last_error.startswith("TRANSMISSION_NOT_SET_UP")


def test_a_name_that_turns_private_between_two_calls_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, point: AccessPoint, configure: Configure,
    document: SalesDocument,
) -> None:  # fmt: skip
    port = httpx.URL(point.url).port
    configure(access_point_url=f"http://rebinding.example.com:{port}/inbox")
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("127.0.0.1"))
    row = step(transmission_request(document=document))
    assert row.state == State.IN_FLIGHT
    settings.ALLOW_PRIVATE_SALEOR = False
    configure(access_point_url=f"https://rebinding.example.com:{port}/inbox")
    row = step(row)
    assert len(point.calls) == 1
    assert row.last_error.startswith("TRANSMISSION_NOT_SET_UP")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(point: AccessPoint, document: SalesDocument, status: int) -> None:
    other = AccessPoint()
    with served(other) as elsewhere:
        point.moods = [Reply(b"", status=status, headers={"Location": elsewhere})]
        row = step(transmission_request(document=document))
    assert other.calls == []
    assert row.state == State.FAILED


@pytest.mark.parametrize(
    "url", ["https://xn--a.example/", "https://xn--.example/x", "https://a\u0301.example/"]
)
def test_a_host_that_is_no_name_is_a_setting_to_mend(
    configure: Configure, document: SalesDocument, url: str
) -> None:
    configure(transmission="access_point", access_point_url=url)
    row = step(transmission_request(document=document))
    assert (row.state, row.attempts) == (State.FAILED, 1)
    assert row.last_error.startswith("TRANSMISSION_NOT_SET_UP")


# --- What we send ---------------------------------------------------------------------------------
def test_no_cookie_of_one_call_goes_with_the_next(
    point: AccessPoint, document: SalesDocument
) -> None:
    """All stores share one client, and two of them may have the same access point."""
    cookie = {"Set-Cookie": "session=of-the-first; Path=/"}
    point.moods = [Reply({"id": "ap/1"}, headers=cookie)]
    row = step(transmission_request(document=document))
    step(row)
    net.client().get(point.url)
    assert len(point.calls) == 3
    assert not [call for call in point.calls if "cookie" in call.headers]
    assert not list(net.client().cookies.jar)


def test_a_stores_token_goes_to_its_own_access_point(
    point: AccessPoint, document: SalesDocument
) -> None:
    step(transmission_request(document=document))
    net.client().get(point.url)
    ours, plain = point.calls
    assert ours.headers["authorization"] == f"Bearer {TOKEN}"
    assert "authorization" not in plain.headers


@pytest.mark.parametrize("number", ["INV\r\nX-Evil: 1", "INV 1 \u2028é", " INV ", "\x7fINV"])
def test_no_number_writes_a_header(point: AccessPoint, issue: Issue, number: str) -> None:
    row = step(transmission_request(document=issue(xml=True, number=number)))
    assert row.state in {State.IN_FLIGHT, State.PENDING}
    for call in point.calls:
        assert "x-evil" not in call.headers
        assert call.headers["x-document-number"].isascii()


# --- What we keep ---------------------------------------------------------------------------------
ECHOES = (
    Reply({"detail": f"Bearer {TOKEN} is unknown"}, status=401),
    Reply({"id": TOKEN, "status": "failed", "detail": f"no {TOKEN}"}),
    Reply(json.dumps({"detail": TOKEN}).replace("/", "\\/").encode(), status=403),
    Reply(f"<html>{TOKEN}</html>".encode(), status=500),
    Reply({"id": "1", "status": TOKEN}),
    Reply({"id": "1", "detail": [TOKEN]}),
    Reply(b"", status=302, headers={"Location": f"https://evil.example/{TOKEN}"}),
)


@pytest.mark.parametrize("mood", ECHOES)
def test_a_token_that_is_echoed_is_kept_nowhere(
    point: AccessPoint, document: SalesDocument, mood: Reply, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level("DEBUG")
    point.moods = [mood]
    row = step(transmission_request(document=document))
    kept: list[Any] = [
        *Transmission.objects.values(),
        *document.history.values(),
        *Problem.objects.values(),
        *(record.getMessage() for record in caplog.records),
    ]
    assert row.attempts <= 1
    assert TOKEN in point.calls[0].headers["authorization"]
    assert TOKEN not in str(kept)


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": "\\ud800"}', b'{"id": "1", "detail": "\\udfff"}',
        b'{"id": "1", "status": "\\ud800"}',
        b'{"id": ' + b"9" * 5000 + b"}", b'{"id": 1e999999999}', b'{"id": NaN}', b"\xff\xfe",
        b'{"id": "1", "detail": ' + b"[" * 5000 + b"]" * 5000 + b"}", b'{"id": {"a": 1}}',
        b'{"id": "' + b"x" * 301 + b'"}', b'{"id": "\\u0000"}',
    ],
)  # fmt: skip
def test_an_answer_that_can_not_be_kept_is_asked_for_again(
    point: AccessPoint, document: SalesDocument, body: bytes
) -> None:
    point.moods = [Reply(body)]
    row = step(transmission_request(document=document))
    assert (row.state, row.attempts) == (State.PENDING, 1)
    assert row.last_error.startswith("BAD_ANSWER")
    assert step(row).state == State.IN_FLIGHT


# --- Where a token may go -------------------------------------------------------------------------
def change(store: Installation, **values: Any) -> list[SettingChange]:
    """Set values for the whole store, one after the other."""
    return [
        made
        for key, value in values.items()
        for made in setting_set(
            installation=store, level=Level.APP, key=key, value=value, changed_by="staff:1"
        )
    ]


def refusal(store: Installation, level: Level, name: str, key: str, value: str) -> str:
    """The code with which a value is refused."""
    with pytest.raises(InvalidInput) as caught:
        setting_set(
            installation=store, level=level, name=name, key=key, value=value, changed_by="key:thief"
        )
    assert TOKEN not in str(caught.value.params) + caught.value.message
    return caught.value.code


THEFT = "ACCESS_POINT_TOKEN_NEEDED"


def test_no_new_address_gets_the_old_token(store: Installation, entity: object) -> None:
    change(store, access_point_url=URL, access_point_token=TOKEN)
    places = ((Level.APP, ""), (Level.LEGAL_ENTITY, "main"), (Level.CHANNEL, "new-channel"))
    for level, name in places:
        for url in ("https://evil.example/inbox", "https://ap.example.com:8443/inbox"):
            assert refusal(store, level, name, NAME, url) == THEFT
    change(store, access_point_url="https://AP.example.com/v2")  # the same host


def test_no_detour_leads_the_old_token_elsewhere(store: Installation, entity: object) -> None:
    change(store, access_point_url=URL, access_point_token=TOKEN)
    setting_inherit(installation=store, level=Level.APP, key=NAME, changed_by="key:thief")
    assert refusal(store, Level.APP, "", NAME, "https://evil.example/") == THEFT
    assert refusal(store, Level.APP, "", NAME, URL) == THEFT  # whose it was is forgotten
    both = {"access_point_token": TOKEN, NAME: "https://new.example.com/"}  # in one go
    given = [ValueInput(level=Level.APP, name="", key=key, value=both[key]) for key in both]
    assert len(settings_update(installation=store, changes=given, changed_by="staff:1")) == 1


def test_a_sellers_address_does_not_get_the_channels_token(
    store: Installation, entity: object
) -> None:
    channel, token = (Level.CHANNEL, "c"), "access_point_token"
    for (level, name), key, value in (
        (channel, NAME, URL),
        (channel, token, TOKEN),
        ((Level.LEGAL_ENTITY, "main"), NAME, "https://evil.example/"),
    ):
        setting_set(
            installation=store, level=level, name=name, key=key, value=value, changed_by="staff:1"
        )
    with pytest.raises(InvalidInput) as caught:
        setting_inherit(
            installation=store, level=Level.CHANNEL, name="c", key=NAME, changed_by="staff:1"
        )
    assert caught.value.code == THEFT


def test_who_enters_the_token_says_where_it_goes(store: Installation, entity: object) -> None:
    change(store, access_point_url=URL, access_point_token=TOKEN)
    change(store, access_point_token="another-token-of-mine", access_point_url=URL)
    with pytest.raises(InvalidInput):
        change(store, access_point_url="https://other.example/")
    change(store, access_point_token="", access_point_url="https://other.example/")
    change(store, access_point_token=TOKEN)
