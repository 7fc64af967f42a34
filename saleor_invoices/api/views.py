"""The API over HTTP: JSON by POST, one operation a request; GraphiQL in developer mode."""

import json

from cross_web import HTTPException
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from strawberry.django.views import GraphQLView

from saleor_invoices.api.context import Context

MAX_BYTES = 500_000
_CODES = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED", 413: "REQUEST_TOO_LARGE"}


class ApiView(GraphQLView[Context, None]):
    """Errors of the transport have the shape of the API's own."""

    allow_queries_via_get = False
    multipart_uploads_enabled = False

    def dispatch(self, request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponseBase:
        """Answer 200 to every operation that could be read, 400 to what is no operation."""
        try:
            _refuse_large(request)
            return self.run(request=request)
        except HTTPException as error:
            return _refusal(error.status_code, error.reason)

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Context:
        """The context of our resolvers."""
        return Context(request=request, response=response)

    def decode_json(self, data: str | bytes) -> object:
        """Refuse what is JSON but no request; amounts in variables are strings."""
        try:
            decoded = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise HTTPException(400, "The body is not JSON.") from error
        if not isinstance(decoded, dict):
            raise HTTPException(400, "The body is one JSON object; batching is off.")
        return decoded


def _refuse_large(request: HttpRequest) -> None:
    too_large = HTTPException(413, f"A request has {MAX_BYTES} bytes at most.")
    try:
        if len(request.body) > MAX_BYTES:
            raise too_large
    except RequestDataTooBig:
        raise too_large from None


def _refusal(status: int, reason: str) -> HttpResponse:
    code = _CODES.get(status, "BAD_REQUEST")
    error = {"message": reason, "extensions": {"code": code, "params": {}}}
    return JsonResponse({"errors": [error]}, status=status)


def graphql_ide() -> str | None:
    """GraphiQL loads its scripts from elsewhere: for developers only."""
    return "graphiql" if settings.DEBUG else None
