"""Taking in a file to import, over plain HTTP: as a stream, with the API's own credentials."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from saleor_invoices.api.auth import resolve_viewer
from saleor_invoices.domain.errors import AppError, InvalidInput, NotAllowed, Unverified
from saleor_invoices.imports.models import ImportUpload
from saleor_invoices.imports.services.faults import fault_of
from saleor_invoices.imports.services.upload import upload_keep
from saleor_invoices.invoices.selectors.viewers import require_importer

_STATUS = {"UPLOAD_TOO_LARGE": 413, "UNAUTHENTICATED": 401, "DISK_FULL": 507}


@csrf_exempt  # credentials come in headers that no browser adds by itself
@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Keep the request's body as a file; ``?name=`` is what it is called.

    Answers 201 with the id that ``salesImportStart`` takes; 4xx with a code where nothing is kept.
    """
    try:
        viewer = resolve_viewer(request.headers)
        row = upload_keep(
            actor=require_importer(viewer),
            installation=viewer.installation,
            stream=request,
            name=request.GET.get("name", ""),
            length=_length(request),
        )
    except AppError as error:
        return _refused(error)
    except OSError as error:  # the connection broke off, or there is no room
        return _refused(fault_of(error))
    return JsonResponse(_shown(row), status=201, headers={"Cache-Control": "no-store"})


def _length(request: HttpRequest) -> int | None:
    told = request.META.get("CONTENT_LENGTH") or ""
    return int(told) if told.isascii() and told.isdecimal() else None


def _shown(row: ImportUpload) -> dict[str, object]:
    return {"id": str(row.pk), "name": row.name, "size": row.size, "sha256": row.sha256}


def _refused(error: AppError) -> JsonResponse:
    status = _STATUS.get(error.code) or _kind(error)
    body = {"error": {"code": error.code, "message": error.message, "params": error.params}}
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})


def _kind(error: AppError) -> int:
    if isinstance(error, NotAllowed):
        return 403
    if isinstance(error, Unverified):
        return 401
    return 400 if isinstance(error, InvalidInput) else 500
