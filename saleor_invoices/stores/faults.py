"""Collecting everything that is wrong with an input, each fault with its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from saleor_invoices.domain.errors import InvalidInput


class Faults:
    """Faults found so far. ``at`` catches what a check raises, so that reading goes on."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def add(self, place: str, message: str) -> None:
        """Note a fault; ``place`` is the path to it, e.g. ``channels.default.paper``."""
        self.found.append((place, message))

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """Note what is raised inside as a fault of this place."""
        try:
            yield
        except InvalidInput as error:
            self.add(place, error.message)
        except ValueError as error:
            self.add(place, f"{error}.")

    def refuse(self) -> None:
        """Raise ``InvalidInput`` CONFIGURATION_INVALID when there are any."""
        if self.found:
            raise InvalidInput(
                "\n".join(f"{place}: {message}" for place, message in self.found),
                code="CONFIGURATION_INVALID",
                params={"faults": [{"place": p, "message": m} for p, m in self.found]},
            )

    def table(self, parent: dict[str, Any], name: str, place: str) -> dict[str, Any]:
        """The table ``name`` of ``parent``; empty where it is missing or no table."""
        value = parent.get(name, {})
        if isinstance(value, dict):
            return value
        self.add(_join(place, name), "must be a table.")
        return {}

    def unknown(self, table: dict[str, Any], known: set[str], place: str) -> None:
        """Note every name that is not known: a typing error must not be a silent default."""
        for name in sorted(set(table) - known):
            self.add(_join(place, name), "is unknown here.")


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
