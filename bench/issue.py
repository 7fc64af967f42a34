"""Orders to issued, rendered and published invoices, against only making their files."""

import json
from dataclasses import dataclass, field

from django.db.models import Max

from bench.orders import Orders
from bench.servers import Servers
from bench.stats import paired
from bench.store import Signer
from bench.webhook import write_signed
from demo.errors import DemoError
from saleor_invoices.invoices.models import DocumentFile, Publication, SalesDocument

CONNECTIONS = 4
WARMING = 20  # orders for each process of the worker
PATIENCE = 180.0
SEED = 2


@dataclass(slots=True)
class Issue:
    """Invoices a second of each round, with so many processes."""

    processes: int
    issued: list[float] = field(default_factory=list)
    rendered: list[float] = field(default_factory=list)

    @property
    def over_render(self) -> float:
        """The rate of the whole in that of making the files."""
        return paired(self.issued, self.rendered)


class Bench:
    """Runs the rounds; expects the app and the stand-in Saleor to run."""

    def __init__(
        self, servers: Servers, signer: Signer, *, processes: int, rounds: int, orders: int
    ) -> None:
        self._servers, self._signer = servers, signer
        self._rounds, self._count = rounds, orders
        self._orders = Orders(SEED * 100 + processes)
        self._file = servers.place.folder.home / "requests"
        self._result = Issue(processes)

    def run(self) -> Issue:
        """Measure both in turn."""
        self._servers.worker(self._result.processes)
        self._issue(WARMING * self._result.processes)
        for _ in range(self._rounds):
            before = SalesDocument.objects.count()
            self._result.issued.append(self._issue(self._count))
            self._result.rendered.append(self._render(before))
        self._servers.stop("worker")
        return self._result

    def _issue(self, count: int) -> float:
        write_signed(self._file, self._signer, self._orders, count)
        wanted = _published() + count
        port = self._servers.place.folder.app_port
        began = self._servers.load(port, self._file, connections=CONNECTIONS).began
        self._wait_for(wanted)
        last = Publication.objects.aggregate(last=Max("published_at"))["last"]
        return count / (float(last.timestamp()) - began)

    def _wait_for(self, wanted: int) -> None:
        deadline = self._servers.progress.seconds + PATIENCE
        while _published() < wanted:
            if self._servers.progress.seconds > deadline:
                raise DemoError(f"{wanted - _published()} invoices were not published in time.")
            self._servers.supervisor.pause(0.25)
        pdfs = DocumentFile.objects.filter(kind=DocumentFile.Kind.PDF).count()
        if pdfs != wanted or SalesDocument.objects.count() != wanted:
            raise DemoError("Invoices, PDFs and publications are not equally many.")

    def _render(self, before: int) -> float:
        arguments = (str(self._result.processes), str(before), str(self._count))
        printed = self._servers.run("render", "-m", "demo.program", "bench.render_only", *arguments)
        return float(json.loads(printed)["rate"])


def _published() -> int:
    return Publication.objects.filter(state="done").count()
