"""One run: everything is made, measured in turn and shown."""

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from statistics import median

from django.db import connection

from bench import (
    PARTS,
    einvoice,
    export,
    imports,
    issue,
    large,
    page,
    pay,
    read,
    render,
    storefront,
    tables,
    webhook,
)
from bench.bare.table import create_statement
from bench.place import Place
from bench.servers import WORKERS, Servers, machine
from bench.stats import TAIL, percentile
from bench.store import Signer, install
from demo.processes import Supervisor
from demo.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is measured."""

    webhook: webhook.Size
    processes: tuple[int, ...]  # of the worker that issues, one measurement each
    issue_rounds: int
    orders: int  # in a round
    render_rounds: int
    reads: int  # of each kind
    small: int
    large: int
    visits: int  # of the grid's first page
    payments: int
    exported: int  # invoices
    export_rounds: int
    imported: int  # invoices
    import_rounds: int
    import_rows: int  # of the largest file
    check: bool  # whether the filled ledger is proved


QUICK = Plan(
    webhook=webhook.Size(rounds=4, requests=500, seconds=2.0),
    processes=(WORKERS,),
    issue_rounds=3,
    orders=40,
    render_rounds=2,
    reads=30,
    small=10_000,
    large=100_000,
    visits=5,
    payments=5,
    exported=20_000,
    export_rounds=3,
    imported=5_000,
    import_rounds=2,
    import_rows=100_000,
    check=False,
)
FULL = Plan(
    webhook=webhook.Size(rounds=5, requests=2500, seconds=10.0),
    processes=(1, WORKERS),
    issue_rounds=5,
    orders=300,
    render_rounds=5,
    reads=300,
    small=10_000,
    large=100_000,
    visits=20,
    payments=20,
    exported=100_000,
    export_rounds=3,
    imported=100_000,
    import_rounds=3,
    import_rows=1_000_000,
    check=True,
)


class Run:
    """The parts of one run and their figures."""

    def __init__(self, servers: Servers, plan: Plan) -> None:
        self._servers, self._plan = servers, plan
        self._signer = Signer(servers.place.api_url)
        self._filled = False  # whether the large database is there
        self.figures: dict[str, float] = {}

    def prepare(self) -> None:
        """Make the store, and start what takes its orders in."""
        servers, folder = self._servers, self._servers.place.folder
        (folder.home / "jwk.json").write_text(json.dumps(self._signer.jwk), encoding="utf-8")
        servers.run("migrate", "manage.py", "migrate", "--verbosity", "0")
        install(servers.place.api_url, self._signer.jwk)
        with connection.cursor() as cursor:
            cursor.execute(create_statement(connection.vendor))
        servers.saleor()
        servers.app(folder.app_port)
        servers.bare()

    def issue(self) -> None:
        """Orders to invoices."""
        found = []
        for processes in self._plan.processes:
            bench = issue.Bench(
                self._servers,
                self._signer,
                processes=processes,
                rounds=self._plan.issue_rounds,
                orders=self._plan.orders,
            )
            found.append(bench.run())
        self._show(tables.issue(found))
        self.figures["issue_over_render"] = found[-1].over_render

    def webhook(self) -> None:
        """Deliveries in."""
        found = webhook.Bench(self._servers, self._signer, self._plan.webhook).run()
        self._show(tables.webhook(found))
        self.figures["webhook_over_bare"] = found.over_bare

    def render(self) -> None:
        """Both engines."""
        program = ("-m", "demo.program", "bench.render", str(self._plan.render_rounds))
        rows = json.loads(self._servers.run("render", *program))
        found = [render.Render(**row) for row in rows]
        self._show(tables.render(found))
        self.figures["typst_speedup"] = found[0].speedup

    def einvoice(self) -> None:
        """Both syntaxes, and the PDF around one of them."""
        program = ("-m", "demo.program", "bench.einvoice", str(self._plan.render_rounds))
        found = json.loads(self._servers.run("einvoice", *program))
        rows = [einvoice.Times(**row) for row in found["rows"]]
        self._show(tables.einvoice(rows, found["compile"]))
        few = rows[0]
        self.figures |= {f"einvoice_{name}_ms": few.middle(name) for name in tables.EINVOICE_GOALS}

    def read(self) -> None:
        """Pages of invoices."""
        plan = self._plan
        bench = read.Bench(self._servers, self._signer, small=plan.small, large=plan.large)
        found = bench.run(plan.reads, check=plan.check)
        self._show(tables.read(found))
        self.figures["read_growth"] = max(one.api.growth for one in found)
        self._filled = True

    def page(self) -> None:
        """The grid in a browser."""
        self._fill()
        found = page.Bench(self._servers, self._signer).run(self._plan.visits)
        if found is None:
            self._servers.progress.say("NO CHROMIUM: the grid's first page was not measured")
            return
        self._show(tables.page(found, self._plan.large))
        self.figures["page_cold_s"] = median(found.cold)

    def storefront(self) -> None:
        """What customers wait for."""
        self._fill()
        found = storefront.Bench(self._servers, self._signer).run(self._plan.reads)
        self._show(tables.storefront(found, self._plan.large))
        self.figures["storefront_list_ms"] = 1000 * percentile(found.listed, TAIL)
        self.figures["storefront_view_ms"] = 1000 * percentile(found.viewed, TAIL)

    def pay(self) -> None:
        """From the card to both sides' books."""
        found = pay.Bench(self._servers).run(self._plan.payments)
        self._show(tables.pay(found))
        self.figures["paid_and_reported_s"] = median(found)

    def export(self) -> None:
        """Files of many invoices."""
        plan = self._plan
        self._fill()
        program = ("-m", "demo.program", "bench.export")
        sizes = (str(plan.export_rounds), str(plan.exported))
        printed = self._servers.run("export", *program, *sizes, database="large")
        found = export.Export(**json.loads(printed))
        self._show(tables.export(found))
        self.figures["export_per_s"] = median(found.rates["csv"])

    def imports(self) -> None:
        """Files of other systems."""
        plan = self._plan
        found = imports.Bench(self._servers).run(
            rounds=plan.import_rounds, count=plan.imported, most_rows=plan.import_rows
        )
        self._show(tables.imports(found))
        self.figures["import_per_s"] = median(found.rates["csv"])

    def _fill(self) -> None:
        """Have the large database, which another part may have filled."""
        if not self._filled:
            large.fill(self._servers, self._plan.large)
            self._filled = True

    def _show(self, table: tables.Table) -> None:
        self._servers.progress.write(f"\n{tables.as_text(table)}\n")


def run(
    place: Place,
    supervisor: Supervisor,
    progress: Progress,
    *,
    quick: bool,
    only: Collection[str] | None,
) -> None:
    """Measure; the tables go to the progress, the figures of the quick form to the output."""
    servers = Servers(place, supervisor, progress)
    progress.say(f"On {place.services}; {machine()}")
    measured = Run(servers, QUICK if quick else FULL)
    measured.prepare()
    for name in PARTS:
        if name == "render":
            servers.stop("app", "bare", "saleor")  # the rest is measured alone
        if not only or name in only:
            progress.say(f"Measuring: {name}")
            getattr(measured, name)()
    progress.say("Done")
    if quick:
        figures = {name: round(value, 3) for name, value in measured.figures.items()}
        sys.stdout.write(json.dumps(figures) + "\n")
