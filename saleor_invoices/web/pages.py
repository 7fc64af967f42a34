"""Pictures of a document's pages, behind the short-lived address that the API gives out."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from saleor_invoices.documents.pages.services import PagesFailed
from saleor_invoices.domain.errors import AppError, Unverified
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.download import LIFETIME, unsign
from saleor_invoices.invoices.services.page_show import page_digest, page_show

_SECONDS = int(LIFETIME.total_seconds())


@require_safe
def document_page(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """One page as PNG; a browser that has it already is told so without drawing or reading it."""
    try:
        identity = unsign(token)
    except Unverified as error:
        return _empty(410 if error.code == "DOWNLOAD_EXPIRED" else 404)
    documents = SalesDocument.objects.filter(state="issued", erased_at__isnull=True)
    document = documents.filter(pk=identity).first()
    if document is None:
        return _empty(404)
    known = page_digest(document=document, number=number)
    if known and request.headers.get("If-None-Match") == _tag(known):
        return _headed(HttpResponse(status=304), known)
    try:
        picture = page_show(document=document, number=number)
    except AppError as error:
        return _empty(422 if isinstance(error, PagesFailed) else 404)
    return _headed(HttpResponse(picture.content, content_type="image/png"), picture.sha256)


def _headed(response: HttpResponse, sha256: str) -> HttpResponse:
    response["ETag"] = _tag(sha256)
    response["Cache-Control"] = f"private, max-age={_SECONDS}"
    return _closed(response)


def _empty(status: int) -> HttpResponse:
    response = HttpResponse(status=status, content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return _closed(response)


def _closed(response: HttpResponse) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _tag(sha256: str) -> str:
    return f'"{sha256}"'
