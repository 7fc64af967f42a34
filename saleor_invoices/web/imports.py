"""The report on an import as a table, behind a short-lived address that the API gave out."""

import csv
import io
from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from saleor_invoices.domain.errors import AppError, NotFound
from saleor_invoices.exports.cells import harmless
from saleor_invoices.imports.services.row_report import import_report_of, report_rows
from saleor_invoices.web.reports import SAFE

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for something else."""


@require_safe
def import_report(_request: HttpRequest, token: str) -> HttpResponseBase:
    """The report as a stream; 410 where the address has had its time."""
    try:
        job, language = import_report_of(token)
    except AppError as error:
        gone = isinstance(error, NotFound) or error.code == "DOWNLOAD_EXPIRED"
        status = 410 if gone else 404
        return HttpResponse(error.message, status=status, content_type="text/plain", headers=SAFE)
    headers = {**SAFE, "Content-Disposition": f'attachment; filename="import-{job.pk}.csv"'}
    return StreamingHttpResponse(
        report_lines(report_rows(job, language)),
        content_type="text/csv; charset=utf-8",
        headers=headers,
    )


def report_lines(rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """The rows as lines of CSV; nothing in them is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    yield BOM
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
