"""Addresses that merchants give: never a private one, never longer than allowed, never more."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme
from pytest_django import Settings

from saleor_invoices.domain.errors import AppError, InvalidInput, Unreachable
from saleor_invoices.saleor import outbound
from saleor_invoices.saleor.outbound import Answer
from tests.saleor.fake_saleor import Reply, Script, served
from tests.saleor.test_net import PRIVATE, PUBLIC, resolving_to

Talk = Callable[[socket.socket], None]
OK = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture(autouse=True)
def _private_is_allowed(settings: Settings) -> None:
    settings.ALLOW_PRIVATE_SALEOR = True


def post(url: str, *, seconds: float = 5.0, most: int = 1000) -> Answer:
    """POST something."""
    return outbound.post(url, headers={"X-A": "1"}, content=b"{}", seconds=seconds, most=most)


def failed(url: str, **options: Any) -> AppError:
    """What a POST raises."""
    with pytest.raises(AppError) as error:
        post(url, **options)
    return error.value


@contextmanager
def talking(talk: Talk) -> Iterator[str]:
    """A server that says whatever it likes, byte by byte."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            line, _ = listener.accept()
        except OSError:
            return
        with line:
            line.settimeout(20)
            try:
                line.recv(65536)
                talk(line)
            except OSError:
                pass  # the client had enough

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
    finally:
        listener.close()
        thread.join(20)
        assert not thread.is_alive()


def drip(line: socket.socket, head: bytes, drop: bytes) -> None:
    """Begin, and then go on, a little every tenth of a second, for ever."""
    line.sendall(head)
    while True:
        line.sendall(drop)
        time.sleep(0.1)


def test_an_answer_comes_back_with_its_first_bytes() -> None:
    reply = Reply(b"taken", status=202, headers={"Retry-After": "7"})
    with served(lambda _: reply) as url:
        answer = post(f"{url}?key=a%20b")
    assert answer == Answer(status=202, head=b"taken", retry_after=7.0)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_and_special_addresses_are_refused_at_the_connection(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to(PUBLIC, address))
    error = failed("https://hooks.example.com/")
    assert isinstance(error, InvalidInput)
    assert error.code == outbound.URL_REFUSED


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/", "https://localhost/", "https://2130706433/", "https://127.1/",
        "https://0x7f.1/", "https://[64:ff9b::a9fe:a9fe]/", "https://169.254.169.254/latest/",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_gets_through(settings: Settings, url: str) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    assert failed(url).code == outbound.URL_REFUSED


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.com/", "ftp://hooks.example.com/", "https://u:p@hooks.example.com/",
        "https://hooks.example.com/#x", "//hooks.example.com/", "https://hooks.example.com\\@a.b/",
        "https://hooks.example.com:0/", "https:///x", "",
    ],
)  # fmt: skip
def test_what_is_no_public_https_address_is_refused_without_a_look(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    monkeypatch.setattr(socket, "getaddrinfo", None)
    with pytest.raises(InvalidInput) as error:
        outbound.check_url(url)
    assert error.value.code == outbound.URL_REFUSED
    assert failed(url).code == outbound.URL_REFUSED


def test_a_query_may_be_there(settings: Settings) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    outbound.check_url("https://hooks.example.com/a?key=b")


def test_a_name_that_turns_private_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    answers = [resolving_to(PUBLIC), resolving_to("127.0.0.1")]
    asked: list[str] = []

    def rebinding(host: str, port: int, *rest: Any, **named: Any) -> list[Any]:
        asked.append(host)
        return answers[min(len(asked), 2) - 1](host, port, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    rebinding("hooks.example.com", 443)  # what a check beforehand would have seen
    assert failed("https://hooks.example.com/").code == outbound.URL_REFUSED
    assert len(asked) == 2


def test_a_name_is_looked_up_once_and_that_answer_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    with served(lambda _: Reply({})) as url:
        port = int(url.split(":")[2].partition("/")[0])

        def once(host: str, number: int, *rest: Any, **named: Any) -> list[Any]:
            asked.append(host)
            return resolving_to("127.0.0.1")(host, number, *rest, **named)

        monkeypatch.setattr(socket, "getaddrinfo", once)
        assert post(f"http://hooks.example.com:{port}/").status == 200
    # What connects asks again, but for the address that was checked.
    assert asked[0] == "hooks.example.com"
    assert set(asked[1:]) <= {"127.0.0.1"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    inside, calls = Script(), []
    with served(inside) as private:

        def answer(call: Any) -> Reply:
            calls.append(call)
            return Reply(b"", status=status, headers={"Location": private})

        with served(answer) as url:
            assert post(url).status == status
    assert (len(calls), inside.calls) == (1, [])


def test_a_huge_answer_is_read_in_part() -> None:
    sent = 0

    def flood(line: socket.socket) -> None:
        nonlocal sent
        line.sendall(OK + b"Content-Length: 1000000000\r\n\r\n")
        while sent < 1_000_000_000:
            sent += line.send(b"x" * 65536)

    with talking(flood) as url:
        assert post(url).head == b"x" * 1000
    assert sent < 20_000_000


def test_a_packed_answer_is_not_unpacked() -> None:
    packed = Reply(b"\x1f\x8b" + b"0" * 50, headers={"Content-Encoding": "gzip"})
    with served(lambda _: packed) as url:
        assert post(url).head.startswith(b"\x1f\x8b")


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"", b""),
        (b"HTTP/1.1 ", b""),
        (OK, b"X-A: 1\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (OK + b"Content-Length: 500\r\n\r\n", b"x"),
    ],
)
def test_a_slow_answer_ends_at_the_deadline(head: bytes, drop: bytes) -> None:
    began = time.monotonic()
    with talking(lambda line: drip(line, head, drop) if drop else time.sleep(2)) as url:
        error = failed(url, seconds=1.0)
        assert 0.9 <= time.monotonic() - began < 1.9
    assert isinstance(error, Unreachable)
    assert error.code == outbound.TOO_SLOW


def test_nobody_there_may_heal() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    listener.close()
    error = failed(f"http://127.0.0.1:{port}/")
    assert isinstance(error, Unreachable)
    assert not error.permanent


@pytest.mark.parametrize("noise", [b"", b"no HTTP at all\r\n\r\n", b"HTTP/1.1 999999\r\n\r\n"])
def test_what_is_no_http_may_heal(noise: bytes) -> None:
    with talking(lambda line: line.sendall(noise)) as url:
        assert isinstance(failed(url), Unreachable)


@pytest.mark.parametrize(("certified", "holds"), [("hooks.test", True), ("other.test", False)])
def test_tls_is_checked_against_the_name_and_bounded_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, certified: str, holds: bool
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("127.0.0.1"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(certified).configure_cert(context)

    def talk(line: socket.socket) -> None:
        line.recv(65_536)  # closed with something unread, the connection would break
        line.sendall(OK + b"Content-Length: 4\r\n\r\nwell")

    with encrypted(context, talk) as port:
        url = f"https://hooks.test:{port}/"
        if holds:
            assert post(url).head == b"well"
        else:
            assert "certificate" in failed(url).message


@contextmanager
def encrypted(context: ssl.SSLContext, talk: Talk) -> Iterator[int]:
    """The same over TLS."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = listener.accept()
        try:
            with context.wrap_socket(line, server_side=True) as safe:
                safe.settimeout(20)
                safe.recv(65536)
                talk(safe)
        except (OSError, ssl.SSLError):
            line.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()
        thread.join(20)


def test_a_handshake_that_never_ends_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("127.0.0.1"))
    with talking(lambda line: time.sleep(2)) as url:
        began = time.monotonic()
        error = failed(url.replace("http://127.0.0.1", "https://hooks.test"), seconds=1.0)
    assert error.code == outbound.TOO_SLOW
    assert time.monotonic() - began < 3
