"""Documents out of a large store, beside the bare reading of the same columns.

``ROUNDS COUNT`` writes COUNT invoices to files, in each round by every format in turn, and with the
database's own means: PostgreSQL's COPY, or a bare SELECT of SQLite's. Prints invoices a second, and
how much more memory the process took for all of them than for a tenth.
"""

import csv
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from django.db import connection
from django.db.models import QuerySet

from demo.errors import DemoError
from saleor_invoices.exports.context import NOTHING
from saleor_invoices.exports.registry import WRITERS
from saleor_invoices.exports.source import records_in, streamed
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation

FORMATS = ("csv", "jsonl")
BARE = "bare"
BARE_COLUMNS = (
    "number", "kind", "state", "source", "test_mode", "issue_date", "due_date", "currency",
    "net_minor", "tax_minor", "gross_minor", "payable_minor", "payment__paid_minor",
    "payment__balance_minor", "payment__credited_minor", "payment__refunded_minor",
    "payment__status", "legal_entity__key", "buyer_name", "customer_id", "customer_email",
    "channel", "order__order_id", "order_number", "preceding__number", "language", "erased_at",
    "snapshot",
)  # fmt: skip
_BLOCK = 5_000


@dataclass(frozen=True, slots=True)
class Export:
    """Invoices a second of each round, by format; MB that the larger export took more."""

    count: int
    rates: dict[str, list[float]] = field(default_factory=dict)
    grown: float = 0.0


def main(arguments: list[str]) -> None:
    """Measure after one export of a tenth that is not counted."""
    rounds, count = map(int, arguments)
    store = Installation.objects.order_by("pk").first()
    rows = SalesDocument.objects.filter(installation=store).order_by("issue_date", "pk")
    if rows.count() < count:
        raise DemoError(f"There are fewer than {count} invoices.")
    sources: dict[str, Callable[[IO[bytes], int], None]] = {
        name: lambda out, most, name=name: _export(name, rows[:most], out)  # type: ignore[misc]
        for name in FORMATS
    }
    sources[BARE] = lambda out, most: _bare(rows[:most], out)
    for source in sources.values():
        _rate(source, count // 10)
    before = _megabytes()
    rates: dict[str, list[float]] = {name: [] for name in sources}
    for _ in range(rounds):
        for name, source in sources.items():
            rates[name].append(_rate(source, count))
    found = {"count": count, "rates": rates, "grown": _megabytes() - before}
    sys.stdout.write(json.dumps(found))


def _rate(source: Callable[[IO[bytes], int], None], count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with (Path(folder) / "out").open("wb") as out:
            source(out, count)
        return count / (time.perf_counter() - began)


def _export(name: str, rows: QuerySet[SalesDocument], out: IO[bytes]) -> None:
    writer = WRITERS[name]
    with streamed():
        writer.write(records_in(rows, depth=writer.depth), out, NOTHING)  # type: ignore[arg-type]


def _bare(rows: QuerySet[SalesDocument], out: IO[bytes]) -> None:
    """The same columns, with the snapshots that an export must look into."""
    statement, parameters = rows.values_list(*BARE_COLUMNS).query.sql_with_params()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            copy = f"COPY ({cursor.mogrify(statement, parameters)}) TO STDOUT (FORMAT csv)"
            with cursor.copy(copy) as blocks:
                out.writelines(blocks)
        return
    with connection.cursor() as cursor, open(out.fileno(), "w", newline="", closefd=False) as text:
        cursor.execute(statement, parameters)
        while block := cursor.fetchmany(_BLOCK):
            csv.writer(text).writerows(block)


def _megabytes() -> float:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
