"""The app, its worker, its scheduler, the stand-in Saleor and Stripe, started and tied together."""

import sys
from collections.abc import Callable
from pathlib import Path

from demo.books import Books
from demo.errors import DemoError
from demo.place import HOST, Place, free_ports
from demo.processes import ROOT, Command, Supervisor
from demo.progress import Progress
from demo.shop import Shop
from demo.till import Till

SANDBOX = ROOT / "sandbox"
SANDBOX_PYTHON = SANDBOX / ".venv" / "bin" / "python"
SETTINGS = Path(__file__).with_name("store.toml")
CELERY = ("celery", "-A", "saleor_invoices.celery")
START_SECONDS = 120.0
PROGRAM_SECONDS = 180.0
RETRY_SCALE = 0.05
STRIPE_RETRY_SCALE = 0.01
SALEOR = "3.22.67"


class Stack:
    """Everything that runs. The supervisor owns the processes, this knows what they are."""

    def __init__(self, place: Place, supervisor: Supervisor, progress: Progress) -> None:
        self.place, self.supervisor, self.progress = place, supervisor, progress
        self.shop = Shop(place.sandbox_url)
        self.till = Till(place.stripe_url)
        self.app = Books(place.app_url, place.api_url)
        self._killed: list[Command] = []

    def start(self, *, settings: Path = SETTINGS) -> None:
        """Start everything, install the app into the stand-in and give it its settings."""
        self.start_bare()
        self.install(settings=settings)

    def install(self, *, settings: Path = SETTINGS) -> None:
        """Install the app into the running stand-in and give it its settings."""
        self.progress.say("Installing the app into the sandbox Saleor")
        attempt = self.shop.install_begin(self.manifest_url)
        self.wait(lambda: self.shop.install_ended(attempt), "the installation")
        self.progress.say("Setting up the store")
        self.manage("configure_store", str(settings), "--store", self.place.api_url)

    def start_bare(self, *, saleor: str = SALEOR) -> None:
        """Start everything as a new merchant finds it: nothing is installed in Saleor yet.

        ``saleor`` is the version that the stand-in plays.
        """
        self._start_sandbox(saleor)
        self._start_stripe()
        self.progress.say("Creating the database")
        self.manage("migrate", "--verbosity", "0")
        self.progress.say("Starting the app, its worker and its scheduler")
        self._start_app()
        self.wait(self.app.is_ready, "the app")
        self.wait(self.shop.is_up, "the sandbox Saleor")
        self.shop.control("config", {"invoices_api": f"{self.place.app_url}/graphql/"})
        self.wait(self.till.is_up, "the sandbox Stripe")

    @property
    def manifest_url(self) -> str:
        """What a merchant installs the app by."""
        return f"{self.place.app_url}/manifest.json"

    def close(self) -> None:
        """Let the connections to both sides go."""
        self.shop.close()
        self.till.close()
        self.app.close()

    def worker_kill(self) -> None:
        """SIGKILL the worker with its pool, as an operating system short of memory would."""
        self._killed.append(self.supervisor.kill("worker"))

    def worker_restart(self) -> None:
        """Start the killed worker again, as its supervisor in production would."""
        self.supervisor.start(self._killed.pop())

    def manage(self, name: str, *arguments: str, may_fail: bool = False) -> str:
        """Run one of the app's commands and return what it printed."""
        argv = (sys.executable, "manage.py", name, *arguments)
        command = self._command(f"manage-{name}", argv)
        return self.supervisor.run(command, seconds=PROGRAM_SECONDS, may_fail=may_fail)

    def program(self, module: str, *arguments: str) -> str:
        """Run a module's ``main`` with the app's settings and return what it printed."""
        argv = (sys.executable, "-m", "demo.program", module, *arguments)
        return self.supervisor.run(self._command(module, argv), seconds=PROGRAM_SECONDS)

    def wait(self, holds: Callable[[], bool], what: str, *, seconds: float = START_SECONDS) -> None:
        """Wait until something holds; ``DemoError`` when it takes too long."""
        deadline = self.progress.seconds + seconds
        while not holds():
            if self.progress.seconds > deadline:
                raise DemoError(f"{what} is not there after {seconds:.0f} s: see {self.place.logs}")
            self.supervisor.pause(0.05)

    def _start_sandbox(self, saleor: str) -> None:
        if not SANDBOX_PYTHON.exists():
            raise DemoError("The sandbox is not set up: run `make env`.")
        place = self.place
        argv = (
            *(str(SANDBOX_PYTHON), "-m", "saleor_sandbox", "--host", HOST),
            *("--port", str(place.sandbox_port), "--public-url", place.sandbox_url),
            *("--retry-scale", str(RETRY_SCALE), "--saleor-version", saleor),
        )
        self._start_beside("sandbox", argv)

    def _start_stripe(self) -> None:
        """localstripe, on a port that only the stand in front of it knows, and the stand."""
        place, (behind,) = self.place, free_ports(1)
        self._start("localstripe", "localstripe", "--port", str(behind), "--from-scratch")
        argv = (
            *(str(SANDBOX_PYTHON), "-m", "stripe_stand", "--host", HOST),
            *("--port", str(place.stripe_port), "--public-url", place.stripe_url),
            *("--behind", f"http://{HOST}:{behind}", "--retry-scale", str(STRIPE_RETRY_SCALE)),
        )
        self._start_beside("stripe", argv)

    def _start_beside(self, name: str, argv: tuple[str, ...]) -> None:
        """Start a process of the sandbox's environment."""
        environment = self.place.environment() | {"PYTHONPATH": str(SANDBOX)}
        self.supervisor.start(Command(name=name, argv=argv, env=environment, cwd=SANDBOX))

    def _start_app(self) -> None:
        serve = (
            *("gunicorn", "saleor_invoices.wsgi", "--bind", f"{HOST}:{self.place.app_port}"),
            *("--workers", "2", "--worker-class", "gthread", "--threads", "4"),
            *("--no-control-socket", "--graceful-timeout", "3"),
        )
        quiet = ("--loglevel", "WARNING")
        alone = ("--without-gossip", "--without-mingle", "--without-heartbeat")
        schedule = str(self.place.data / "schedule")
        self._start("app", *serve)
        self._start("worker", *CELERY, "worker", "--concurrency", "2", *quiet, *alone)
        self._start("beat", *CELERY, "beat", "--schedule", schedule, "--pidfile", "", *quiet)

    def _start(self, name: str, module: str, *arguments: str) -> None:
        self.supervisor.start(self._command(name, (sys.executable, "-m", module, *arguments)))

    def _command(self, name: str, argv: tuple[str, ...]) -> Command:
        return Command(name=name, argv=argv, env=self.place.environment())
