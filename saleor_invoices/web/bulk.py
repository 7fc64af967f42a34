"""Files that were made of many documents, behind short-lived addresses that the API gave out."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from saleor_invoices.desk.services.bulk_assemble import content_type
from saleor_invoices.desk.services.bulk_download import bulk_job_of
from saleor_invoices.documents.storage import open_file
from saleor_invoices.domain.errors import AppError, NotFound


@require_safe
def bulk_download(_request: HttpRequest, token: str) -> HttpResponseBase:
    """The file as a stream; 410 where the address or the file has had its time."""
    try:
        job = bulk_job_of(token)
        file = open_file(job.storage_key)
    except AppError as error:
        gone = isinstance(error, NotFound) or error.code == "DOWNLOAD_EXPIRED"
        return _private(
            HttpResponse(error.message, status=410 if gone else 404, content_type="text/plain")
        )
    response = FileResponse(
        file, as_attachment=True, filename=job.file_name, content_type=content_type(job)
    )
    response["Content-Length"] = str(job.file_size)
    return _private(response)


def _private(response: HttpResponseBase) -> HttpResponseBase:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return response
