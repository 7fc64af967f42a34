"""Asking for a fresh link where the old one no longer opens: always one answer, at one speed.

Nothing is looked up here. Who asks is counted, what they ask is handed to a worker, and the page
says that a mail comes if there is anything to send: neither words nor time tell whether there is.
"""

import math
from typing import TypedDict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saleor_invoices import background
from saleor_invoices.domain.errors import Throttled
from saleor_invoices.invoices.services.link_recover import RECOVER_TASK
from saleor_invoices.limits.clients import client_address
from saleor_invoices.limits.services import limits_check, limits_take
from saleor_invoices.web.hosted.policy import closed_up, policy
from saleor_invoices.web.hosted.words import language_of, words_for

HOUR = 3_600
A_CLIENT, AN_ADDRESS, A_DOCUMENT = 10, 5, 5
"""Requests an hour from one client, for one e-mail address, and for one number."""
EVERYONE = 300
"""Requests a minute from all together, which workers and mail server can well do."""


class Limit(TypedDict):
    """One limit, as ``limits_take`` takes it."""

    scope: str
    key: str
    most: int
    seconds: int


def recovery(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a link that is unknown or revoked, which look alike; POST asks for a new one."""
    if request.method != "POST" or "email" not in request.POST:
        return _page(request, status=404)
    email = request.POST["email"].strip()[:320]
    number = request.POST.get("number", "").strip()[:255]
    try:
        _count(request, token, email, number)
    except Throttled as refused:
        answer = _page(request, "wait", status=429)
        answer["Retry-After"] = str(math.ceil(refused.retry_after))
        return answer
    background.send(RECOVER_TASK, token[:200], email, number)
    return _page(request, "sent", asks=False)


def _count(request: HttpRequest, token: str, email: str, number: str) -> None:
    limits = [
        Limit(scope="recovery-client", key=client_address(request), most=A_CLIENT, seconds=HOUR),
        Limit(scope="recovery-address", key=email.casefold(), most=AN_ADDRESS, seconds=HOUR),
        # Numbers of different stores are alike: a flood for one must not close the other's.
        Limit(
            scope="recovery-document",
            key=f"{token[:200]}\n{number}",
            most=A_DOCUMENT,
            seconds=HOUR,
        ),
        Limit(scope="recovery-everyone", key="", most=EVERYONE, seconds=60),
    ]
    for limit in limits:  # all before any is taken: what is refused writes nothing
        limits_check(**limit)
    for limit in limits:
        limits_take(**limit)


def _page(
    request: HttpRequest, message: str = "recover", *, status: int = 200, asks: bool = True
) -> HttpResponse:
    words = words_for(language_of(request))
    context = {"words": words, "message": getattr(words, message), "asks": asks}
    response = render(request, "web/recovery.html", context, status=status)
    response["Vary"] = "Accept-Language"
    return closed_up(response, policy())
