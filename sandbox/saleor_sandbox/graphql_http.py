"""POST /graphql/ as Saleor answers it: 200 with errors, 400 for what doesn't validate."""

from functools import lru_cache
from typing import Any

import jwt
from graphql import (
    ExecutionResult,
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    execute,
    get_operation_ast,
    parse,
    validate,
)

from .context import Context, bearer, context_of
from .cost import MAX_COST, cost_of
from .state import State

MAX_MUTATIONS = 4


@lru_cache(maxsize=1024)
def prepared(schema: Any, query: str) -> tuple[Any, tuple[GraphQLError, ...]]:
    """The parsed document and what's wrong with it, kept per query text."""
    try:
        document = parse(query)
    except GraphQLError as error:
        return None, (error,)
    errors = tuple(validate(schema.graphql_schema, document)) or too_many(document)
    return document, errors


def too_many(document: Any) -> tuple[GraphQLError, ...]:
    fragments = {d.name.value: d for d in document.definitions if d.kind == "fragment_definition"}
    for operation in document.definitions:
        if not isinstance(operation, OperationDefinitionNode):
            continue
        if operation.operation is OperationType.SUBSCRIPTION:
            return (GraphQLError("Subscriptions are only for webhooks."),)
        if operation.operation is OperationType.MUTATION:
            count = fields_in(operation.selection_set, fragments)
            if count > MAX_MUTATIONS:
                return (GraphQLError(f"At most {MAX_MUTATIONS} mutations a request, not {count}."),)
    return ()


def fields_in(selection_set: Any, fragments: dict[str, Any]) -> int:
    total = 0
    for node in selection_set.selections:
        if isinstance(node, FieldNode):
            total += 1
        elif isinstance(node, FragmentSpreadNode):
            total += fields_in(fragments[node.name.value].selection_set, fragments)
        else:
            total += fields_in(node.selection_set, fragments)
    return total


def formatted(error: GraphQLError) -> dict[str, Any]:
    cause = error.original_error
    name = type(cause).__name__ if cause else "GraphQLError"
    given = (error.extensions or {}).get("exception") or {}
    row: dict[str, Any] = {"message": error.message}
    if error.locations:
        row["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    if error.path:
        row["path"] = error.path
    row["extensions"] = {"exception": {"code": given.get("code", name)}}
    return row


def failure(message: str, code: str, status: int) -> tuple[int, dict[str, Any]]:
    return status, {"errors": [{"message": message, "extensions": {"exception": {"code": code}}}]}


def answer(state: State, headers: Any, body: Any) -> tuple[int, dict[str, Any]]:
    """(HTTP status, JSON) for one request body."""
    if isinstance(body, list):
        return failure("Batch requests are disabled.", "GraphQLError", 400)
    query = body.get("query") if isinstance(body, dict) else None
    if not query or not isinstance(query, str):
        return failure("Must provide a query string.", "GraphQLError", 400)
    document, errors = prepared(state.schema, query)
    cost = 0 if errors else priced(state, document, body)
    if cost > MAX_COST:
        errors = (GraphQLError(f"The query exceeds the maximum cost of {MAX_COST}: {cost}."),)
    if errors:
        return 400, {"errors": [formatted(error) for error in errors]}
    with state.lock:
        try:
            context = context_of(state, bearer(headers))
        except jwt.PyJWTError as error:
            # Forged and expired tokens are HTTP 200 with errors.
            return failure(str(error), type(error).__name__, 200)
        result = run(state, document, body, context)
    return described(result, cost)


def priced(state: State, document: Any, body: dict[str, Any]) -> int:
    """The cost of the operation that is asked for."""
    operation = get_operation_ast(document, body.get("operationName") or None)
    if operation is None:
        return 0
    schema = state.schema.graphql_schema
    return cost_of(schema, document, operation, body.get("variables") or {})


def run(state: State, document: Any, body: dict[str, Any], context: Context) -> ExecutionResult:
    return execute(
        state.schema.graphql_schema,
        document,
        context_value=context,
        variable_values=body.get("variables") or None,
        operation_name=body.get("operationName") or None,
    )


def described(result: ExecutionResult, cost: int) -> tuple[int, dict[str, Any]]:
    answered: dict[str, Any] = {}
    if result.errors:
        answered["errors"] = [formatted(error) for error in result.errors]
        if result.data is None and all(error.path is None for error in result.errors):
            # Variables that don't fit their types: nothing was run.
            return 400, answered
    answered["data"] = result.data
    told = {"requestedQueryCost": cost, "maximumAvailable": MAX_COST}
    answered["extensions"] = {"cost": told}
    return 200, answered
