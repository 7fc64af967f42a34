"""The manifest, as the Saleor that asks can take it."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from saleor_invoices.saleor.manifest import render


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Render ``manifest.json`` for PUBLIC_URL and the asker's Saleor-Schema-Version.

    The Host header is never used: Saleor sends it without the port.
    """
    version = request.headers.get("Saleor-Schema-Version", "")
    response = JsonResponse(render(base_url=settings.PUBLIC_URL, schema_version=version))
    response["Cache-Control"] = "no-store"
    response["Vary"] = "Saleor-Schema-Version"
    return response
