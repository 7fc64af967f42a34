"""The bundle that Saleor's dashboard shows in a frame: one page, its assets, its policy."""

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils._os import safe_join
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from saleor_invoices.stores.selectors import installation_active_by_api_url

SALEOR_CLOUD = "https://*.saleor.cloud"
NOT_BUILT = (
    "The dashboard pages are not built. Run `make env`, or build dashboard_extension with npm."
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors {ancestors}"
)


@require_safe
def shell(request: HttpRequest, page: str = "") -> HttpResponse:
    """The one page; its script reads the address and shows what belongs there."""
    index = Path(settings.DASHBOARD_DIST) / "index.html"
    try:
        content = index.read_bytes()
    except OSError:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain")
    response = HttpResponse(content)
    response["Content-Security-Policy"] = POLICY.format(ancestors=frame_ancestors(request))
    response["Cache-Control"] = "no-cache"  # names its assets by hash: must be asked for anew
    return response


@gzip_page  # nothing secret is in it, so that its length tells nothing
@require_safe
def asset(_request: HttpRequest, name: str) -> FileResponse:
    """A file of the bundle; its name has its hash, so it never changes."""
    try:
        path = Path(safe_join(Path(settings.DASHBOARD_DIST) / "assets", name))
        content = path.open("rb")
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = FileResponse(content, content_type=kind)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def frame_ancestors(request: HttpRequest) -> str:
    """Who may frame our pages, as CSP sources: by setting, else the dashboard that asks.

    A dashboard names its Saleor in the address of each frame. Only that one is answered, and only
    if it is installed: the list of our stores is not for everyone to read.
    """
    if settings.FRAME_ANCESTORS:
        return " ".join(settings.FRAME_ANCESTORS)
    if settings.DEBUG:
        return "*"
    store = installation_active_by_api_url(request.GET.get("saleorApiUrl", ""))
    parts = urlsplit(store.saleor_api_url) if store else None
    origins = [f"{parts.scheme}://{parts.netloc}"] if parts else []
    return " ".join(["'self'", SALEOR_CLOUD, *origins])
