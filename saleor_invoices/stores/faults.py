"""Collecting everything that is wrong with an input, each fault with its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from saleor_invoices.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``place`` is the path to it, e.g. ``channels.default.paper``."""

    place: str
    message: str
    code: str  # stable

    @property
    def field(self) -> str:
        """The last part of the path."""
        return self.place.rpartition(".")[2]


class Faults:
    """Faults found so far. ``at`` catches what a check raises, so that reading goes on.

    ``code`` is that of faults which bring none of their own.
    """

    def __init__(self, code: str = "INVALID") -> None:
        self.code = code
        self.found: list[Fault] = []

    def add(self, place: str, message: str, code: str = "") -> None:
        """Note a fault, once; ``place`` is the path to it."""
        fault = Fault(place, message, code or self.code)
        if fault not in self.found:
            self.found.append(fault)

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """Note what is raised inside as a fault of this place."""
        try:
            yield
        except InvalidInput as error:
            self.add(place, error.message, error.code)
        except ValueError as error:
            self.add(place, f"{error}.")

    def refuse(self) -> None:
        """Raise ``InvalidInput`` CONFIGURATION_INVALID when there are any, for a whole file."""
        if self.found:
            raise InvalidInput(
                "\n".join(f"{fault.place}: {fault.message}" for fault in self.found),
                code="CONFIGURATION_INVALID",
                params={"faults": [asdict(fault) for fault in self.found]},
            )

    def refuse_first(self) -> None:
        """Raise ``InvalidInput`` when there are any, for a program that set a few values.

        The code, ``params["place"]`` and ``params["field"]`` are those of the first fault;
        ``params["faults"]`` has them all.
        """
        if self.found:
            first = self.found[0]
            raise InvalidInput(
                " ".join(fault.message for fault in self.found),
                code=first.code,
                params={
                    "field": first.field,
                    "place": first.place,
                    "faults": [asdict(fault) for fault in self.found],
                },
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
