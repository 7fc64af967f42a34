"""The figures as tables for people; the quick form prints its figures as JSON besides."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from bench.einvoice import Times
from bench.export import BARE, Export
from bench.imports import Imports
from bench.issue import Issue
from bench.page import Opening
from bench.read import Read
from bench.render import Render
from bench.stats import MIDDLE, TAIL, paired, percentile, spread
from bench.storefront import Storefront
from bench.webhook import OFFERED, Side, Webhook

Table = tuple[Sequence[str], list[Sequence[str]]]
EINVOICE_GOALS = {"write": 5.0, "judge": 80.0, "finish": 20.0}
"""At most so many milliseconds for 5 lines."""
EXPORT_GOAL = 10_000
"""At least so many invoices a second."""
IMPORT_GOAL = 3_000
"""At least so many invoices of three lines a second."""
IMPORT_MEMORY = 300
"""At most so many MB, however long the file."""
PAGE_GOAL = 1.0
"""At most so many seconds to the first row."""
STOREFRONT_GOAL = 50.0
"""At most so many milliseconds, of 95 in 100 requests."""
PAY_GOAL = 2.0
"""At most so many seconds until the invoice is paid and Saleor knows."""


def webhook(found: Webhook) -> Table:
    """Deliveries in, beside the bare view."""
    head = ("webhook in", "a second", "noise", f"p50 at {OFFERED:.0f}/s", "p99", "goal")
    ratio = _goal(found.over_bare, 0.5)
    tail = _goal(median(found.app.tails) * 1000, 50, most=True, unit=" ms")
    return head, [
        _side("app", found.app, f"p99 {tail}"),
        _side("bare view", found.bare, ""),
        ("app / bare", f"{found.over_bare:.2f}", "", "", "", ratio),
    ]


def issue(found: Sequence[Issue]) -> Table:
    """Invoices, beside only making their files."""
    head = ("orders to invoices", "processes", "a second", "noise", "goal")
    rows: list[Sequence[str]] = []
    for one in found:
        count = str(one.processes)
        rows += [
            ("issued, rendered, published", count, *_rate(one.issued), ""),
            ("PDF and e-invoice only", count, *_rate(one.rendered), ""),
            ("ratio", count, f"{one.over_render:.2f}", "", _goal(one.over_render, 0.6)),
        ]
    return head, rows


def render(found: Sequence[Render]) -> Table:
    """Both engines, by the number of lines."""
    head = ("render", "typst", "HTML template", "times faster", "noise", "goal")
    return head, [
        (
            f"{row.lines} lines",
            f"{median(row.typst):.1f} ms",
            f"{median(row.html):.0f} ms",
            f"{row.speedup:.1f}",
            f"{max(spread(row.typst), spread(row.html)):.0f} %",
            _goal(row.speedup, 10) if row.lines == 5 else "",
        )
        for row in found
    ]


def einvoice(found: Sequence[Times], compiled: Mapping[str, float]) -> Table:
    """What an e-invoice takes, by the number of lines; the goals are about the fewest."""
    head = ("e-invoice", "write both", "judge both", "finish", "PDF with it", "noise", "")
    names = ("write", "judge", "finish", "files")
    rows: list[Sequence[str]] = []
    for one in found:
        cells = [f"{one.middle(name):.1f} ms" for name in names]
        noise = max(spread(getattr(one, name)) for name in names)
        rows.append((f"{one.lines} lines", *cells, f"{noise:.0f} %", ""))
    few = found[0]
    for name, goal in EINVOICE_GOALS.items():
        met = _goal(few.middle(name), goal, most=True, unit=" ms")
        rows.append((f"goal: {name}, {few.lines} lines", "", "", "", "", "", met))
    rows += [
        (f"compile {name}", "", f"{took:.0f} ms", "", "", "", "once")
        for name, took in compiled.items()
    ]
    return head, rows


def read(found: Sequence[Read]) -> Table:
    """Pages, by the size of the database, beside the bare SQL."""
    head = ("read 50 with lines", "p50 small", "p95 small", "p50 large", "p95 large", "growth")
    rows: list[Sequence[str]] = []
    for one in found:
        for name, times in (("API", one.api), ("SQL", one.sql)):
            cells = _milliseconds(times.small, times.large)
            rows.append((f"{one.shape.name}: {name}", *cells, f"{times.growth:.2f}"))
        rows.append(("API / SQL, p95 large", "", "", "", f"{one.over_sql:.1f}", ""))
    worst = max(one.api.growth for one in found)
    over = max(one.over_sql for one in found)
    rows.append(("goal: growth", "", "", "", "", _goal(worst, 1.5, most=True)))
    rows.append(("goal: API / SQL", "", "", "", _goal(over, 3, most=True), ""))
    return head, rows


def page(found: Opening, invoices: int) -> Table:
    """The grid's first row in a browser."""
    head = (f"first page of {invoices:,}", "p50", "slowest", "noise", "goal")
    goal = _goal(median(found.cold), PAGE_GOAL, most=True, unit=" s")
    return head, [
        (name, f"{median(times):.2f} s", f"{max(times):.2f} s", f"{spread(times):.0f} %", met)
        for name, times, met in (("cold", found.cold, goal), ("warm", found.warm, ""))
    ]


def storefront(found: Storefront, invoices: int) -> Table:
    """A customer's list and one invoice."""
    head = (f"storefront, {invoices:,} in the store", "p50", "p95", "goal")
    rows: list[Sequence[str]] = []
    for name, times in (("list of 20", found.listed), ("one invoice", found.viewed)):
        tail = 1000 * percentile(times, TAIL)
        met = _goal(tail, STOREFRONT_GOAL, most=True, unit=" ms")
        rows.append((name, *_milliseconds(times), met))
    return head, rows


def pay(found: Sequence[float]) -> Table:
    """A payment, until both sides show it."""
    head = ("card to paid and reported", "p50", "slowest", "noise", "goal")
    goal = _goal(median(found), PAY_GOAL, most=True, unit=" s")
    times = (f"{median(found):.2f} s", f"{max(found):.2f} s", f"{spread(found):.0f} %")
    return head, [(f"{len(found)} payments", *times, goal)]


def export(found: Export) -> Table:
    """Files, beside the bare reading of the same columns."""
    head = (f"export of {found.count:,}", "a second", "noise", "of bare", "goal")
    bare = found.rates[BARE]
    rows: list[Sequence[str]] = []
    for name, rates in found.rates.items():
        goal = _goal(median(rates), EXPORT_GOAL) if name == "csv" else ""
        rows.append((name, *_rate(rates), f"{paired(rates, bare):.2f}", goal))
    rows.append(("memory more than of a tenth", f"{found.grown:.0f} MB", "", "", ""))
    return head, rows


def imports(found: Imports) -> Table:
    """Files of other systems, beside the bare COPY and another library."""
    head = (f"import of {found.count:,}", "a second", "noise", "of bare", "goal")
    rates, rows = found.rates, list[Sequence[str]]()
    for name, each in rates.items():
        of_bare = f"{paired(each, rates['bare']):.2f}" if "bare" in rates else ""
        goal = _goal(median(each), IMPORT_GOAL) if name == "csv" else ""
        rows.append((name, *_rate(each), of_bare, goal))
    if "bare" in rates:
        rows.append(("csv / bare", "", "", "", _goal(paired(rates["csv"], rates["bare"]), 1 / 3)))
    slower = paired(rates["csv"], rates["xlsx"])
    rows.append(("xlsx takes times csv", "", "", "", _goal(slower, 1.5, most=True)))
    others = paired(rates["csv"], rates["django-import-export"])
    rows.append(("csv / django-import-export", f"{others:.2f}", "", "", ""))
    for count, megabytes in found.megabytes.items():
        goal = _goal(megabytes, IMPORT_MEMORY, most=True, unit=" MB")
        rows.append((f"memory, {count:,} rows", "", "", "", goal))
    return head, rows


def as_text(table: Table) -> str:
    """Columns under each other."""
    head, rows = table
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _side(name: str, side: Side, goal: str) -> Sequence[str]:
    middle, tail = (f"{1000 * median(values):.1f} ms" for values in (side.middles, side.tails))
    return name, *_rate(side.rates), middle, tail, goal


def _rate(rates: Sequence[float]) -> tuple[str, str]:
    return f"{median(rates):.1f}", f"{spread(rates):.0f} %"


def _milliseconds(*series: Sequence[float]) -> Iterator[str]:
    for times in series:
        for share in (MIDDLE, TAIL):
            yield f"{1000 * percentile(times, share):.1f} ms"


def _goal(value: float, goal: float, *, most: bool = False, unit: str = "") -> str:
    met = value <= goal if most else value >= goal
    sign = "<=" if most else ">="
    return f"{value:.2f}{unit} {sign} {goal:g}{unit}: {'met' if met else 'MISSED'}"
