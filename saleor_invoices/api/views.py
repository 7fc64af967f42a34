"""The API over HTTP: JSON by POST, one operation a request; GraphiQL in developer mode."""

import json
import re
from collections.abc import Callable

from cross_web import HTTPException
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from strawberry.django.views import GraphQLView
from strawberry.http import GraphQLHTTPResponse
from strawberry.schema import BaseSchema
from strawberry.types import ExecutionResult

from saleor_invoices.api.auth import resolve_viewer
from saleor_invoices.api.context import Context
from saleor_invoices.api.errors import shown
from saleor_invoices.domain.errors import AppError
from saleor_invoices.invoices.selectors.viewers import require_importer

MAX_BYTES = 500_000
# NUL, also as GraphQL writes it, and lone surrogates: PostgreSQL takes neither, SQLite some.
_NO_TEXT = re.compile(r"\\u(?:0000|\{0+\})|[\ud800-\udfff]")
_CODES = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED", 413: "REQUEST_TOO_LARGE"}


class ApiView(GraphQLView[Context, None]):
    """Errors of the transport have the shape of the API's own."""

    def dispatch(self, request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponseBase:
        """Answer 200 to every operation that could be read, 400 to what is no operation."""
        try:
            _refuse_large(request)
            response = self.run(request=request)
        except HTTPException as error:
            return _refusal(error.status_code, error.reason)
        except UnicodeDecodeError:
            return _refusal(400, "The body is not UTF-8.")
        response["Cache-Control"] = "no-store"  # documents are personal
        return response

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Context:
        """The context of our resolvers."""
        return Context(request=request, response=response)

    def process_result(self, request: HttpRequest, result: ExecutionResult) -> GraphQLHTTPResponse:
        """Give every error its code, wherever in the execution it came up."""
        if result.errors:
            result.errors = [shown(error) for error in result.errors]
        return super().process_result(request, result)

    def decode_json(self, data: str | bytes) -> object:
        """Refuse what is JSON but no request; amounts in variables are strings."""
        try:
            decoded = json.loads(data)
            text = json.dumps(decoded, ensure_ascii=False, allow_nan=False)  # as JSON has it
        except (ValueError, RecursionError) as error:
            raise HTTPException(400, "The body is not JSON.") from error
        if not isinstance(decoded, dict):
            raise HTTPException(400, "The body is one JSON object; batching is off.")
        if _NO_TEXT.search(text):
            raise HTTPException(400, "A text holds NUL or half a character.")
        return decoded


def _refuse_large(request: HttpRequest) -> None:
    too_large = HTTPException(413, f"A request has {MAX_BYTES} bytes at most.")
    try:
        if len(request.body) > MAX_BYTES and not _brings_documents(request):
            raise too_large
    except RequestDataTooBig:
        raise too_large from None


def _brings_documents(request: HttpRequest) -> bool:
    """Whether it is of someone who may import: a hundred documents with PDFs are larger than all
    else. Django's own limit (DATA_UPLOAD_MAX_MEMORY_SIZE) stands for them too."""
    try:
        require_importer(resolve_viewer(request.headers))
    except AppError:
        return False
    return True


def _refusal(status: int, reason: str) -> HttpResponse:
    code = _CODES.get(status, "BAD_REQUEST")
    error = {"message": reason, "extensions": {"code": code, "params": {}}}
    return JsonResponse({"errors": [error]}, status=status)


def api_view(schema: BaseSchema) -> Callable[..., HttpResponseBase]:
    """The view of a schema. GraphiQL loads its scripts from elsewhere: for developers only."""
    return ApiView.as_view(
        schema=schema,
        graphql_ide="graphiql" if settings.DEBUG else None,
        allow_queries_via_get=False,
        multipart_uploads_enabled=False,
    )
