"""Whether JSON has the shape that the official SDK's types give an object of Stripe."""

import types
import typing
from collections.abc import Iterator
from typing import Any

import stripe

# The types allow everything in both.
_FREE = ("UntypedStripeObject",)


def misfits(value: Any, kind: Any, path: str = "") -> Iterator[str]:
    """What is missing, unknown or of another type, by its path."""
    if isinstance(kind, str | typing.ForwardRef):
        kind = _named(kind if isinstance(kind, str) else kind.__forward_arg__)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        yield from _of_any(value, arguments, path)
    elif origin is typing.Literal:
        if value not in arguments:
            yield f"{path} = {value!r}"
    elif origin is list:
        yield from _of_list(value, arguments[0], path)
    elif origin is not None:
        yield from _of_generic(value, origin, arguments, path)
    elif isinstance(kind, type) and issubclass(kind, stripe.StripeObject):
        yield from _of_object(value, kind, path)
    elif not _is_a(value, kind):
        yield f"{path}: {type(value).__name__}, not {kind}"


class _Unplayed:
    """An object of a kind that the SDK hides in a submodule; the stand has none of them."""


def _named(name: str) -> Any:
    return getattr(stripe, name.rpartition(".")[2], _Unplayed)


def _is_a(value: Any, kind: Any) -> bool:
    if kind is float:
        return isinstance(value, int | float)
    if kind is int and isinstance(value, bool):
        return False
    return kind is Any or isinstance(value, kind)


def _of_any(value: Any, kinds: tuple[Any, ...], path: str) -> Iterator[str]:
    """One of the types; where none fits, what the most likely one says."""
    faults = [list(misfits(value, kind, path)) for kind in kinds]
    if all(faults):
        likely = [found for found in faults if "NoneType" not in found[0]]
        yield from min(likely, key=len)


def _of_list(value: Any, kind: Any, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path} is no list"
        return
    for place, each in enumerate(value):
        yield from misfits(each, kind, f"{path}[{place}]")


def _of_generic(value: Any, origin: Any, arguments: tuple[Any, ...], path: str) -> Iterator[str]:
    """A list object of Stripe's, or a hash that the caller fills."""
    if not isinstance(value, dict):
        yield f"{path} is no object"
    elif origin.__name__ in _FREE:
        for name, each in value.items():
            yield from misfits(each, arguments[0], f"{path}.{name}")
    else:
        yield from _of_list(value.get("data"), arguments[0], f"{path}.data")


def _of_object(value: Any, kind: type, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path} is no object"
        return
    known = {
        name: each
        for name, each in kind.__annotations__.items()
        if not name.startswith("_") and name != "OBJECT_NAME"
    }
    for name in value.keys() - known.keys():
        yield f"{path}.{name} is unknown"
    for name, each in known.items():
        if name in value:
            yield from misfits(value[name], each, f"{path}.{name}")
        elif type(None) not in typing.get_args(each):
            yield f"{path}.{name} is missing"
