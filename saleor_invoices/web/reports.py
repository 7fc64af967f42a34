"""Reports over plain HTTP: made when their short-lived address is opened."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from saleor_invoices.domain.errors import AppError, Unverified
from saleor_invoices.reports.files.request import report_unsign
from saleor_invoices.reports.services.report_file import report_file
from saleor_invoices.stores.models import Installation

SAFE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


@require_GET
def report(request: HttpRequest, token: str) -> HttpResponse:
    """The report whose request the address carries."""
    try:
        wanted = report_unsign(token)
    except Unverified as error:
        return _refused(error, 410 if error.code == "DOWNLOAD_EXPIRED" else 404)
    store = Installation.objects.filter(pk=wanted.installation).first()
    if store is None or not store.is_active:
        return _refused(Unverified("The report's address is not valid."), 404)
    try:
        made = report_file(wanted, store)
    except AppError as error:
        return _refused(error, 422)
    headers = {**SAFE, "Content-Disposition": f'attachment; filename="{made.name}"'}
    return HttpResponse(made.content, content_type=made.content_type, headers=headers)


def _refused(error: AppError, status: int) -> HttpResponse:
    return HttpResponse(
        f"{error.message}\n",
        status=status,
        content_type="text/plain; charset=utf-8",
        headers=SAFE,
    )
