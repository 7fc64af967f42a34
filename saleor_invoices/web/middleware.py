"""Around every request: an id for the logs, one line when it is done, safe headers."""

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from saleor_invoices import logs

_SAFE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_PROBES = frozenset({"healthz", "readyz"})
_NOTHING_INSIDE = "default-src 'none'; frame-ancestors 'none'"

log = logs.get(__name__)


class RequestContext:
    """Binds ``request_id`` to every log line of a request and answers it as X-Request-ID."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        request_id = _request_id(request)
        start = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self._get_response(request)
            _log(request, response, start)
        response["X-Request-ID"] = request_id
        if not response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Security-Policy", _NOTHING_INSIDE)
        return response


def _request_id(request: HttpRequest) -> str:
    # What comes from outside ends up in our logs: no line breaks, no novels.
    given = request.headers.get("X-Request-ID", "")
    return given if _SAFE_ID.fullmatch(given) else uuid.uuid4().hex


def _log(request: HttpRequest, response: HttpResponse, start: float) -> None:
    # The route and never the path: a private link's path is its secret.
    match = request.resolver_match
    route = match.route if match else "(none)"
    write = log.debug if route in _PROBES else log.info
    write(
        "http.request",
        method=request.method,
        route=route,
        status=response.status_code,
        ms=round((time.perf_counter() - start) * 1000, 1),
    )
