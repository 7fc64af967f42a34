"""Makes mutation fields: payload types with Saleor's `errors` lists, refusals turned into them."""

from typing import Any

import graphene

from saleor_sandbox.happenings import RefusedError

from . import base
from .base import many, nn


def error_type(name: str, codes: str, **more: Any) -> type[graphene.ObjectType]:
    fields = {
        "field": graphene.String(),
        "message": graphene.String(),
        "code": nn(base.enum(f"{name}Code", codes)),
        **more,
    }
    return type(name, (graphene.ObjectType,), fields)


def mutation(
    name: str,
    error: type,
    resolver: Any,
    arguments: dict[str, Any],
    legacy: str | None = None,
    **outputs: Any,
) -> graphene.Field:
    """`legacy` is the older twin of `errors` that some payloads keep, as `invoice_errors`."""
    fields = {**outputs, "errors": many(error)}
    if legacy:
        fields[legacy] = many(error)
    kind = type(name, (graphene.ObjectType,), fields)

    def resolve(_root: Any, info: Any, **given: Any) -> dict[str, Any]:
        try:
            result, errors = resolver(info, **given), []
        except RefusedError as refused:
            result = {}
            errors = [{"field": refused.field, "message": str(refused), "code": refused.code}]
        return {**result, "errors": errors, **({legacy: errors} if legacy else {})}

    return graphene.Field(kind, resolver=resolve, **arguments)


def sought(info: Any, global_id: str | None, *kinds: str, field: str = "id") -> Any:
    """The row, or the refusal NOT_FOUND that Saleor gives for a wrong or foreign id."""
    found = info.context.state.find(global_id, *kinds)
    if found is None:
        raise RefusedError(f"Couldn't resolve to a node: {global_id}", "NOT_FOUND", field)
    return found


def sought_any(info: Any, global_id: str, kinds: tuple[str, ...]) -> Any:
    for kind in kinds:
        found = info.context.state.find(global_id, kind)
        if found is not None:
            return found
    raise RefusedError(f"Couldn't resolve to a node: {global_id}", "NOT_FOUND", "id")


def as_dict(entries: list[Any] | None) -> dict[str, str]:
    pairs = {entry["key"]: entry["value"] for entry in entries or []}
    if any(not key.strip() for key in pairs):
        raise RefusedError("A metadata key can't be empty.", "REQUIRED", "metadata")
    return pairs
