"""The merchant's own colour and logo, as files: the pages' policy forbids styles inside them."""

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from saleor_invoices.documents.port import DEFAULT_ACCENT
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import Unverified
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.download import LIFETIME, unsign
from saleor_invoices.stores.models import Asset

_COLOUR = re.compile(r"[0-9a-f]{6}")
_DARK_PAGE, _WHITE = "1e2226", "ffffff"
_READABLE = 4.5  # contrast of text, WCAG 2.2, 1.4.3
_RULES = """:root {{ --brand: #{brand}; --on-brand: #{on};
  --accent: light-dark(#{light}, #{dark}); --on-accent: light-dark(#{on_light}, #{on_dark}); }}
"""


def accent_of(document: Document) -> str:
    """Six hexadecimal digits: the accent that the document was issued with, else our own."""
    colour = (document.presentation.accent_color or DEFAULT_ACCENT).lstrip("#").lower()
    return colour if _COLOUR.fullmatch(colour) else DEFAULT_ACCENT.lstrip("#")


@require_safe
def brand_css(_request: HttpRequest, colour: str) -> HttpResponse:
    """The colour, moved as far as it takes to be read on a light and on a dark page."""
    if not _COLOUR.fullmatch(colour):
        return HttpResponse(status=404, content_type="text/plain")
    light, dark = _readable(colour, on=_WHITE), _readable(colour, on=_DARK_PAGE)
    rules = _RULES.format(
        brand=colour, on=_over(colour), light=light, on_light=_over(light),
        dark=dark, on_dark=_over(dark),
    )  # fmt: skip
    response = HttpResponse(rules, content_type="text/css")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
def document_logo(_request: HttpRequest, token: str) -> HttpResponse:
    """The logo of a document, behind the same short-lived address as its pages."""
    try:
        document = SalesDocument.objects.filter(pk=unsign(token), erased_at__isnull=True).first()
    except Unverified:
        document = None
    content = _logo(document) if document else b""
    if not content:
        return HttpResponse(status=404, content_type="text/plain")
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    response = HttpResponse(content, content_type=kind)
    response["Cache-Control"] = f"private, max-age={int(LIFETIME.total_seconds())}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _logo(document: SalesDocument) -> bytes:
    digest = codec.decode(bytes(document.snapshot)).presentation.logo_sha256
    assets = Asset.objects.filter(installation_id=document.installation_id, sha256=digest)
    asset = assets.first() if digest else None
    return bytes(asset.content) if asset else b""


def _readable(colour: str, *, on: str) -> str:
    """The colour, mixed with white or black until it can be read on another one."""
    towards = "000000" if _luminance(on) > 0.18 else _WHITE
    for part in range(0, 101, 5):
        mixed = _mix(colour, towards, part / 100)
        if _contrast(mixed, on) >= _READABLE:
            return mixed
    return towards


def _over(colour: str) -> str:
    """Black or white, whichever is read better on the colour: one of them always is."""
    return _WHITE if _contrast(colour, _WHITE) >= _contrast(colour, "000000") else "000000"


def _mix(colour: str, other: str, part: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


def _contrast(one: str, other: str) -> float:
    """By WCAG 2.2: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """By WCAG 2.2, of sRGB: 0 to 1."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
