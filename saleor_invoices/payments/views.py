"""The door for Stripe's events: verify, keep, answer; the work happens later.

What is about no payment of ours (the shop sells elsewhere with the same account) is answered and
not kept. Stripe sends again for days whatever is not answered by 2xx.
"""

import uuid

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, InvalidInput, Unreachable, Unverified
from saleor_invoices.inbox.registry import handler_for
from saleor_invoices.inbox.services.delivery_enqueue import delivery_enqueue
from saleor_invoices.inbox.services.delivery_receive import delivery_receive
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.payments.models import ProviderEndpoint
from saleor_invoices.payments.services.stripe_events import event_parse, payment_named
from saleor_invoices.payments.stripe_gateway import signature_verify

log = logs.get(__name__)


@csrf_exempt
def stripe_webhook(request: HttpRequest, endpoint_id: uuid.UUID) -> HttpResponse:
    """Take one event of Stripe in."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        _take_in(request, endpoint_id)
    except AppError as error:
        log.warning("stripe.refused", code=error.code)
        return _answer(_status(error), error.code)
    except (OperationalError, InterfaceError) as error:
        log.error("stripe.database_down", error=type(error).__name__)
        return _answer(503, "DATABASE_UNREACHABLE")
    return HttpResponse(status=200)


def _take_in(request: HttpRequest, endpoint_id: uuid.UUID) -> None:
    endpoint = ProviderEndpoint.objects.filter(pk=endpoint_id).first()
    # Stripe's first events may overtake the answer that has the secret: it sends them again.
    if endpoint is None or not endpoint.secret:
        raise Unverified("There is no such endpoint.", code="ENDPOINT_UNKNOWN")
    body = _body(request)
    signature_verify(body, request.headers.get("Stripe-Signature", ""), endpoint.secret)
    event = event_parse(body)
    if handler_for(STRIPE, event.type) is None:
        return
    if payment_named(endpoint.installation_id, event.data.object) is None:
        return
    receipt = delivery_receive(
        installation_id=endpoint.installation_id,
        source=STRIPE,
        event=event.type,
        body=body,
        identity=event.id.encode(),
    )
    if receipt.needs_work:
        delivery_enqueue(delivery_id=receipt.delivery_id)


def _body(request: HttpRequest) -> bytes:
    try:
        return request.body
    except RequestDataTooBig as error:
        raise InvalidInput("The body is too large.", code="BODY_TOO_LARGE") from error
    except UnreadablePostError as error:
        raise Unreachable("The body broke off.", code="BODY_INCOMPLETE") from error


def _status(error: AppError) -> int:
    if isinstance(error, Unreachable):
        return 503
    return 401 if isinstance(error, Unverified) else 400


def _answer(status: int, code: str) -> HttpResponse:
    return JsonResponse({"error": {"code": code}}, status=status)
