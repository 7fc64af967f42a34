"""The door for what Saleor asks and waits for (20 s): staff want a payment back.

What is refused is an answer with 200. Other statuses are for what is no request of Saleor's, and
for a database that is out of reach: nothing was done then, and Saleor shows a failed refund.
"""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.inbox import door
from saleor_invoices.payments.services.saleor_refund import saleor_refund
from saleor_invoices.saleor import refund_asked


@csrf_exempt
def saleor_refund_webhook(request: HttpRequest) -> HttpResponse:
    """Give money back, and say how it went."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        return JsonResponse(_answer(request))
    except AppError as error:
        return door.refusal(error)
    except (OperationalError, InterfaceError) as error:
        return door.database_down(error)


def _answer(request: HttpRequest) -> dict[str, Any]:
    delivery = door.admit(request)
    if delivery.event != refund_asked.EVENT:
        raise InvalidInput("This event is not for here.", code="EVENT_UNEXPECTED")
    asked = refund_asked.refund_asked(delivery.body)
    return saleor_refund(installation_id=delivery.sender.installation_id, asked=asked)
