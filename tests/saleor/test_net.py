"""The guard on outbound calls: which addresses may be called, checked where it counts."""

import http.server
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme
from pytest_django import Settings

from saleor_invoices.domain.errors import InvalidInput, NotAllowed, Unreachable
from saleor_invoices.saleor import net
from tests.saleor.fake_saleor import Reply, Script, served

PUBLIC = "93.184.215.14"
PRIVATE = [
    "127.0.0.1", "10.0.0.8", "172.16.5.5", "192.168.1.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
    "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.8", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::",
]  # fmt: skip

Resolver = Callable[..., list[Any]]


@pytest.fixture(autouse=True)
def strict(settings: Settings) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False


def resolving_to(*addresses: str) -> Resolver:
    def resolver(_host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        family = {True: socket.AF_INET6, False: socket.AF_INET}
        return [(family[":" in a], socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    return resolver


def refused(url: str, **options: Any) -> str:
    with pytest.raises(InvalidInput) as error:
        net.guard_url(url, **options)
    return error.value.code


def test_a_public_https_address_may_be_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to(PUBLIC, "2606:2800:21f:cb07::1"))
    net.guard_url("https://shop.example.com/graphql/")
    net.guard_url("https://shop.example.com:8443/graphql/")


@pytest.mark.parametrize("address", PRIVATE)
def test_private_and_special_addresses_are_refused(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to(address))
    assert refused("https://shop.example.com/graphql/") == "SALEOR_URL_PRIVATE"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to(PUBLIC, "10.0.0.8"))
    assert refused("https://shop.example.com/graphql/") == "SALEOR_URL_PRIVATE"


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/graphql/", "https://[::1]/graphql/", "https://localhost/graphql/",
        "https://2130706433/graphql/", "https://0x7f000001/graphql/", "https://127.1/graphql/",
        "https://[::ffff:169.254.169.254]/",
    ],
)  # fmt: skip
def test_every_spelling_of_a_private_address_is_refused(url: str) -> None:
    assert refused(url) == "SALEOR_URL_PRIVATE"


def test_plain_http_is_refused() -> None:
    assert refused("http://shop.example.com/graphql/", resolve=False) == "SALEOR_URL_INSECURE"


@pytest.mark.parametrize(
    "url",
    [
        "", "shop.example.com", "/graphql/", "//shop.example.com/", "ftp://shop.example.com/",
        "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///graphql/",
        "https://user:secret@shop.example.com/", "https://shop.example.com/?next=x",
        "https://shop.example.com/#x", "https://shop.example.com:0/", "https://shop.example.com:x/",
        "https://shop.example.com:99999/", "https://[::1/", " https://shop.example.com/",
        "https://shop.example.com/\n", "https://shop.example.com/" + "x" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_api_address_is_refused(url: str) -> None:
    assert refused(url, resolve=False) == "SALEOR_URL_INVALID"


def test_a_name_that_does_not_resolve_may_heal(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreachable) as error:
        net.guard_url("https://shop.example.com/graphql/")
    assert error.value.code == "HOST_NOT_FOUND"


def test_the_setting_opens_private_addresses_and_plain_http(settings: Settings) -> None:
    settings.ALLOW_PRIVATE_SALEOR = True
    net.guard_url("http://127.0.0.1:8000/graphql/")
    net.guard_url("http://localhost:8000/graphql/", allow_private=True)
    assert refused("ftp://127.0.0.1/") == "SALEOR_URL_INVALID"


def test_the_connection_itself_refuses_a_private_address() -> None:
    script = Script()
    with served(script) as url, pytest.raises(InvalidInput) as error:
        net.client().get(url)
    assert error.value.code == "SALEOR_URL_PRIVATE"
    assert script.calls == []


def test_a_name_that_turns_private_after_the_check_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = Script()
    with served(script) as url:
        port = httpx.URL(url).port
        monkeypatch.setattr(socket, "getaddrinfo", resolving_to(PUBLIC))
        net.guard_url(f"https://rebinding.example.com:{port}/graphql/")
        monkeypatch.setattr(socket, "getaddrinfo", resolving_to("127.0.0.1"))
        with pytest.raises(InvalidInput):
            net.client().get(f"http://rebinding.example.com:{port}/graphql/")
    assert script.calls == []


def test_an_address_that_does_not_answer_gives_way_to_the_next(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = True
    script = Script(jwks=Reply({"keys": []}))
    with served(script) as url:
        monkeypatch.setattr(socket, "getaddrinfo", resolving_to("127.0.0.2", "127.0.0.1"))
        port = httpx.URL(url).port
        answer = net.client().get(f"http://two.example.com:{port}/.well-known/jwks.json")
    assert answer.json() == {"keys": []}
    assert script.calls[0].headers["host"] == f"two.example.com:{port}"


def test_proxies_of_the_environment_are_not_used(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = True
    proxy, target = Script(), Script(jwks=Reply({"keys": []}))
    with served(proxy) as proxy_url, served(target) as url:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy_url)
        net.close()
        net.client().get(httpx.URL(url).join("/.well-known/jwks.json"))
    assert (len(proxy.calls), len(target.calls)) == (0, 1)


def test_the_pool_is_shared_in_a_process_and_new_after_a_close() -> None:
    first = net.client()
    assert net.client() is first
    net.close()
    assert first.is_closed
    assert net.client() is not first


@contextmanager
def https_server(authority: trustme.CA, name: str) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.server_port
    finally:
        net.close()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("certified", "holds"), [("shop.test", True), ("other.test", False)])
def test_tls_is_checked_against_the_name_though_the_address_is_pinned(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    certified: str,
    holds: bool,
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = True
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.chdir(tmp_path)
    net.close()
    with https_server(authority, certified) as port:
        monkeypatch.setattr(socket, "getaddrinfo", resolving_to("127.0.0.1"))
        url = f"https://shop.test:{port}/ca.pem"
        if holds:
            assert net.client().get(url).status_code == 200
        else:
            with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                net.client().get(url)


@pytest.mark.parametrize(
    ("pattern", "url", "allowed"),
    [
        ("*", "https://any.example.com/graphql/", True),
        ("https://shop.example.com/graphql/", "https://shop.example.com/graphql/", True),
        ("https://shop.example.com/graphql/", "https://shop.example.com:443/graphql/", True),
        ("https://shop.example.com/graphql/", "https://SHOP.example.com/graphql/", True),
        ("https://shop.example.com/graphql/", "http://shop.example.com/graphql/", False),
        ("https://shop.example.com/graphql/", "https://shop.example.com/", False),
        ("https://shop.example.com/graphql/", "https://shop.example.com:444/graphql/", False),
        ("https://*.saleor.cloud/graphql/", "https://my-store.eu.saleor.cloud/graphql/", True),
        ("https://*.saleor.cloud/graphql/", "https://saleor.cloud/graphql/", False),
        ("https://*.saleor.cloud/graphql/", "https://.saleor.cloud/graphql/", False),
        ("https://*.saleor.cloud/graphql/", "https://evil.com/x.saleor.cloud/graphql/", False),
        ("https://*.saleor.cloud/graphql/", "https://x.saleor.cloud.evil.com/graphql/", False),
        ("https://*.saleor.cloud/graphql/", "https://evilsaleor.cloud/graphql/", False),
        ("https://shop-*.example.com/", "https://shop-1.example.com/", True),
        ("http://127.0.0.1:8000/graphql/", "http://127.0.0.1:8000/graphql/", True),
        ("", "https://shop.example.com/graphql/", False),
    ],
)
def test_allow_list(pattern: str, url: str, allowed: bool) -> None:
    if allowed:
        net.guard_allowed(url, patterns=[pattern])
        return
    with pytest.raises(NotAllowed) as error:
        net.guard_allowed(url, patterns=["https://unrelated.example.com/graphql/", pattern])
    assert error.value.code == "SALEOR_URL_PROHIBITED"


def test_an_empty_allow_list_lets_none_in(settings: Settings) -> None:
    settings.ALLOWED_SALEOR_URLS = []
    with pytest.raises(NotAllowed):
        net.guard_allowed("https://shop.example.com/graphql/")
    settings.ALLOWED_SALEOR_URLS = ["*"]
    net.guard_allowed("https://shop.example.com/graphql/")
