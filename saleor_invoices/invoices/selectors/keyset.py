"""Pages by key instead of by offset: the hundredth page costs what the first one does.

Rows are ordered by one column and then by their id, which makes the order total. A page begins
after the place where the last one ended, which an index finds at once, whatever came or went in
between. NULL has its fixed place on both databases; as no index serves ``NULLS LAST`` on both, a
nullable column is read as two segments, values and NULLs, each in the index's own order.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar, cast

from django.db.models import F, Model, Q, QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan, TupleLessThan

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row's place in an order: its value of the sorted column, and its id."""

    value: object | None
    id: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """By which column (an ORM path) rows are ordered; ties are broken by id, the same way.

    ``tie`` is the path of the id; where ``column`` lies in a joined table, that table's own copy
    of it, so that one index holds both; ``scope``, which every row fulfils, then says what that
    index begins with.
    """

    column: str
    descending: bool = False
    nullable: bool = False
    null_is_largest: bool = True
    tie: str = "pk"
    scope: Q | None = None

    def turned(self) -> "Ordering":
        """The opposite order."""
        return replace(self, descending=not self.descending)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which page: at most ``size`` rows between two places, from the front or from the back."""

    size: int
    after: Place | None = None
    before: Place | None = None
    from_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Rows in order, and whether there are more beyond either end."""

    rows: list[Row]
    has_next: bool
    has_previous: bool


def page(rows: QuerySet[Row], *, ordering: Ordering, window: Window) -> Page[Row]:
    """Read one page. Each row has its place's value as the attribute ``sort_value``."""
    walked = ordering.turned() if window.from_end else ordering
    start, stop = window.after, window.before
    if window.from_end:
        start, stop = stop, start
    found: list[Row] = []
    for segment in _segments(rows, walked, start=start, stop=stop):
        found += segment[: window.size + 1 - len(found)]
        if len(found) > window.size:
            break
    more, found = len(found) > window.size, found[: window.size]
    if window.from_end:
        return Page(rows=found[::-1], has_next=stop is not None, has_previous=more)
    return Page(rows=found, has_next=more, has_previous=start is not None)


def _segments(
    rows: QuerySet[Row], ordering: Ordering, *, start: Place | None, stop: Place | None
) -> Iterator[QuerySet[Row]]:
    kinds = (False, True) if ordering.nullable else (False,)
    nulls_first = ordering.descending == ordering.null_is_largest
    for nulls in reversed(kinds) if nulls_first else kinds:
        segment = rows
        # A comparison leaves NULLs out by itself; said twice, SQLite no longer uses the index.
        if ordering.nullable and (nulls or not (_is_value(start) or _is_value(stop))):
            segment = segment.filter(**{f"{ordering.column}__isnull": nulls})
        if ordering.scope is not None and not nulls:
            segment = segment.filter(ordering.scope)
        segment = _beyond(segment, ordering, start, larger=not ordering.descending, nulls=nulls)
        segment = _beyond(segment, ordering, stop, larger=ordering.descending, nulls=nulls)
        sign = "-" if ordering.descending else ""
        by = [f"{sign}pk"] if nulls else [f"{sign}{ordering.column}", f"{sign}{ordering.tie}"]
        yield cast("QuerySet[Row]", segment.annotate(sort_value=F(ordering.column)).order_by(*by))


def _beyond(
    segment: QuerySet[Row], ordering: Ordering, place: Place | None, *, larger: bool, nulls: bool
) -> QuerySet[Row]:
    """Cut a segment to what is larger (or smaller) than a place."""
    if place is None:
        return segment
    if nulls and place.value is None:
        return segment.filter(**{"pk__gt" if larger else "pk__lt": place.id})
    if nulls or place.value is None:
        return segment if larger == (nulls == ordering.null_is_largest) else segment.none()
    lookup = TupleGreaterThan if larger else TupleLessThan
    # A row comparison, not an OR of two conditions: only the former is a range of the index.
    columns = (F(ordering.column), F(ordering.tie))
    return segment.filter(lookup(columns, (place.value, place.id)))


def _is_value(place: Place | None) -> bool:
    return place is not None and place.value is not None
