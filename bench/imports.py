"""Invoices of other systems in: CSV and XLSX, the bare COPY, and django-import-export.

Each measurement has a fresh store. The bare side gets the very rows that the import wrote, into the
same tables with their indexes and triggers, as PostgreSQL's own COPY takes them.
"""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from bench.erp import LINES, csv_write, xlsx_write
from bench.servers import Servers

READY = "ready"
TABLES = (
    "invoices_salesdocument", "invoices_externalreference", "invoices_paymentstate",
    "invoices_vatshare", "invoices_historyentry",
)  # fmt: skip
_BLOCK = 1_048_576


@dataclass(frozen=True, slots=True)
class Imports:
    """Invoices a second of each round, by way; MB of a small and of a large import."""

    count: int
    rates: dict[str, list[float]] = field(default_factory=dict)
    megabytes: dict[int, float] = field(default_factory=dict)  # by rows of the file


class Bench:
    """Makes the files and a store to copy, then measures."""

    def __init__(self, servers: Servers) -> None:
        self._servers, self._place = servers, servers.place
        self._home: Path = servers.place.folder.home

    def run(self, *, rounds: int, count: int, most_rows: int) -> Imports:
        """So many rounds of ``count`` invoices; memory up to a file of ``most_rows`` rows."""
        self._make_ready()
        found = Imports(count)
        files = {"csv": self._home / "erp.csv", "xlsx": self._home / "erp.xlsx"}
        csv_write(files["csv"], count)
        xlsx_write(files["xlsx"], count)
        for _ in range(rounds):
            for name, file in files.items():
                found.rates.setdefault(name, []).append(count / self._import(file)["seconds"])
                if name == "csv" and self._place.server:
                    found.rates.setdefault("bare", []).append(count / self._copy())
            others = self._program(READY, "bench.import_bare", str(files["csv"]))
            found.rates.setdefault("django-import-export", []).append(count / others["seconds"])
        for rows in (10_000, most_rows):
            csv_write(files["csv"], rows // LINES)
            found.megabytes[rows] = self._import(files["csv"])["megabytes"]
        for file in files.values():
            file.unlink()
        return found

    def _make_ready(self) -> None:
        place = self._place
        place.create(READY)
        jwk = str(place.folder.home / "jwk.json")
        for arguments in (
            ("manage.py", "migrate", "--verbosity", "0"),
            ("-m", "demo.program", "bench.store", place.api_url, jwk),
        ):
            self._servers.run("ready", *arguments, database=READY)

    def _import(self, file: Path) -> dict[str, Any]:
        self._place.create("imports", like=READY)
        return self._program("imports", "bench.import_file", self._place.api_url, str(file))

    def _program(self, database: str, *arguments: str) -> dict[str, Any]:
        if database == READY:  # it leaves a table behind
            self._place.create("bare", like=READY)
            database = "bare"
        printed = self._servers.run("import", "-m", "demo.program", *arguments, database=database)
        found: dict[str, Any] = json.loads(printed)
        return found

    def _copy(self) -> float:
        """Seconds of the bare COPY of what the last import wrote."""
        self._place.create("bare", like=READY)
        dumps = {table: self._home / f"{table}.copy" for table in TABLES}
        with psycopg.connect(self._place.database_url("imports")) as connection:
            for table, file in dumps.items():
                _dump(connection, table, file)
        with psycopg.connect(self._place.database_url("bare")) as connection:
            began = time.perf_counter()
            for table, file in dumps.items():
                _load(connection, table, file)
            connection.commit()
            seconds = time.perf_counter() - began
        for file in dumps.values():
            file.unlink()
        return seconds


def _dump(connection: psycopg.Connection, table: str, file: Path) -> None:
    statement = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(table))
    with connection.cursor() as cursor, cursor.copy(statement) as copy, file.open("wb") as out:
        out.writelines(copy)


def _load(connection: psycopg.Connection, table: str, file: Path) -> None:
    statement = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.Identifier(table))
    with connection.cursor() as cursor, cursor.copy(statement) as copy, file.open("rb") as given:
        while block := given.read(_BLOCK):
            copy.write(block)
