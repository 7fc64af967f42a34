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

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from saleor_invoices.domain.errors import AppError
from saleor_invoices.inbox import door
from saleor_invoices.inbox.services.delivery_enqueue import delivery_enqueue
from saleor_invoices.inbox.services.delivery_receive import delivery_receive


@csrf_exempt
def saleor_webhook(request: HttpRequest) -> HttpResponse:
    """Take one delivery of Saleor in."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        _take_in(request)
    except AppError as error:
        return door.refusal(error)
    except (OperationalError, InterfaceError) as error:
        return door.database_down(error)
    return HttpResponse(status=200)


def _take_in(request: HttpRequest) -> None:
    delivery = door.admit(request)
    receipt = delivery_receive(
        installation_id=delivery.sender.installation_id,
        source="saleor",
        event=delivery.event,
        body=delivery.body,
    )
    if receipt.needs_work:
        delivery_enqueue(delivery_id=receipt.delivery_id)
