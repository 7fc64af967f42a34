"""Where the benchmark runs: its folder, ports, databases and broker.

PostgreSQL and Redis where they answer, else SQLite and the file broker (or where DATABASE_URL and
BROKER_URL name those). Databases of our own are made and dropped; of Redis only its database 12 is
used, and emptied.
"""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import redis
from psycopg import sql

from demo.errors import DemoError
from demo.place import HOST, free_place, take
from demo.place import Place as Folder
from demo.processes import ROOT

HOME = ROOT / ".bench"
NAME = "saleor_invoices_bench"
LOCAL_POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
REDIS = "redis://127.0.0.1:6379/12"
FILES = "filesystem://"
NEEDED_PORTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One run's place. Database ``""`` is the main one; others are named by what they are for."""

    folder: Folder
    bare_port: int
    large_port: int
    server: str  # of PostgreSQL, without a database's name; empty: SQLite
    broker: str

    @property
    def api_url(self) -> str:
        """The address of the stand-in Saleor."""
        return self.folder.api_url

    @property
    def services(self) -> str:
        """The services in words."""
        database = "PostgreSQL" if self.server else "SQLite (no PostgreSQL)"
        broker = "Redis" if self.broker == REDIS else "the file broker (no Redis)"
        return f"{database}, {broker}"

    def database_url(self, name: str = "") -> str:
        """``DATABASE_URL`` of one of our databases."""
        if self.server:
            return f"{self.server}/{_full(name)}"
        return f"sqlite:///{self._file(name)}"

    def environment(self, database: str = "") -> dict[str, str]:
        """The app's settings: production's, but for addresses on this machine."""
        return self.folder.environment() | {
            "DJANGO_SETTINGS_MODULE": "saleor_invoices.settings",
            "DATABASE_URL": self.database_url(database),
            "BROKER_URL": self.broker,
            "LOG_FORMAT": "json",
            "BENCH_PUBLIC_KEY": str(self.folder.home / "jwk.json"),
        }

    def create(self, name: str = "", *, like: str | None = None) -> None:
        """Make one of our databases anew, empty or as a copy of another."""
        self.drop(name)
        if not self.server:
            if like is not None:
                shutil.copy(self._file(like), self._file(name))
            return
        template = sql.Identifier("template1" if like is None else _full(like))
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._execute(create.format(sql.Identifier(_full(name)), template))

    def drop(self, name: str = "") -> None:
        """Remove one of our databases, whoever is connected to it."""
        if self.server:
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            self._execute(drop.format(sql.Identifier(_full(name))))
            return
        for file in self._file(name).parent.glob(f"{_full(name)}.sqlite3*"):
            file.unlink()

    def empty_broker(self) -> None:
        """Forget every message; nobody may be listening."""
        if self.broker == REDIS:
            with redis.Redis.from_url(REDIS) as connection:
                connection.flushdb()
        else:
            shutil.rmtree(self.folder.data / "broker", ignore_errors=True)

    def _file(self, name: str) -> Path:
        return self.folder.home / f"{_full(name)}.sqlite3"

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(f"{self.server}/postgres", autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def taken_place() -> Iterator[Place]:
    """A place with an empty main database, removed at the end."""
    place = _choose()
    lock = take(place.folder)
    place.create()
    place.empty_broker()
    try:
        yield place
    finally:
        for name in ("", "small", "large", "pay", "ready", "imports", "bare"):
            place.drop(name)
        place.empty_broker()
        shutil.rmtree(place.folder.data, ignore_errors=True)
        (place.folder.home / "requests").unlink(missing_ok=True)  # some 100 MB
        lock.close()


def _choose() -> Place:
    bare, large = _free_ports(NEEDED_PORTS)
    return Place(
        folder=free_place(HOME),
        bare_port=bare,
        large_port=large,
        server=_postgres(),
        broker=_broker(),
    )


def _postgres() -> str:
    given = os.environ.get("DATABASE_URL", "")
    if given and not given.startswith("postgres"):
        return ""
    server = (given or LOCAL_POSTGRES).rsplit("/", 1)[0]
    try:
        psycopg.connect(f"{server}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError as error:
        if given:
            raise DemoError(f"DATABASE_URL does not answer: {error}") from error
        return ""
    return server


def _broker() -> str:
    if os.environ.get("BROKER_URL") == FILES:
        return FILES
    try:
        with redis.Redis.from_url(REDIS, socket_connect_timeout=2) as connection:
            connection.ping()
    except redis.RedisError:
        return FILES
    return REDIS


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind((HOST, 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _full(name: str) -> str:
    return f"{NAME}_{name}" if name else NAME
