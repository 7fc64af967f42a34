"""Errors as the API shows them: one place, stable codes, nothing of the inside."""

from collections.abc import Mapping
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSyntaxError

from saleor_invoices import logs
from saleor_invoices.domain.errors import AppError, Throttled

log = logs.get(__name__)


def from_app_error(error: AppError) -> GraphQLError:
    """One of our own errors before the operation runs, where it has no place in the query."""
    return GraphQLError(error.message, original_error=error)


def shown(error: GraphQLError) -> GraphQLError:
    """The error as clients see it."""
    cause = root_cause(error)
    if isinstance(cause, AppError):
        return _as(error, cause.message, {"code": cause.code, "params": _params(cause)})
    if isinstance(error, GraphQLSyntaxError):
        return _as(error, error.message, {"code": "GRAPHQL_PARSE_FAILED"})
    if isinstance(cause, RecursionError):
        return _as(error, "The query is nested too deeply.", {"code": "QUERY_TOO_DEEP"})
    if cause is None:
        # Without a cause graphql-core itself refused the query or its variables.
        return _as(error, error.message, {"code": "GRAPHQL_VALIDATION_FAILED"})
    return _as(error, "Something went wrong on our side.", _internal())


def root_cause(error: BaseException) -> BaseException | None:
    """What a resolver raised, below the layers that only say where."""
    cause = error.original_error if isinstance(error, GraphQLError) else error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return None if isinstance(cause, GraphQLError) else cause


def log_unexpected(errors: list[GraphQLError]) -> None:
    """Write down what nobody foresaw, with its traceback and the request's id."""
    for error in errors:
        cause = root_cause(error)
        if cause is not None and not isinstance(cause, AppError | RecursionError):
            log.error("graphql.unexpected", path=error.path, exc_info=cause)


def _params(error: AppError) -> Mapping[str, Any]:
    extra = {"retry_after": error.retry_after} if isinstance(error, Throttled) else {}
    return {**error.params, **extra}


def _internal() -> dict[str, Any]:
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    return {"code": "INTERNAL_ERROR", "params": {"request_id": request_id} if request_id else {}}


def _as(error: GraphQLError, message: str, extensions: dict[str, Any]) -> GraphQLError:
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions={"params": {}, **extensions},
    )
