"""Reading: pages of 50 invoices with lines through gunicorn, against the bare SQL.

Two databases, a small and a large one, each behind servers of its own; one request at a time, in
turn over both and over the bare statements. Each request asks for another place in the list.
"""

import http.client
import json
import random
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import psycopg

from bench.fill import A_DAY, FIRST_DAY
from bench.queries import LINES_QUERY, SHAPES, Shape, sql_of
from bench.servers import Servers
from bench.stats import TAIL, percentile
from bench.store import Signer
from demo.errors import DemoError
from demo.place import HOST

PAGE = 50
WARMING = 20
SEED = 7


@dataclass(slots=True)
class Times:
    """Seconds of every request of one kind."""

    small: list[float] = field(default_factory=list)
    large: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """The 95th percentile on the large database in that on the small one."""
        return percentile(self.large, TAIL) / percentile(self.small, TAIL)


@dataclass(frozen=True, slots=True)
class Read:
    """One shape of list: through the API, and as bare SQL."""

    shape: Shape
    api: Times = field(default_factory=Times)
    sql: Times = field(default_factory=Times)

    @property
    def over_sql(self) -> float:
        """The 95th percentile of the API in that of the SQL, both on the large database."""
        return percentile(self.api.large, TAIL) / percentile(self.sql.large, TAIL)


class Api:
    """The API of one server, as the dashboard asks it."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=60)
        self._headers = headers

    def ask(self, variables: dict[str, Any], query: str = LINES_QUERY) -> tuple[float, bytes]:
        """The seconds that a page took, and the answer."""
        body = json.dumps({"query": query, "variables": variables})
        began = time.perf_counter()
        self._connection.request("POST", "/graphql/", body, self._headers)
        answer = self._connection.getresponse().read()
        return time.perf_counter() - began, answer


class Sql:
    """A connection without Django."""

    def __init__(self, url: str) -> None:
        self._postgres = url.startswith("postgres")
        self._connection: Any = (
            psycopg.connect(url, autocommit=True)
            if self._postgres
            else sqlite3.connect(url.removeprefix("sqlite:///"))
        )

    def ask(self, statement: str, parameters: Sequence[object]) -> tuple[float, int]:
        """The seconds that a statement took, and how many rows came."""
        text = statement if self._postgres else statement.replace("%s", "?")
        began = time.perf_counter()
        rows = self._connection.execute(text, list(parameters)).fetchall()
        return time.perf_counter() - began, len(rows)

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()


class Bench:
    """Fills both databases, then measures."""

    def __init__(self, servers: Servers, signer: Signer, *, small: int, large: int) -> None:
        self._servers, self._signer = servers, signer
        self._counts = {"small": small, "large": large}
        self._random = random.Random(SEED)  # noqa: S311 no secret

    def run(self, requests: int, *, check: bool = False) -> list[Read]:
        """Measure so many requests of each kind; ``check`` proves the filled ledger first."""
        self._fill(check=check)
        apis, bare = self._connect()
        found = [Read(shape) for shape in SHAPES]
        for number in range(WARMING + requests):
            for read in found:
                self._measure(read, apis, bare, counted=number >= WARMING)
        for connection in bare.values():
            connection.close()
        self._servers.stop("small", "large")
        return found

    def _fill(self, *, check: bool) -> None:
        place, small = self._servers.place, self._counts["small"]
        place.create("small")
        self._program("small", "manage.py", "migrate", "--verbosity", "0")
        jwk = str(place.folder.home / "jwk.json")
        self._program("small", "-m", "demo.program", "bench.store", place.api_url, jwk)
        self._add("small", small, *(["check"] if check else []))
        place.create("large", like="small")
        self._add("large", self._counts["large"] - small)

    def _add(self, database: str, count: int, *check: str) -> None:
        url = self._servers.place.api_url
        self._program(database, "-m", "demo.program", "bench.fill", url, str(count), *check)

    def _program(self, database: str, *arguments: str) -> None:
        self._servers.run("fill", *arguments, database=database)

    def _connect(self) -> tuple[dict[str, Api], dict[str, Sql]]:
        place = self._servers.place
        ports = {"small": place.bare_port, "large": place.large_port}
        headers = {
            "Authorization": f"Bearer {self._signer.staff_token()}",
            "Saleor-Api-Url": place.api_url,
            "Content-Type": "application/json",
        }
        for name, port in ports.items():
            self._servers.app(port, name=name, database=name)
        apis = {name: Api(port, headers) for name, port in ports.items()}
        return apis, {name: Sql(place.database_url(name)) for name in ports}

    def _measure(
        self, read: Read, apis: dict[str, Api], bare: dict[str, Sql], *, counted: bool
    ) -> None:
        for name in self._counts:
            day = self._day(name)
            statement, parameters = sql_of(read.shape, day, PAGE + 1)
            seconds_sql, _ = bare[name].ask(statement, parameters)
            seconds_api, answer = apis[name].ask({"first": PAGE, **read.shape.variables(day)})
            if not counted:
                _refuse_unlike(answer, read.shape)
                continue
            getattr(read.sql, name).append(seconds_sql)
            getattr(read.api, name).append(seconds_api)

    def _day(self, name: str) -> date:
        days = self._counts[name] // A_DAY
        return FIRST_DAY + timedelta(days=self._random.randint(days // 10, days // 2))


def _refuse_unlike(answer: bytes, shape: Shape) -> None:
    found = json.loads(answer)
    edges = (found.get("data") or {}).get("salesInvoices", {}).get("edges", [])
    if found.get("errors") or len(edges) != PAGE or not all(e["node"]["lines"] for e in edges):
        raise DemoError(f"{shape.name}: not a page of {PAGE} invoices: {answer[:500]!r}")
