"""One request to the API, and how its parameters are read."""

from dataclasses import dataclass, field
from typing import Any

from .errors import invalid
from .keys import Caller, Scope
from .state import State

METADATA_KEYS, METADATA_KEY, METADATA_VALUE = 50, 40, 500


@dataclass
class Call:
    """``caller`` is None where the control API or a bank moves something."""

    state: State
    scope: Scope
    params: dict[str, Any] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    caller: Caller | None = None
    request_id: str = ""
    idempotency_key: str = ""
    path: str = ""
    is_for_browsers: bool = False

    @property
    def cause(self) -> dict[str, Any]:
        """What an event says of the request that it came of."""
        if self.caller is None:
            return {"id": None, "idempotency_key": None}
        return {"id": self.request_id, "idempotency_key": self.idempotency_key or None}

    @property
    def is_browser(self) -> bool:
        return self.caller is not None and self.caller.kind == "publishable"

    def only(self, *known: str) -> None:
        """Refuse what Stripe does not know here, or what is not played."""
        for name in self.params:
            if name not in known and name != "expand":
                words = f"Received unknown parameter: {name}"
                raise invalid(words, code="parameter_unknown", param=name)

    def need(self, *names: str) -> None:
        for name in names:
            if self.params.get(name) in (None, ""):
                words = f"Missing required param: {name}."
                raise invalid(words, code="parameter_missing", param=name)


def merged_metadata(kept: dict[str, str], given: Any) -> dict[str, str]:
    """Metadata with changes: an empty value takes a key away, and an empty whole takes all."""
    if given is None:
        return kept
    if given == "":
        return {}
    if not isinstance(given, dict) or any(not isinstance(value, str) for value in given.values()):
        raise invalid("Invalid hash", param="metadata")
    found = {key: value for key, value in {**kept, **given}.items() if value != ""}
    if len(found) > METADATA_KEYS:
        raise invalid(f"Metadata can have {METADATA_KEYS} keys at most", param="metadata")
    for key, value in found.items():
        if len(key) > METADATA_KEY or len(value) > METADATA_VALUE:
            raise invalid(f"Metadata is too long: {key}", param=f"metadata[{key}]")
    return found
