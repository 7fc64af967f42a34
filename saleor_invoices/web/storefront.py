"""The web components for storefronts: one file of public code that any page may load."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition, require_safe

NAME = "saleor-invoices.js"
NOT_BUILT = (
    "The storefront's file is not built. Run `make env`, or build storefront_extension with npm."
)
_SECONDS = 300  # a new version of the app reaches shops within minutes


def _tag(_request: HttpRequest) -> str | None:
    try:
        return f'"{hashlib.sha256(_file().read_bytes()).hexdigest()}"'
    except OSError:
        return None


@gzip_page  # nothing secret is in it, so that its length tells nothing
@require_safe
@condition(etag_func=_tag)
def module(_request: HttpRequest) -> HttpResponse:
    """The file. Scripts of type module are asked for by CORS: every shop may have it."""
    try:
        content = _file().read_bytes()
    except OSError:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain")
    response = HttpResponse(content, content_type="text/javascript; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = f"public, max-age={_SECONDS}"
    return response


def _file() -> Path:
    return Path(settings.STOREFRONT_DIST) / NAME
