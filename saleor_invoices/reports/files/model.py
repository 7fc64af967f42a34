"""A report as values: what every kind of file is written from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Cell = str | int | Decimal | date | None


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title in the reader's language; ``share`` of the room, where it is wide."""

    title: str
    kind: Kind = Kind.TEXT
    share: int = 0

    @property
    def is_number(self) -> bool:
        """Whether it is aligned right."""
        return self.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of one currency, or of none. ``total`` is for people: data has no such row."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    currency: str = ""
    total: Sequence[Cell] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report; ``facts`` are pairs of label and value."""

    title: str
    day: date
    facts: Sequence[tuple[str, Cell]]
    tables: Sequence[Table]
    wide: bool = False
