"""Where Saleor brings the token when staff install the app.

The request is not signed: anyone may send it, with any address and any token. Nothing is believed
and nothing is kept before the Saleor at that address has confirmed that the token is our app's.
"""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import AppError, InvalidInput, NotAllowed, Unverified
from saleor_invoices.inbox import senders
from saleor_invoices.saleor import net
from saleor_invoices.saleor.handshake import verify_installation
from saleor_invoices.stores.addresses import normalise_api_url
from saleor_invoices.stores.services.installation_register import installation_register

SETUP_TASK = "saleor_invoices.invoices.tasks.store_setup"
MAX_BYTES = 10_000
MAX_URL = 500

log = logs.get(__name__)


class Registration(msgspec.Struct):
    """The body that Saleor sends."""

    auth_token: str


@csrf_exempt  # called by a server, which has no cookies
def register(request: HttpRequest) -> HttpResponse:
    """Register a Saleor, or register it again after a reinstallation."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        _register(request)
    except AppError as error:
        log.warning("register.refused", code=error.code)
        return JsonResponse(
            {"success": False, "error": {"code": error.code, "message": error.message}},
            status=_status(error),
        )
    return JsonResponse({"success": True})


def _register(request: HttpRequest) -> None:
    api_url = _api_url(request)
    token = _token(request)
    net.guard_allowed(api_url)
    handshake = verify_installation(api_url=api_url, token=token)
    installation = installation_register(
        api_url=api_url,
        token=token,
        app_id=handshake.app_id,
        jwks=handshake.jwks,
        saleor_version=handshake.saleor_version,
    )
    senders.forget()
    background.enqueue(SETUP_TASK, installation.pk)


def _api_url(request: HttpRequest) -> str:
    url = normalise_api_url(request.headers.get("Saleor-Api-Url", ""))
    if not url:
        raise InvalidInput("The header Saleor-Api-Url is missing.", code="SALEOR_URL_MISSING")
    if len(url) > MAX_URL:
        raise InvalidInput("The header Saleor-Api-Url is too long.", code="SALEOR_URL_INVALID")
    return url


def _token(request: HttpRequest) -> str:
    body = request.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise InvalidInput("The body is too large.", code="BODY_TOO_LARGE")
    try:
        token = msgspec.json.decode(body, type=Registration).auth_token.strip()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("The body has no auth_token.", code="AUTH_TOKEN_MISSING") from error
    # Anything else could not stand in a header, least of all a line break.
    if not (0 < len(token) <= 1000 and token.isascii() and token.isprintable()):
        raise InvalidInput("The auth_token is empty or malformed.", code="AUTH_TOKEN_INVALID")
    return token


def _status(error: AppError) -> int:
    if isinstance(error, InvalidInput):
        return 400
    if isinstance(error, Unverified):
        return 401
    return 403 if isinstance(error, NotAllowed) else 502
