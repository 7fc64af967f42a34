"""The client for a Saleor's GraphQL API."""

import re
import time
from collections.abc import Mapping
from typing import Any

import httpx
import msgspec

from saleor_invoices.domain.errors import (
    Disconnected,
    InvalidInput,
    Refused,
    Throttled,
    Unreachable,
)
from saleor_invoices.saleor import answers, documents, net, wire

MAX_ANSWER_BYTES = 10_000_000
PAUSE_SECONDS = 0.25

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_TOKEN = re.compile(r"[\x21-\x7e]{1,2000}")  # what fits into a header


class NotSent(Unreachable):
    """The request did not leave this machine."""


class SaleorClient:
    """Sends the documents of ``graphql/saleor`` to one Saleor, as the app.

    ``api_url`` is the GraphQL endpoint, ``token`` the app's token there. ``transport`` replaces
    the network, for tests. One operation a request, hence never more than Saleor's four mutations.
    Safe to keep and to share between threads and forked processes.
    """

    def __init__(
        self, *, api_url: str, token: str, transport: httpx.BaseTransport | None = None
    ) -> None:
        net.guard_url(api_url, resolve=False)  # the connection itself checks the addresses
        if not _TOKEN.fullmatch(token):
            raise InvalidInput("The token holds characters that no token has.", code="BAD_TOKEN")
        self.api_url = api_url
        self._token = token
        self._own = net.client(transport) if transport else None

    def __repr__(self) -> str:
        return f"SaleorClient(api_url={self.api_url!r})"

    def execute(
        self,
        name: str,
        variables: Mapping[str, object] | None = None,
        *,
        patience: float | None = None,
    ) -> dict[str, Any]:
        """Run the document called ``name``; returns ``data``, with fractions as ``Decimal``.

        A short fault is tried over once, a mutation only if it was not sent. ``patience`` is how
        many seconds an attempt may take, where a person waits for it. Raises
        ``Unreachable``, ``Throttled``, ``Refused`` (also for a mutation's own errors; code
        PERMISSION_MISSING when staff did not grant what it needs) and ``Disconnected`` (the token
        is dead: the app was removed or switched off there).
        """
        operation = documents.operation(name)
        try:
            data = self._send(operation, variables or {}, patience)
        except answers.Denied as denied:
            raise self._reason(denied) from denied
        if operation.is_mutation:
            answers.raise_for_mutation(data)
        return data

    def is_alive(self) -> bool:
        """Whether Saleor still accepts the token at all; raises ``Unreachable`` if it is down."""
        try:
            return self._send(documents.operation("appAlive"), {}).get("app") is not None
        except answers.Denied:
            return False

    def _reason(self, denied: answers.Denied) -> Refused | Disconnected:
        # A dead token and a permission that was not granted look the same: HTTP 200 with
        # PermissionDenied. Only a living token may ask who it is.
        if self.is_alive():
            return Refused(
                "The app lacks a permission in Saleor; install it again and grant all it asks for.",
                code="PERMISSION_MISSING",
                params=denied.params,
            )
        return Disconnected(f"{self.api_url} no longer accepts the app's token.")

    def _send(
        self,
        operation: documents.Operation,
        variables: Mapping[str, object],
        patience: float | None = None,
    ) -> dict[str, Any]:
        body = _ENCODER.encode({"query": operation.text, "variables": variables})
        timeout = net.TIMEOUT if patience is None else httpx.Timeout(patience)
        try:
            return self._attempt(body, timeout)
        except Throttled:
            raise
        except Unreachable as error:
            # Saleor may have done what a mutation asked for before the answer was lost.
            if operation.is_mutation and not isinstance(error, NotSent):
                raise
        time.sleep(PAUSE_SECONDS)
        return self._attempt(body, timeout)

    def _attempt(self, body: bytes, timeout: httpx.Timeout) -> dict[str, Any]:
        try:
            status, headers, answer = self._post(body, timeout)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise NotSent(f"{self.api_url} can't be reached.") from error
        except httpx.TimeoutException as error:
            raise Unreachable(f"{self.api_url} did not answer in time.") from error
        except httpx.HTTPError as error:
            raise Unreachable(f"{self.api_url} broke the connection off.") from error
        except ValueError as error:
            raise Unreachable(f"{self.api_url} answered too much.", code="BAD_ANSWER") from error
        return answers.parse(status, headers, answer)

    def _post(self, body: bytes, timeout: httpx.Timeout) -> tuple[int, httpx.Headers, bytes]:
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        http = self._own or net.client()
        sent = http.stream("POST", self.api_url, content=body, headers=headers, timeout=timeout)
        with sent as response:
            answer = wire.read(response, limit=MAX_ANSWER_BYTES)
            return response.status_code, response.headers, answer
