"""The checks of every delivery of Saleor, whoever works on it then."""

import re
from dataclasses import dataclass

import msgspec
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, InvalidInput, Unreachable, Unverified
from saleor_invoices.inbox import senders

_EVENT = re.compile(r"[a-z][a-z0-9_]{0,79}")
_SAID = msgspec.json.Decoder(senders.Said)
_RETRY_AFTER = "10"  # seconds: Saleor's own first pause

log = logs.get(__name__)


class TooLarge(InvalidInput):
    """The body is larger than WEBHOOK_MAX_BYTES."""

    code = "BODY_TOO_LARGE"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery that is what it says it is."""

    sender: senders.Sender
    event: str  # in lower case
    body: bytes


def admit(request: HttpRequest) -> Delivery:
    """A delivery whose sender, signature and address hold.

    Raises ``InvalidInput``, ``Unverified``, or ``Unreachable`` where that can't be said now.
    """
    event = _header(request, "Saleor-Event").lower()
    if not _EVENT.fullmatch(event):
        raise InvalidInput("Saleor-Event names no event.", code="EVENT_MISSING")
    api_url = _header(request, "Saleor-Api-Url")
    if not api_url:
        raise InvalidInput("Saleor-Api-Url is missing.", code="SALEOR_URL_MISSING")
    body = _body(request)
    sender = senders.find(api_url)
    senders.verify(sender, body, _header(request, "Saleor-Signature"))
    senders.verify_address(sender, event, _said(body))
    return Delivery(sender, event, body)


def refusal(error: AppError) -> HttpResponse:
    """Why a delivery is not taken, as the status that makes Saleor do the right thing."""
    log.warning("webhook.refused", code=error.code)
    if isinstance(error, Unreachable):
        return answer(503, error.code, error.message)
    if isinstance(error, TooLarge):
        return answer(413, error.code, error.message)
    status = 401 if isinstance(error, Unverified) else 400
    return answer(status, error.code, error.message)


def database_down(error: Exception) -> HttpResponse:
    """The database is out of reach, which may heal."""
    log.error("webhook.database_down", error=type(error).__name__)
    return answer(503, "DATABASE_UNREACHABLE", "Try again later.")


def answer(status: int, code: str, message: str) -> HttpResponse:
    """A refusal in JSON; 503 says when to come again."""
    response = JsonResponse({"error": {"code": code, "message": message}}, status=status)
    if status == 503:
        response["Retry-After"] = _RETRY_AFTER
    return response


def _header(request: HttpRequest, name: str) -> str:
    return request.headers.get(name) or request.headers.get(f"X-{name}") or ""


def _body(request: HttpRequest) -> bytes:
    try:
        body = request.body
    except RequestDataTooBig as error:
        raise TooLarge("The body is too large.") from error
    except UnreadablePostError as error:
        raise Unreachable("The body broke off.", code="BODY_INCOMPLETE") from error
    if len(body) > settings.WEBHOOK_MAX_BYTES:
        raise TooLarge("The body is too large.")
    return body


def _said(body: bytes) -> senders.Said:
    try:
        return _SAID.decode(body.decode())  # msgspec does not look into the texts that it skips
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidInput("The body is no JSON object.", code="BODY_NOT_JSON") from error
