"""E-invoices to an access point over HTTPS, by the contract in ``docs/delivery.md``."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from saleor_invoices.delivery.transmission.port import (
    Package,
    Progress,
    Receipt,
    Status,
    Transmitter,
    register,
)
from saleor_invoices.domain.document import Identifier
from saleor_invoices.domain.errors import (
    AppError,
    InvalidInput,
    Refused,
    Throttled,
    Unreachable,
)
from saleor_invoices.saleor import net, wire
from saleor_invoices.stores.profile import ChannelProfile

CHANNEL = "access_point"
MAX_ANSWER_BYTES = 100_000
_TOKEN = re.compile(r"[\x21-\x7e]{1,500}")  # what fits into a header
_SHORTEST_SECRET = 8  # what is shorter could be a part of any word
_TEMPORARY = frozenset({408, 409, 425, 429})  # 409: the same key is being worked on just now
_SAFE = "/:.,_-+ "


class AccessPoint:
    """The channel "access_point"."""

    def __init__(self, profile: ChannelProfile) -> None:
        self._url = profile.einvoicing.access_point_url
        self._token = profile.einvoicing.access_point_token

    def submit(self, package: Package) -> Receipt:
        """POST the XML. Raises ``InvalidInput`` for settings, ``Refused``, ``Unreachable``."""
        answer = self._ask("POST", self._address(), headers=_headers(package), body=package.xml)
        identity = answer.get("id")
        if not isinstance(identity, str | int) or not 0 < len(str(identity)) <= 300:
            # It may have taken it; asking again with the same key is safe.
            raise Unreachable("The access point answered without an id.", code="BAD_ANSWER")
        return Receipt(external_id=str(identity), status=_status(answer))

    def poll(self, receipt: Receipt) -> Status:
        """GET ``<url>/<id>``. Raises as ``submit``; 404 may mean that it is not listed yet."""
        address = f"{self._address()}/{quote(receipt.external_id, safe='')}"
        return _status(self._ask("GET", address, headers={}))

    def _address(self) -> str:
        """The setting's address without the last slash; plain HTTP needs ALLOW_PRIVATE_SALEOR."""
        if not self._url:
            raise InvalidInput("access_point_url is not set.", code="TRANSMISSION_NOT_SET_UP")
        try:
            net.guard_url(self._url, resolve=False)  # the connection checks the addresses
        except InvalidInput as error:
            raise _url_refused() from error
        return self._url.rstrip("/")

    def _ask(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None = None
    ) -> dict[str, Any]:
        every = {**headers, **self._authorization(), "Accept": "application/json"}
        try:
            with net.client().stream(method, url, headers=every, content=body) as response:
                content = wire.read(response, limit=MAX_ANSWER_BYTES)
        except httpx.HTTPError as error:
            raise Unreachable(
                f"The access point can't be reached ({type(error).__name__})."
            ) from error
        except (httpx.InvalidURL, UnicodeError) as error:  # a host name that is no IDNA
            raise _url_refused() from error
        except ValueError as error:
            raise Unreachable("The access point answered too much.", code="BAD_ANSWER") from error
        except InvalidInput as error:  # the guard of the connection itself
            raise _url_refused() from error
        content = _without(self._token, content)
        _judge(response, content, is_poll=method == "GET")
        return _decoded(content)

    def _authorization(self) -> dict[str, str]:
        if not self._token:
            return {}
        if not _TOKEN.fullmatch(self._token):
            raise InvalidInput(
                "access_point_token has characters that no token has.",
                code="TRANSMISSION_NOT_SET_UP",
            )
        return {"Authorization": f"Bearer {self._token}"}


def _without(token: str, content: bytes) -> bytes:
    """An answer that does not repeat our token: its words are shown to people and kept."""
    if len(token) < _SHORTEST_SECRET:
        return content
    for form in (token, json.dumps(token)[1:-1], token.replace("/", r"\/")):
        content = content.replace(form.encode(), b"***")
    return content


def _headers(package: Package) -> dict[str, str]:
    document = package.document
    words = {
        "X-Document-Type": document.kind,
        "X-Document-Id": str(document.pk),
        "X-Document-Number": document.number,
        "X-Profile": package.profile,
        "X-Syntax": package.syntax,
        "X-Sender-Id": _identifier(package.sender),
        "X-Receiver-Id": _identifier(package.receiver),
    }
    # Headers are ASCII: anything else is percent-encoded UTF-8 (RFC 3986).
    encoded = {name: quote(value, safe=_SAFE) for name, value in words.items() if value}
    fixed = {"Content-Type": "application/xml", "Idempotency-Key": package.idempotency_key}
    return {**encoded, **fixed}


def _identifier(identifier: Identifier) -> str:
    return f"{identifier.scheme}:{identifier.value}" if identifier.value else ""


def _judge(response: httpx.Response, content: bytes, *, is_poll: bool) -> None:
    status = response.status_code
    if 200 <= status < 300:
        return
    words = _error_words(content)
    said = f"The access point answered {status}{f': {words}' if words else ''}."
    if status == 429:
        raise Throttled(said, retry_after=_retry_after(response))
    if status >= 500 or status in _TEMPORARY or (is_poll and status == 404):
        raise Unreachable(said)
    # Redirects too: an e-invoice is not handed to whoever an answer names.
    raise Refused(said, code="TRANSMISSION_REFUSED", params={"status": status})


def _error_words(content: bytes) -> str:
    try:
        found = wire.decode(content)
    except ValueError:
        return ""
    detail = found.get("detail") if isinstance(found, dict) else ""
    return " ".join(detail.split())[:300] if isinstance(detail, str) else ""


def _retry_after(response: httpx.Response) -> float:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 60.0


def _decoded(content: bytes) -> dict[str, Any]:
    try:
        found = wire.decode(content)
        texts = found.values() if isinstance(found, dict) else ()
        "".join(text for text in texts if isinstance(text, str)).encode()  # no half characters
    except ValueError:
        found = None
    if not isinstance(found, dict) or wire.has_nul(found):
        raise Unreachable("The access point's answer is no JSON object.", code="BAD_ANSWER")
    return found


def _status(answer: Mapping[str, Any]) -> Status:
    detail = answer.get("detail")
    word = answer.get("status", Progress.IN_FLIGHT)
    if not isinstance(word, str) or word not in set(Progress):
        raise Unreachable("The access point's status is none we know.", code="BAD_ANSWER")
    kept = {name: str(answer[name])[:1000] for name in ("id", "status", "detail") if name in answer}
    return Status(
        progress=Progress(word),
        detail=" ".join(detail.split())[:1000] if isinstance(detail, str) else "",
        raw=kept,
    )


def _url_refused() -> AppError:
    return InvalidInput(
        "access_point_url must be a public https address without user, query and fragment.",
        code="TRANSMISSION_NOT_SET_UP",
    )


def make(profile: ChannelProfile) -> Transmitter:
    """The transmitter of a channel of the shop."""
    return AccessPoint(profile)


register(CHANNEL, make)
