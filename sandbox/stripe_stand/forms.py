"""Stripe's form bodies and queries: ``a[b][0]=c`` becomes ``{"a": {"b": ["c"]}}``."""

import re
from typing import Any
from urllib.parse import parse_qsl

from .errors import invalid

_PART = re.compile(r"\[([^\]]*)\]")


def decode(text: str) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        head, _, _ = name.partition("[")
        _put(tree, [head, *_PART.findall(name)], value)
    return {key: _lists(value) for key, value in tree.items()}


def _put(tree: dict[str, Any], path: list[str], value: str) -> None:
    for part in path[:-1]:
        below = tree.setdefault(part or str(len(tree)), {})
        if not isinstance(below, dict):
            return
        tree = below
    tree[path[-1] or str(len(tree))] = value


def _lists(value: Any) -> Any:
    """Keys that count from 0 are a list."""
    if not isinstance(value, dict):
        return value
    below = {key: _lists(each) for key, each in value.items()}
    if below and all(key.isdecimal() for key in below):
        return [below[key] for key in sorted(below, key=int)]
    return below


def flag(value: Any, param: str = "") -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise invalid(f"Invalid boolean: {value}", param=param)
    return value == "true"


def whole(value: Any, param: str) -> int:
    if not re.fullmatch(r"-?\d{1,18}", str(value)):
        raise invalid(f"Invalid integer: {value}", code="parameter_invalid_integer", param=param)
    return int(value)
