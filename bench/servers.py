"""The processes that are measured, started as docs/operations.md says."""

import json
import os
import sys
from pathlib import Path

import httpx

from bench.place import Place
from demo.errors import DemoError
from demo.place import HOST
from demo.processes import Command, Supervisor
from demo.progress import Progress

WORKERS = 2
GUNICORN = (
    *("--workers", str(WORKERS), "--threads", "4", "--no-control-socket"),
    *("--graceful-timeout", "2", "--access-logfile", "/dev/null"),
)
ALONE = ("--without-gossip", "--without-mingle", "--without-heartbeat")
START_SECONDS = 30.0
PROGRAM_SECONDS = 900.0


class Servers:
    """Starts and stops what runs; the supervisor owns the processes."""

    def __init__(self, place: Place, supervisor: Supervisor, progress: Progress) -> None:
        self.place, self.supervisor, self.progress = place, supervisor, progress

    def app(self, port: int, *, name: str = "app", database: str = "") -> None:
        """Serve the app."""
        self._serve(name, "saleor_invoices.wsgi", port, self.place.environment(database))

    def bare(self) -> None:
        """Serve the bare view, on the same server with as many workers."""
        environment = self.place.environment() | {"DJANGO_SETTINGS_MODULE": "bench.bare.settings"}
        self._serve("bare", "bench.bare.site", self.place.bare_port, environment)

    def saleor(self) -> None:
        """Start the stand-in Saleor."""
        port = self.place.folder.sandbox_port
        self._start("saleor", "bench.saleor", str(port))
        self._wait_for_port(port)

    def worker(self, concurrency: int) -> None:
        """Start a worker with so many processes."""
        arguments = ("worker", "--concurrency", str(concurrency), "--loglevel", "INFO", *ALONE)
        self._start("worker", "celery", "-A", "saleor_invoices.celery", *arguments)

    def stop(self, *names: str) -> None:
        """End processes at once: what they leave behind is not used again."""
        for name in names:
            self.supervisor.kill(name)

    def run(self, name: str, *arguments: str, database: str = "") -> str:
        """Run ``python ARGUMENTS`` to its end; returns what it printed."""
        command = self._command(name, arguments, self.place.environment(database))
        return self.supervisor.run(command, seconds=PROGRAM_SECONDS)

    def load(self, port: int, file: Path, *, connections: int, rate: float = 0) -> "Answers":
        """Send the requests of a file; ``DemoError`` unless every one was answered 200."""
        arguments = [str(port), str(file), str(connections), *([str(rate)] if rate else [])]
        printed = json.loads(self.run("load", "-m", "bench.load", *arguments))
        if set(printed["statuses"]) != {"200"}:
            raise DemoError(f"Not every request was answered 200: {printed['statuses']}")
        return Answers(printed["began"], printed["seconds"], printed["latencies"])

    def _serve(self, name: str, module: str, port: int, environment: dict[str, str]) -> None:
        arguments = ("-m", "gunicorn", module, "--bind", f"{HOST}:{port}", *GUNICORN)
        self.supervisor.start(self._command(name, arguments, environment))
        self._wait_for_port(port)

    def _start(self, name: str, *arguments: str) -> None:
        command = self._command(name, ("-m", *arguments), self.place.environment())
        self.supervisor.start(command)

    def _command(
        self, name: str, arguments: tuple[str, ...], environment: dict[str, str]
    ) -> Command:
        return Command(name=name, argv=(sys.executable, *arguments), env=environment)

    def _wait_for_port(self, port: int) -> None:
        deadline = self.progress.seconds + START_SECONDS
        while not _answers(port):
            if self.progress.seconds > deadline:
                raise DemoError(f"Nothing answers at port {port}: see {self.place.folder.logs}")
            self.supervisor.pause(0.05)


class Answers:
    """What a load got: when it began (epoch), how long it took, seconds of each answer."""

    def __init__(self, began: float, seconds: float, latencies: list[float]) -> None:
        self.began, self.seconds, self.latencies = began, seconds, latencies

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds


def machine() -> str:
    """Processors and memory of this machine, and what else it was doing."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    python = sys.version.split()[0]
    return f"{os.cpu_count()} cores, {memory:.0f} GB, Python {python}, load {busy:.1f} before"


def _answers(port: int) -> bool:
    try:
        httpx.post(f"http://{HOST}:{port}/", json={"query": "", "variables": {}}, trust_env=False)
    except httpx.TransportError:
        return False
    return True
