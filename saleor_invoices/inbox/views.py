"""The door for Saleor's deliveries: verify, keep, answer; the work happens later.

The status code decides whether Saleor sends again (contract: 2xx is success, 3xx and 4xx are
never retried, 5xx and time-outs are, five times):

=====  ================================================================
200    kept, or kept before; committed
400    no event or no address named, or the body is no JSON object
401    no or a wrong signature, an unknown key, a store that is not ours
405    not a POST
413    larger than WEBHOOK_MAX_BYTES
503    may heal: the database, or Saleor's signing keys, are out of reach
=====  ================================================================
"""

import re

import msgspec
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, InvalidInput, Unreachable, Unverified
from saleor_invoices.inbox import senders
from saleor_invoices.inbox.services.delivery_enqueue import delivery_enqueue
from saleor_invoices.inbox.services.delivery_receive import delivery_receive

_EVENT = re.compile(r"[a-z][a-z0-9_]{0,79}")
_SAID = msgspec.json.Decoder(senders.Said)
_RETRY_AFTER = "10"  # seconds: Saleor's own first pause

log = logs.get(__name__)


class TooLarge(InvalidInput):
    """The body is larger than WEBHOOK_MAX_BYTES."""

    code = "BODY_TOO_LARGE"


@csrf_exempt
def saleor_webhook(request: HttpRequest) -> HttpResponse:
    """Take one delivery of Saleor in."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        _take_in(request)
    except AppError as error:
        return _refusal(error)
    except (OperationalError, InterfaceError) as error:
        log.error("webhook.database_down", error=type(error).__name__)
        return _answer(503, "DATABASE_UNREACHABLE", "Try again later.")
    return HttpResponse(status=200)


def _take_in(request: HttpRequest) -> None:
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
    receipt = delivery_receive(
        installation_id=sender.installation_id, source="saleor", event=event, body=body
    )
    if receipt.needs_work:
        delivery_enqueue(delivery_id=receipt.delivery_id)


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


def _refusal(error: AppError) -> HttpResponse:
    log.warning("webhook.refused", code=error.code)
    if isinstance(error, Unreachable):
        return _answer(503, error.code, error.message)
    if isinstance(error, TooLarge):
        return _answer(413, error.code, error.message)
    status = 401 if isinstance(error, Unverified) else 400
    return _answer(status, error.code, error.message)


def _answer(status: int, code: str, message: str) -> HttpResponse:
    response = JsonResponse({"error": {"code": code, "message": message}}, status=status)
    if status == 503:
        response["Retry-After"] = _RETRY_AFTER
    return response
