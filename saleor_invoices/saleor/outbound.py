"""One POST to an address that a merchant gave: guarded as ``net`` guards, and bounded.

Whoever answers may want to hold a worker up or to fill its memory: a byte every four seconds keeps
any time-out of a single read from running out. So each call has a connection of its own, with one
deadline for all of it, and no more of the answer is read than is shown.
"""

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx
from django.conf import settings

from saleor_invoices.domain.errors import AppError, InvalidInput, Unreachable
from saleor_invoices.saleor import net

TOO_SLOW = "TOO_SLOW"
URL_REFUSED = "URL_REFUSED"
ONE_CALL = httpx.Limits(max_connections=1, max_keepalive_connections=0)
CONNECT_SECONDS = 5.0  # for one of several addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, the first bytes of the body, and when to come again."""

    status: int
    head: bytes
    retry_after: float | None = None  # seconds


def check_url(url: str) -> None:
    """Refuse an address that is never called. Raises ``InvalidInput`` URL_REFUSED.

    Where its name leads is checked at the connection, each time: it may change.
    """
    try:
        net.guard_url(url, resolve=False, allow_query=True)
    except InvalidInput as error:
        raise _refused() from error


def post(
    url: str, *, headers: Mapping[str, str], content: bytes, seconds: float, most: int
) -> Answer:
    """POST ``content`` within ``seconds`` in all, and read at most ``most`` bytes of the answer.

    A redirect is an answer like any other. Raises ``InvalidInput`` URL_REFUSED for a private
    address; ``Unreachable``, with the code TOO_SLOW for a server that holds us up.
    """
    check_url(url)
    backend = _BoundedBackend(seconds, allow_private=bool(settings.ALLOW_PRIVATE_SALEOR))
    transport = net.GuardedTransport(backend, limits=ONE_CALL)
    every = {**headers, "Accept-Encoding": "identity"}
    try:
        with (
            httpx.Client(transport=transport, trust_env=False) as client,
            client.stream("POST", url, headers=every, content=content) as response,
        ):
            return _answer(response, most)
    except (httpx.TimeoutException, httpcore.TimeoutException) as error:
        raise Unreachable(f"No answer within {seconds:g} seconds.", code=TOO_SLOW) from error
    except (httpx.HTTPError, httpcore.NetworkError, ssl.SSLError) as error:
        raise Unreachable(f"It can't be reached ({_reason(error)}).") from error
    except (httpx.InvalidURL, UnicodeError) as error:  # a host name that is no IDNA
        raise _refused() from error
    except InvalidInput as error:  # the guard of the connection itself
        raise _refused() from error


class _BoundedBackend(net.GuardedBackend):
    """Makes connections whose every step ends ``seconds`` from now, at the latest."""

    def __init__(self, seconds: float, *, allow_private: bool) -> None:
        super().__init__(allow_private=allow_private)
        self._deadline = time.monotonic() + seconds

    def connect_tcp(self, host: str, port: int, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        left = _left(self._deadline, httpcore.ConnectTimeout)
        options["timeout"] = min(left, CONNECT_SECONDS)
        return _Bounded(super().connect_tcp(host, port, *args, **options), self._deadline)


class _Bounded(httpcore.NetworkStream):
    """A stream whose reads and writes all end at one deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        return self._stream.get_extra_info(info)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, httpcore.ConnectTimeout)
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)


def _left(deadline: float, late: type[Exception]) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("deadline")
    return left


def _answer(response: httpx.Response, most: int) -> Answer:
    head = bytearray()
    for chunk in response.iter_raw():
        head += chunk
        if len(head) >= most:
            break
    return Answer(
        status=response.status_code, head=bytes(head[:most]), retry_after=_retry_after(response)
    )


def _retry_after(response: httpx.Response) -> float | None:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def _reason(error: Exception) -> str:
    return "its certificate does not hold" if "CERTIFICATE" in str(error) else type(error).__name__


def _refused() -> AppError:
    return InvalidInput(
        "The address must be a public https address without user and fragment.", code=URL_REFUSED
    )
