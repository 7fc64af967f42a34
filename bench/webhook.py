"""Webhook in: the app against a bare view, with the worker busy behind both."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.orders import Orders
from bench.requests_file import write_requests
from bench.servers import WORKERS, Servers
from bench.stats import MIDDLE, paired, percentile
from bench.store import Signer
from demo.errors import DemoError
from saleor_invoices.inbox.models import Delivery

OFFERED = 300.0  # a second
CONNECTIONS = 16
OPEN_CONNECTIONS = 64
BACKLOG = 300
SEED = 1


@dataclass(slots=True)
class Side:
    """The measurements of one server."""

    port: int
    rates: list[float] = field(default_factory=list)
    middles: list[float] = field(default_factory=list)  # seconds, each of one round
    tails: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """The app and the bare view."""

    app: Side
    bare: Side

    @property
    def over_bare(self) -> float:
        """The app's rate in that of the bare view."""
        return paired(self.app.rates, self.bare.rates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is sent: rounds, requests in a round, seconds of a round at the fixed rate."""

    rounds: int
    requests: int
    seconds: float


class Bench:
    """Runs the rounds; expects the app, the bare view and the stand-in Saleor to run."""

    def __init__(self, servers: Servers, signer: Signer, size: Size) -> None:
        self._servers, self._signer, self._size = servers, signer, size
        self._orders = Orders(SEED)
        folder = servers.place.folder
        self._file = folder.home / "requests"
        self._app, self._bare = Side(folder.app_port), Side(servers.place.bare_port)

    def run(self) -> Webhook:
        """Measure with a worker that has more to do than it can."""
        self._write(BACKLOG)
        for side in (self._app, self._bare):  # also their warming up
            self._servers.load(side.port, self._file, connections=CONNECTIONS)
        self._servers.worker(WORKERS)
        for number in range(self._size.rounds):
            self._round(number, self._size.requests, self._closed)
        for number in range(self._size.rounds):
            self._round(number, round(self._size.seconds * OFFERED), self._open)
        _refuse_idle()
        self._servers.stop("worker")
        return Webhook(app=self._app, bare=self._bare)

    def _round(self, number: int, count: int, measure: Callable[[Side], None]) -> None:
        self._write(count)
        sides = (self._bare, self._app)
        for side in sides if number % 2 == 0 else reversed(sides):
            measure(side)

    def _closed(self, side: Side) -> None:
        answers = self._servers.load(side.port, self._file, connections=CONNECTIONS)
        side.rates.append(answers.rate)

    def _open(self, side: Side) -> None:
        answers = self._servers.load(
            side.port, self._file, connections=OPEN_CONNECTIONS, rate=OFFERED
        )
        side.middles.append(percentile(answers.latencies, MIDDLE))
        side.tails.append(percentile(answers.latencies, 0.99))

    def _write(self, count: int) -> None:
        write_signed(self._file, self._signer, self._orders, count)


def write_signed(file: Path, signer: Signer, orders: Orders, count: int) -> None:
    """Write so many signed deliveries of different orders."""
    write_requests(file, (signer.request(orders.delivery()) for _ in range(count)))


def _refuse_idle() -> None:
    if not Delivery.objects.filter(state="pending").exists():
        raise DemoError("The worker ran out of work: the figures would be those of an idle one.")
